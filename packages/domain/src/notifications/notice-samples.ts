/** Sample values for previews of notice templates: a person who does not exist (NTF-01). */
import type { NoticeTemplateName } from './notice.ts'

export const NOTICE_TITLES: Readonly<Record<NoticeTemplateName, string>> = {
  report_received: '报案已收到',
  report_owned: '网上报案已收到（有人负责）',
  claim_registered: '已立案',
  papers_received: '资料已收到',
  papers_arrived: '资料已收到（没有承诺日期）',
  supplement_asked: '请补充资料',
  decided_pay: '已核定给付',
  decided_pay_account: '已核定给付（还差账户）',
  decided_deny: '已有决定（不予给付）',
  paid: '理赔款到账',
  payment_failed: '付款没有成功',
  other_account: '款项付到他人账户',
  cash_taken: '现金由他人代领',
  delay: '延期告知',
  recovery_asked: '追回多付款项',
  reconsidered: '理赔复议已答复',
  message_answered: '留言已答复',
  progress: '每三个工作日的进度告知',
  progress_daily: '着急客户的每日告知',
  programme_changed: '方案变更（给投保人）',
  visit_agreed: '上门、视频时间已约定',
  visit_put_off: '上门、视频改期（说明原因）',
  visit_coming: '上门人员已出发',
  visit_cancelled: '上门、视频已取消',
  visit_video: '视频协助的链接和验证码',
}

const SAMPLES: Readonly<Record<string, string>> = {
  what: '上门服务',
  when: '11月24日上午9:00至12:00',
  visitor: '蔡晓东',
  why: '天气原因',
  visitNo: 'V26110000017',
  link: 'https://anpei.example/v/AbC123',
  code: '402817',
  until: '11月24日上午10:00',
  name: '陈秀英',
  hotline: '0754-8000 0000',
  reportNo: 'B26110000017',
  owner: '李燕玲',
  lookBy: '11月23日9时5分',
  payee: '陈秀英',
  claimNo: 'P26110000017',
  count: '2',
  papers: '出院小结、住院费用清单',
  answerBy: '2026年12月1日',
  amount: '¥1,800.00',
  holder: '陈小明',
  receiver: '陈小明',
  newDue: '2026年12月15日',
  programme: '潮南区老年人意外伤害综合保险',
  from: '2027年10月1日',
  step: '资料已经收齐，正在审核',
  expected: '预计2026年12月1日前办完这一步',
}

export function noticeSample(variable: string): string {
  return SAMPLES[variable] ?? `（${variable}）`
}
