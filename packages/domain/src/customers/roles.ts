/** CUS-01: the roles one person may stand in, each derived from what it comes from; nobody is given a role by hand. */
export const PERSON_ROLES = {
  insured: '被保险人',
  holder: '投保人',
  beneficiary: '受益人',
  heir: '继承人',
  guardian: '监护人',
  proxy: '受托人',
  prospect: '准客户',
} as const
export type PersonRole = keyof typeof PERSON_ROLES

/** Where a role is read from. */
export const ROLE_SOURCES = {
  cover: '保障记录',
  policy: '保单',
  roster: '花名册在册、尚未有保障',
  interest: '咨询时登记',
  payee: '收款账户',
  claim: '赔案领取份额',
  proxy: '委托授权',
} as const
export type RoleSource = keyof typeof ROLE_SOURCES
