/** Events of notices (NTF-01…04, ORG-08), with their words for timelines and the audit screen. */
export const notificationEventCatalogue = {
  'notice.handed_over': '系统渠道没有联系上，转人工告知',
  'notice.slip_printed': '打印柜面签收单',
  'notice.reached_by_hand': '人工告知，已送达',
  'notice.not_reached_by_hand': '人工告知，没有找到人',
  'notice.answered': '客户回复了通知',
  'notice.retried': '重新发送通知',
  'notice.stopped': '停发通知',
  'notice.revealed': '查看通知原文',
  'notice.channel_set': '设置通知渠道',
  'notice.sample_drawn': '抽取通知样本',
  'notice.sample_judged': '登记通知抽查结论',
  'notice_template.drafted': '起草通知模板',
  'notice_template.proposed': '提交通知模板复核',
  'notice_template.approved': '通过通知模板',
  'notice_template.returned': '退回通知模板',
  'person.notice_wish_changed': '登记告知方式',
} as const
