/**
 * The questions where the source is silent or disagrees with the law (LAW §1), the parameter that answers each, and the
 * words for its answers.
 */
import { FIELD_WORDS, LIST_WORDS } from '@anpei/domain/programme'

type Question = {
  readonly title: string
  /** Number of the trap in LAW §1; null where there is none. */
  readonly trap: number | null
  readonly question: string
  readonly answers: Readonly<Record<string, string>> | 'yesNo' | 'yuan'
}

export const PARAMETERS: Readonly<Record<string, Question>> = {
  stacking: {
    title: FIELD_WORDS.stacking,
    trap: 5,
    question: '3 万、5 万、10 万是在 3,000 元之外另付，还是代替？',
    answers: { add: '另付（两项相加）', instead: '代替（只付交通金）' },
  },
  dischargeDayCounts: {
    title: FIELD_WORDS.dischargeDayCounts,
    trap: 6,
    question: '“从住院首日到出院之日”，出院当天付不付津贴？有歧义作有利于被保险人的解释。',
    answers: 'yesNo',
  },
  yearBasis: {
    title: FIELD_WORDS.yearBasis,
    trap: 7,
    question: '180 天、5,400 元按保单年度还是日历年度？',
    answers: { policyYear: '保单年度', calendarYear: '日历年度' },
  },
  smallClaimFen: {
    title: FIELD_WORDS.smallClaimFen,
    trap: 8,
    question: '多少元以下算小额（时限较严）？',
    answers: 'yuan',
  },
  smallClaimIncludesLimit: {
    title: FIELD_WORDS.smallClaimIncludesLimit,
    trap: 8,
    question: '正好等于这个数，算不算小额？',
    answers: 'yesNo',
  },
  payeeOnlyInsuredOrBeneficiary: {
    title: FIELD_WORDS.payeeOnlyInsuredOrBeneficiary,
    trap: 11,
    question: '只付给被保险人或合法受益人？付给其他人须有书面依据并通知。',
    answers: 'yesNo',
  },
  movingAway: {
    title: FIELD_WORDS.movingAway,
    trap: 17,
    question: '迁出后保障到哪天？',
    answers: { endOfPolicyYear: '到保单年度末', dayOfMove: '到迁出当日' },
  },
  joinerPremium: {
    title: FIELD_WORDS.joinerPremium,
    trap: 17,
    question: '新增人员收全年还是按比例？',
    answers: { full: '全年', proRata: '按比例' },
  },
  reviewAndPayment: {
    title: FIELD_WORDS.reviewAndPayment,
    trap: 18,
    question: '审核 3 日与支付 3/7 日，先后相接还是包含在内？',
    answers: { oneAfterTheOther: '先后相接', inside: '包含在内' },
  },
  aggregate: {
    title: FIELD_WORDS.aggregate,
    trap: 19,
    question: '按每次事故还是按保单年度？',
    answers: { perAccident: '每次事故', perPolicyYear: '每个保单年度' },
  },
  rosterMode: {
    title: FIELD_WORDS.rosterMode,
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
  sumFen: { title: FIELD_WORDS.sumFen, unit: 'yuan' },
  perDayFen: { title: FIELD_WORDS.perDayFen, unit: 'yuan' },
  withinDays: { title: FIELD_WORDS.withinDays, unit: '天' },
  minHospitalLevel: { title: FIELD_WORDS.minHospitalLevel, unit: '级' },
  maxDaysPerStay: { title: FIELD_WORDS.maxDaysPerStay, unit: '天' },
  maxDaysPerYear: { title: FIELD_WORDS.maxDaysPerYear, unit: '天' },
  maxFenPerYear: { title: FIELD_WORDS.maxFenPerYear, unit: 'yuan' },
  deductibleFen: { title: FIELD_WORDS.deductibleFen, unit: 'yuan' },
  ratioBps: { title: FIELD_WORDS.ratioBps, unit: '‱' },
  limitFen: { title: FIELD_WORDS.limitFen, unit: 'yuan' },
  minAge: { title: FIELD_WORDS.minAge, unit: '岁' },
  perHeadFen: { title: FIELD_WORDS.perHeadFen, unit: 'yuan' },
  plannedHeads: { title: FIELD_WORDS.plannedHeads, unit: '人' },
}
export const SWITCHES: Readonly<Record<string, string>> = {
  deductsDisabilityPaid: FIELD_WORDS.deductsDisabilityPaid,
  recognisedCounts: FIELD_WORDS.recognisedCounts,
  equalMostSevereOneUp: FIELD_WORDS.equalMostSevereOneUp,
  offsetsSocialInsurance: FIELD_WORDS.offsetsSocialInsurance,
}
export const VEHICLES: Readonly<Record<string, string>> = {
  commercialRoad: FIELD_WORDS.commercialRoad,
  rail: FIELD_WORDS.rail,
  ship: FIELD_WORDS.ship,
  air: FIELD_WORDS.air,
}
export const KINDS: Readonly<Record<string, string>> = {
  lumpSum: '一次给付',
  scale: '按比例',
  perDiem: '按日津贴',
  transport: '按交通工具',
  reimbursement: '费用补偿',
}
export const CLAIM_KIND_WORDS: Readonly<Record<string, string>> = LIST_WORDS
export const OUTCOMES: Readonly<Record<string, string>> = {
  pay: '给付',
  refuse: '建议拒赔（由人决定）',
  manual: '人工认定',
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
