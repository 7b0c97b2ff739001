/** SRV-01, SRV-02: closed lists of the service desk, with the words people read. */

export const REQUEST_KINDS = {
  enquiry: '咨询',
  report: '报案',
  complaint: '投诉',
  appeal: '申诉',
  tip: '举报',
  suggestion: '意见建议',
  praise: '表扬',
  policy_service: '保单服务',
  progress: '进度查询',
  visit: '上门需求',
} as const
export type RequestKind = keyof typeof REQUEST_KINDS

export const REQUEST_CHANNELS = {
  phone: '客服电话',
  elder_line: '长者专线',
  chat: '在线客服',
  wechat: '微信公众号',
  app: 'APP、手机页面',
  sms: '短信',
  email: '邮件',
  fax: '传真',
  letter: '信函',
  counter: '柜面',
  box: '意见箱',
  visit: '上门',
  liaison: '社区联络员',
  regulator: '监管转办',
} as const
export type ChannelName = keyof typeof REQUEST_CHANNELS

/** A customer's message, ours to the customer, or a note that only colleagues see. */
export const MESSAGE_DIRECTIONS = { in: '客户来信', out: '我方答复', note: '内部备注' } as const
export type MessageDirection = keyof typeof MESSAGE_DIRECTIONS

/** How far a message of ours is on its way; `said`: by telephone or face to face, written down afterwards. */
export const DELIVERIES = {
  none: '',
  said: '已当面或电话告知',
  queued: '正在发送',
  sent: '已送出',
  failed: '没有送到',
} as const
export type DeliveryState = keyof typeof DELIVERIES

/** SRV-08: who said that the matter is solved. */
export const SOLVED_BY = { customer: '客户本人', proxy: '家属或受托人', silence: '多次跟进没有回复' } as const
export type SolvedBy = keyof typeof SOLVED_BY

/** What a request can be linked to. */
export const LINK_KINDS = {
  claim: '赔案',
  report: '报案',
  person: '客户',
  request: '另一服务单',
  visit: '上门服务',
} as const
export type LinkKind = keyof typeof LINK_KINDS

/** SRV-01: lines of business of a policy kept in another system. */
export const POLICY_LINES = {
  life: '人寿保险',
  health: '健康保险',
  accident: '意外伤害保险',
  property: '财产保险',
  motor: '机动车保险',
  other: '其他',
} as const
