/**
 * CMP-04: causes in two levels. Level 1 are the causes that are published, level 2 ours. Interim: until the code set
 * of GB/T 43568-2023 appendix A is imported; none of its codes is invented here (LAW §3).
 */
export const CAUSE_GROUPS = {
  claims: '理赔',
  sales: '销售',
  surrender: '退保',
  underwriting: '承保',
  renewal: '续期',
  policy_service: '保全',
  service: '回访与服务',
  information: '信息',
} as const
export type CauseGroup = keyof typeof CAUSE_GROUPS

/** A word of a list in two levels. */
export type GroupedWord<G extends string> = { readonly zh: string; readonly group: G }

export const CAUSES = {
  claim_review: { zh: '核赔审查', group: 'claims' },
  paper_review: { zh: '资料审核', group: 'claims' },
  claim_time: { zh: '赔付时效', group: 'claims' },
  claim_sum: { zh: '赔付金额', group: 'claims' },
  medical_payment: { zh: '医疗给付争议', group: 'claims' },
  attitude: { zh: '服务态度', group: 'service' },
  no_answer: { zh: '电话不通、无人回复', group: 'service' },
  callback: { zh: '回访', group: 'service' },
  mis_selling: { zh: '销售误导', group: 'sales' },
  fees: { zh: '收费', group: 'sales' },
  surrender_dispute: { zh: '退保争议', group: 'surrender' },
  not_insured: { zh: '未能参保', group: 'underwriting' },
  renewal_dispute: { zh: '续保争议', group: 'renewal' },
  data_change: { zh: '资料变更', group: 'policy_service' },
  data_leak: { zh: '信息泄露', group: 'information' },
  data_use: { zh: '信息使用', group: 'information' },
} as const satisfies Readonly<Record<string, GroupedWord<CauseGroup>>>
export type Cause = keyof typeof CAUSES

export const BUSINESS_LINES = {
  accident: '意外',
  medical: '医疗',
  illness: '疾病',
  life: '寿险',
  motor: '车险',
  other: '其他',
} as const
export type BusinessLine = keyof typeof BUSINESS_LINES
