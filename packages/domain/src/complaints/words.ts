/** CMP-01…04: closed lists of the complaints row, with the words people read. */

/** What the customer called it. Both are one intake; the label decides nothing (SRV-01, LAW §1 no. 3). */
export const COMPLAINT_LABELS = { complaint: '投诉', appeal: '申诉' } as const
export type ComplaintLabel = keyof typeof COMPLAINT_LABELS

/** Who speaks (令2020-3 art. 14): oneself, with a signed mandate, as heir, for several people, or without a name. */
export const REPRESENTATIONS = {
  self: '本人',
  proxy: '代别人投诉（须签字委托）',
  heir: '继承人',
  group: '多人代表',
  anonymous: '匿名',
} as const
export type Representation = keyof typeof REPRESENTATIONS

export const URGENCIES = { normal: '一般', urgent: '紧急' } as const
export type Urgency = keyof typeof URGENCIES
export const SEVERITIES = { normal: '一般', serious: '严重' } as const
export type Severity = keyof typeof SEVERITIES
export const PRIORITIES = { 1: '高', 2: '中', 3: '普通' } as const

/** The two periods of 令2020-3 art. 18: fifteen days, or thirty for a complicated matter. */
export const COMPLAINT_CLASSES = { simple: '一般（15 日）', complex: '情况复杂（30 日）' } as const
export type ComplaintClass = keyof typeof COMPLAINT_CLASSES

export const OUTCOMES = {
  upheld: '投诉属实',
  partly_upheld: '部分属实',
  not_upheld: '投诉不属实',
  settled: '协商一致',
} as const
export type ComplaintOutcome = keyof typeof OUTCOMES

export const ENTRY_KINDS = {
  contact: '联系投诉人',
  new_facts: '新的事实或理由',
  account_complainant: '投诉人陈述',
  account_respondent: '被投诉方陈述',
  interview: '访谈',
  evidence: '证据',
  reading: '共读合同条款',
  calculation: '理赔人员说明计算',
  finding: '查明的事实',
  note: '备注',
  broken_promise: '本案超时记录',
} as const
export type EntryKind = keyof typeof ENTRY_KINDS
