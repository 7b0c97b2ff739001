/** Closed lists of the customers row with the words people read (CUS-04, CUS-05). */
export const CARE_MARKS = {
  mobility: '行动不便',
  serious_illness: '重病',
  lives_alone: '独居',
  vip: 'VIP',
  disabled: '失能',
  dialect: '讲潮汕话',
  no_smartphone: '不用智能手机',
  hearing: '听力不好',
  eyesight: '视力不好',
  cannot_read: '不识字',
  anxious: '焦虑不安',
} as const
/** Marks that say something of a person's health: sensitive, shown to who may read care (CUS-06). */
export const HEALTH_MARKS: readonly CareMark[] = [
  'mobility',
  'serious_illness',
  'disabled',
  'hearing',
  'eyesight',
  'anxious',
]
export const CARE_SOURCES = {
  self: '本人说的',
  family: '家属说的',
  village: '村居、联络员说的',
  paper: '材料上看到',
  seen: '见面时看到',
} as const
/** What the other is to the person. */
export const HOUSEHOLD_RELATIONS = {
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  child_in_law: '媳婿',
  parent_in_law: '公婆、岳父母',
  grandchild: '孙辈',
  grandparent: '祖辈',
  sibling: '兄弟姐妹',
  kin: '其他亲属',
  carer: '照料人',
  cared_for: '被照料人',
} as const
export const CONTACT_WAYS = {
  phone: '电话',
  visit: '上门',
  counter: '来网点',
  family: '通过家属',
  wechat: '微信',
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
  consent: '同意使用个人信息',
} as const
export const PROOF_KINDS = { paper: '书面', voice: '录音', video: '录像' } as const

export type CareMark = keyof typeof CARE_MARKS
export type CareSource = keyof typeof CARE_SOURCES
export type HouseholdRelation = keyof typeof HOUSEHOLD_RELATIONS
export type ContactWay = keyof typeof CONTACT_WAYS
export type PayeeRelation = keyof typeof PAYEE_RELATIONS
export type ProxyAct = keyof typeof PROXY_ACTS
export type ProofKind = keyof typeof PROOF_KINDS
