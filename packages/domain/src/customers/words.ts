/** Closed lists of the customers row with the words people read (CUS-04, CUS-05). */
export const CARE_MARKS = {
  mobility: '行动不便',
  serious_illness: '重病',
  lives_alone: '独居',
  vip: 'VIP',
  disabled: '失能',
  dialect: '讲潮汕话',
  no_smartphone: '不用智能手机',
} as const
export const PAYEE_RELATIONS = {
  self: '本人',
  beneficiary: '受益人',
  heir: '继承人',
  guardian: '监护人',
  other: '其他人',
} as const
export const PROXY_ACTS = {
  report: '报案',
  hand_in: '递交资料',
  receive: '代领',
  look_up: '查询',
  complain: '投诉',
} as const
export const PROOF_KINDS = { paper: '书面', voice: '录音', video: '录像' } as const

export type CareMark = keyof typeof CARE_MARKS
export type PayeeRelation = keyof typeof PAYEE_RELATIONS
export type ProxyAct = keyof typeof PROXY_ACTS
export type ProofKind = keyof typeof PROOF_KINDS
