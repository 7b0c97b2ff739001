/** The closed lists of the privacy screens (CUS-06, CUS-07, CUS-09, L12); 个人信息保护法 44–50. */
export const REQUEST_KINDS = {
  access: '查阅',
  copy: '复制、转移',
  correct: '更正、补充',
  delete: '删除',
  explain: '解释自动化决定',
  heirs: '近亲属查阅逝者信息',
} as const
export type RequestKind = keyof typeof REQUEST_KINDS

export const REQUEST_ASKERS = { self: '本人', proxy: '受托人', heir: '近亲属' } as const
export type RequestAsker = keyof typeof REQUEST_ASKERS

export const REQUEST_CHANNELS = {
  counter: '柜面',
  phone: '电话',
  letter: '信函',
  mail: '电子邮件',
  portal: '手机网页',
} as const
export type RequestChannel = keyof typeof REQUEST_CHANNELS

/** By which way a paper came, whatever row took it in, as a person reads it in the copy of what we hold (CUS-07). */
export const PAPER_SOURCES: Readonly<Record<string, string>> = {
  counter: '柜面',
  office: '柜面',
  hotline: '电话',
  phone: '电话',
  elder_line: '电话',
  voice: '电话',
  portal: '手机网页',
  app: '手机网页',
  chat: '在线客服',
  wechat: '微信',
  sms: '短信',
  email: '电子邮件',
  fax: '传真',
  letter: '信函',
  post: '信函',
  box: '意见箱',
  visit: '上门',
  liaison: '社区联络员',
  outreach: '主动联系',
  assist: '协助理赔',
  regulator: '监管转办',
}

export const IDENTITY_CHECKS = {
  id_card: '核对身份证原件',
  portal: '手机验证码登录',
  call_back: '回拨登记电话核对',
  mandate: '核对委托书和双方证件',
  kinship: '核对死亡证明和亲属关系证明',
} as const
export type IdentityCheck = keyof typeof IDENTITY_CHECKS

export const REQUEST_OUTCOMES = {
  granted: '全部办理',
  partly: '部分办理',
  restricted: '依法保存，停止其他使用',
  refused: '拒绝',
} as const
export type RequestOutcome = keyof typeof REQUEST_OUTCOMES

export const REQUEST_REFUSALS = {
  not_identified: '身份无法核实',
  not_entitled: '不是本人，也没有合法授权',
  retention: '法定保存期限未满',
  not_held: '我们没有这些信息',
  repeated: '短期内重复且已答复',
  other: '其他（见说明）',
} as const
export type RequestRefusal = keyof typeof REQUEST_REFUSALS

export const REQUEST_DELIVERIES = {
  counter: '当面交给',
  letter: '邮寄',
  mail: '电子邮件',
  phone: '电话告知',
  portal: '手机网页查看',
} as const
export type RequestDelivery = keyof typeof REQUEST_DELIVERIES

export const CONSENT_WAYS = { paper: '书面', voice: '录音', portal: '手机网页', proxy: '受托人代为' } as const
export type ConsentWay = keyof typeof CONSENT_WAYS

export const PARTNER_KINDS = {
  bank: '银行',
  insurer: '保险公司',
  authority: '机关单位',
  vendor: '服务商',
  sponsor: '主办方',
  program: '接口程序',
} as const
export type PartnerKind = keyof typeof PARTNER_KINDS

/** Kinds of matters that are sealed, as people call them; rows above seal under their own kind. */
export const SEALED_KINDS: Readonly<Record<string, string>> = {
  data_incident: '数据安全事件',
  request: '服务单',
  complaint: '投诉',
  tip: '举报',
  callback: '回访',
  claim: '赔案',
}

export const INCIDENT_LEVELS = { general: '一般', larger: '较大', major: '重大', severe: '特别重大' } as const
export type IncidentLevel = keyof typeof INCIDENT_LEVELS
