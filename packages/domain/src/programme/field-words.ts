/**
 * What each field of a programme version is called (PRG-01, PRG-09): the one map by which forms, the reader and the
 * linter name it, so that nobody reads a code.
 */
import type { BenefitCode, DocumentList } from './version.ts'

/** The lists of papers, by what they are for. */
export const LIST_WORDS: Readonly<Record<DocumentList['claimKind'], string>> = {
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

export const BENEFIT_WORDS: Readonly<Record<BenefitCode, string>> = {
  death: '意外身故',
  disability: '意外伤残',
  hospital_allowance: '住院津贴',
  transport_death: '交通身故',
  medical: '住院医疗',
}

export const FIELD_WORDS = {
  programme: '方案代码',
  version: '版本号',
  title: '名称',
  name: '名称',
  inForceFrom: '生效日',
  inForceTo: '到期日',
  policyYearStart: '保单年度首日',
  eligibility: '参保条件',
  minAge: '参保年龄（周岁，含）',
  district: '参保地区',
  usualIdPrefixes: '常见的身份证号开头',
  premium: '保费',
  perHeadFen: '每人每年保费',
  plannedHeads: '计划人数',
  parameters: '参数',
  stacking: '交通意外身故金',
  dischargeDayCounts: '出院日',
  yearBasis: '“全年”',
  smallClaimFen: '小额案件',
  smallClaimIncludesLimit: '小额的界线',
  payeeOnlyInsuredOrBeneficiary: '收款人',
  movingAway: '户籍迁出',
  joinerPremium: '中途参保的保费',
  reviewAndPayment: '审核与支付时限',
  aggregate: '伤残和身故限额',
  rosterMode: '承保方式',
  benefits: '保险责任',
  code: '代码',
  kind: '给付方式',
  claimKind: '理赔类型',
  sumFen: '保险金额',
  perDayFen: '每天',
  withinDays: '事故后期限',
  deductsDisabilityPaid: '扣除同一事故已付的伤残金',
  standard: '评定标准',
  percentByGrade: '各级的比例',
  equalMostSevereOneUp: '两处以上同为最重，升一级',
  minHospitalLevel: '医院等级不低于',
  recognisedCounts: '公司认可的医院也算',
  maxDaysPerStay: '每次住院上限',
  maxDaysPerYear: '全年天数上限',
  maxFenPerYear: '全年金额上限',
  sumFenByVehicle: '各种交通工具的金额',
  commercialRoad: '营运类机动车',
  rail: '轨道交通',
  ship: '营运类轮船',
  air: '航空',
  pricing: '免赔额、比例和限额',
  deductibleFen: '免赔额',
  ratioBps: '给付比例',
  limitFen: '限额',
  offsetsSocialInsurance: '扣除社保报销',
  exclusions: '责任免除',
  effect: '怎样认定',
  appliesTo: '适用于',
  explanationProof: '提示和说明的证据',
  source: '出处',
  sources: '出处',
  documents: '材料清单',
  required: '是否必需',
  substitute: '拿不到时',
  promises: '服务承诺',
  subject: '承诺什么',
  days: '时限',
  unit: '时限单位',
  cappedBy: '受哪条法定时限约束',
  notes: '说明',
  examples: '例子',
  input: '案情',
  expect: '应得的结果',
  outcome: '结论',
  payableFen: '应付金额',
  reasons: '理由',
} as const

const WORDS: Readonly<Record<string, string>> = FIELD_WORDS

/** `benefits[2].sources.sumFen` → 第 2 项保险责任的“保险金额”的出处; a path nobody knows stays as it is. */
export function pathWords(path: string): string {
  const parts = path.split('.')
  const name = parts.at(-1)?.replace(/\[\d+\]$/, '') ?? ''
  const word = /^\d+$/.test(name) ? `${name} 级的比例` : WORDS[name]
  if (word === undefined) return path
  const items = parts.flatMap((part, at) => itemWords(part, at, parts.length))
  return [...items, parts.at(-2) === 'sources' ? `${word}的出处` : word].join('的')
}

/** `benefits[3]` → 第 3 项保险责任; a list of papers holds papers. */
function itemWords(part: string, at: number, length: number): string[] {
  const item = /^(\w+)\[(\d+)\]$/.exec(part)
  const word = item ? WORDS[item[1] ?? ''] : undefined
  if (!item || length === 1 || word === undefined) return []
  return [`第 ${item[2]} ${item[1] === 'documents' ? (at === 0 ? '份材料清单' : '样材料') : `项${word}`}`]
}

const PATH = /“([A-Za-z]+(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)*)”/

/** A sentence that names a field by its path, with the word for it; and that path, empty if there is none. */
export function inFieldWords(sentence: string): { readonly text: string; readonly path: string } {
  const path = PATH.exec(sentence)?.[1] ?? ''
  const words = sentence.startsWith('不认识的字段') ? sentence : sentence.replace(PATH, () => `“${pathWords(path)}”`)
  return { text: words.replace(/应当是文字$/, '没有填写'), path }
}
