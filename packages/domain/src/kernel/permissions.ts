/**
 * Every permission there is, with its Chinese name (ORG-03). A role is a list of these; a route demands exactly one.
 * `public` needs no sign-in, `session` any sign-in.
 */
export const permissions = {
  public: '公开',
  session: '已登录',
  'identity.read': '查看机构与人员',
  'identity.manage': '管理人员与角色',
  'identity.absence': '登记请假',
  'identity.check': '复核人员变更',
  'organisation.guide': '登记职责目标、评分、下达指导',
  'audit.read': '查看审计日志',
  'api_key.manage': '管理接口密钥',
  'person.read': '查看客户',
  'person.reveal': '查看未脱敏信息',
  'person.edit': '更正客户资料',
  'person.check': '复核客户资料更正',
  'person.merge': '合并客户',
  'payee.propose': '登记收款账户',
  'payee.confirm': '复核收款账户',
  'proxy.record': '登记委托授权',
  'programme.read': '查看方案',
  'programme.edit': '编辑方案',
  'programme.publish': '发布方案',
  'roster.read': '查看花名册',
  'roster.import': '导入花名册',
  'roster.confirm': '确认花名册变动',
  'roster.outreach': '可能理赔外展',
  'report.create': '登记报案',
  'report.verify': '核实报案与立案',
  'claim.read': '查看赔案',
  'claim.assign': '分派赔案',
  'claim.collect': '收集资料',
  'claim.review': '审核资料',
  'claim.assess': '责任认定与计算',
  'claim.approve': '审批赔案',
  'claim.withdraw': '撤案',
  'claim.reopen': '重开与更正',
  'claim.close': '结案',
  'claim.investigate': '调查',
  'claim.reserve': '调整准备金',
  'claim.letter': '出具与送达函件',
  'supplement.allow_second': '批准再次补件',
  'payment.read': '查看支付',
  'payment.batch': '编制支付批次',
  'payment.send': '发送支付批次',
  'payment.return': '导入银行回盘',
  'payment.cash': '现金支付',
  'sweep.run': '少赔排查',
  'notice.read': '查看通知',
  'assist.open': '协助理赔',
  'board.read': '查看看板',
  'portal.own': '办理本人事项',
  'portal.lookup': '凭案号查询',
} as const

export type Permission = keyof typeof permissions

export function isPermission(text: string): text is Permission {
  return Object.hasOwn(permissions, text)
}
