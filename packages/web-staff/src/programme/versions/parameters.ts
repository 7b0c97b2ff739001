/**
 * The questions where the source is silent or disagrees with the law (LAW §1), the parameter that answers each, and the
 * words for its answers.
 */
type Question = {
  readonly title: string
  /** Number of the trap in LAW §1; null where there is none. */
  readonly trap: number | null
  readonly question: string
  readonly answers: Readonly<Record<string, string>> | 'yesNo' | 'yuan'
}

export const PARAMETERS: Readonly<Record<string, Question>> = {
  stacking: {
    title: '交通意外身故金',
    trap: 5,
    question: '3 万、5 万、10 万是在 3,000 元之外另付，还是代替？',
    answers: { add: '另付（两项相加）', instead: '代替（只付交通金）' },
  },
  dischargeDayCounts: {
    title: '出院日',
    trap: 6,
    question: '“从住院首日到出院之日”，出院当天付不付津贴？有歧义作有利于被保险人的解释。',
    answers: 'yesNo',
  },
  yearBasis: {
    title: '“全年”',
    trap: 7,
    question: '180 天、5,400 元按保单年度还是日历年度？',
    answers: { policyYear: '保单年度', calendarYear: '日历年度' },
  },
  smallClaimFen: { title: '小额案件', trap: 8, question: '多少元以下算小额（时限较严）？', answers: 'yuan' },
  smallClaimIncludesLimit: { title: '小额的界线', trap: 8, question: '正好等于这个数，算不算小额？', answers: 'yesNo' },
  payeeOnlyInsuredOrBeneficiary: {
    title: '收款人',
    trap: 11,
    question: '只付给被保险人或合法受益人？付给其他人须有书面依据并通知。',
    answers: 'yesNo',
  },
  movingAway: {
    title: '户籍迁出',
    trap: 17,
    question: '迁出后保障到哪天？',
    answers: { endOfPolicyYear: '到保单年度末', dayOfMove: '到迁出当日' },
  },
  joinerPremium: {
    title: '中途参保的保费',
    trap: 17,
    question: '新增人员收全年还是按比例？',
    answers: { full: '全年', proRata: '按比例' },
  },
  reviewAndPayment: {
    title: '审核与支付时限',
    trap: 18,
    question: '审核 3 日与支付 3/7 日，先后相接还是包含在内？',
    answers: { oneAfterTheOther: '先后相接', inside: '包含在内' },
  },
  aggregate: {
    title: '伤残和身故限额',
    trap: 19,
    question: '按每次事故还是按保单年度？',
    answers: { perAccident: '每次事故', perPolicyYear: '每个保单年度' },
  },
  rosterMode: {
    title: '承保方式',
    trap: null,
    question: '清单承保还是团体无清单？',
    answers: { listed: '清单承保', unlisted: '团体无清单' },
  },
}

export function answerWord(question: Question, value: unknown): string {
  if (question.answers === 'yesNo') return value === true ? '是' : '否'
  if (question.answers === 'yuan')
    return typeof value === 'number' ? `${(value / 100).toLocaleString('en-US')} 元` : '—'
  return typeof value === 'string' ? (question.answers[value] ?? value) : '—'
}

/** Numbers of the benefits: how each is called and counted. */
export const NUMBERS: Readonly<
  Record<string, { readonly title: string; readonly unit: 'yuan' | '天' | '级' | '人' | '岁' | '‱' }>
> = {
  sumFen: { title: '保险金额', unit: 'yuan' },
  perDayFen: { title: '每天', unit: 'yuan' },
  withinDays: { title: '事故后期限', unit: '天' },
  minHospitalLevel: { title: '医院等级不低于', unit: '级' },
  maxDaysPerStay: { title: '每次住院上限', unit: '天' },
  maxDaysPerYear: { title: '全年天数上限', unit: '天' },
  maxFenPerYear: { title: '全年金额上限', unit: 'yuan' },
  deductibleFen: { title: '免赔额', unit: 'yuan' },
  ratioBps: { title: '给付比例', unit: '‱' },
  limitFen: { title: '限额', unit: 'yuan' },
  minAge: { title: '参保年龄（周岁，含）', unit: '岁' },
  perHeadFen: { title: '每人每年保费', unit: 'yuan' },
  plannedHeads: { title: '计划人数', unit: '人' },
}
export const SWITCHES: Readonly<Record<string, string>> = {
  deductsDisabilityPaid: '扣除同一事故已付的伤残金',
  recognisedCounts: '公司认可的医院也算',
  equalMostSevereOneUp: '两处以上同为最重，升一级',
  offsetsSocialInsurance: '扣除社保报销',
}
export const VEHICLES: Readonly<Record<string, string>> = {
  commercialRoad: '营运类机动车',
  rail: '轨道交通',
  ship: '营运类轮船',
  air: '航空',
}
export const KINDS: Readonly<Record<string, string>> = {
  lumpSum: '一次给付',
  scale: '按比例',
  perDiem: '按日津贴',
  transport: '按交通工具',
  reimbursement: '费用补偿',
}
export const CLAIM_KIND_WORDS: Readonly<Record<string, string>> = {
  always: '所有案件',
  death: '身故',
  disability: '伤残',
  hospital: '住院',
  transport_death: '交通身故',
  medical: '住院医疗',
  cause_traffic: '交通事故',
  cause_bump: '磕碰',
  cause_fall: '摔倒',
  cause_falling_object: '高空坠物',
  cause_other: '其他原因',
}
export const OUTCOMES: Readonly<Record<string, string>> = {
  pay: '给付',
  refuse: '建议拒赔（由人决定）',
  manual: '人工认定',
}
/** Fields of exclusions, papers and promises. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: '名称',
  name: '名称',
  source: '出处',
  substitute: '拿不到时',
  explanationProof: '提示和说明的证据',
  district: '参保地区',
  days: '时限',
  sumFenByVehicle: '各种交通工具的金额',
  percentByGrade: '各级的比例',
}
export const EFFECTS: Readonly<Record<string, string>> = {
  refuse: '建议拒赔（由人决定）',
  manual: '须人工认定',
}
/** Exclusions that the reasons of a decision have a sentence for; the law wants a person for two of them. */
export const EXCLUSIONS: Readonly<Record<string, { readonly title: string; readonly effect: string }>> = {
  sudden_death: { title: '猝死', effect: 'refuse' },
  fight: { title: '斗殴', effect: 'refuse' },
  drunk: { title: '醉酒', effect: 'refuse' },
  dental: { title: '牙齿保健和修复', effect: 'refuse' },
  suicide: { title: '自杀', effect: 'manual' },
  crime: { title: '故意犯罪', effect: 'manual' },
}
/** What a promise is about, and the clock of law that rules where it is earlier (保险法 23–25). */
export const SUBJECTS: Readonly<Record<string, { readonly title: string; readonly law: string }>> = {
  decide: { title: '作出核定', law: 'L01' },
  pay: { title: '支付', law: 'L02' },
  refusalNotice: { title: '发出拒赔通知', law: 'L03' },
  certainPart: { title: '先付能够确定的部分', law: 'L04' },
}
export const UNITS: Readonly<Record<string, string>> = { workingDay: '个工作日', naturalDay: '个自然日' }
