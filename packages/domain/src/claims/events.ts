/**
 * Events of the claims row, past tense, with the sentence the timeline shows; `{fact}` is filled from the event's facts.
 * One row of the log is audit trail, outbox and timeline (DESIGN §2).
 */
export const eventCatalogue = {
  'report.received': '收到报案 {reportNo}',
  'report.verified': '核实报案',
  'report.amended': '更正报案内容',
  'report.handled': '报案处理完毕',
  'report.declined': '决定不予立案',
  'report.cancelled': '注销报案',
  'report.taken_up': '重新核实报案',
  'claim.registered': '立案 {claimNo}',
  'claim.taken': '领取赔案',
  'claim.assigned': '分派赔案',
  'claim.requested': '收到理赔申请书，法定时限起算',
  'claim.papers_received': '收到资料',
  'claim.papers_judged': '审核资料',
  'claim.paper_waived': '免交一项资料（另有办法证明）',
  'claim.file_completed': '资料收齐',
  'claim.review_finished': '资料审核完毕',
  'claim.supplement_asked': '一次性告知需补充的资料',
  'claim.second_supplement': '再次要求补充资料（记为缺陷）',
  'claim.supplement_delivered': '补充资料通知送达，等候期间依法扣除',
  'claim.papers_arrived': '补充的资料到齐，时限继续',
  'claim.classified': '案件分级',
  'claim.assessed': '完成责任认定与计算',
  'claim.proposed': '提交审批',
  'claim.step_approved': '通过一级审批',
  'claim.returned': '退回重做',
  'claim.approved': '核定给付',
  'claim.agreed': '与申请人达成给付协议，付款时限起算',
  'claim.line_denied': '决定一项不予给付',
  'claim.denial_notified': '拒绝给付通知书送达',
  'claim.decided': '全部项目作出决定',
  'claim.certain_part_paid': '先予支付能够确定的部分',
  'claim.paid': '款项到账',
  'claim.payment_failed': '付款失败',
  'claim.payment_reissued': '更正账户后重新付款',
  'claim.cash_paid': '现金付讫',
  'claim.shares_set': '登记领取份额',
  'claim.letter_issued': '出具函件',
  'claim.letter_delivered': '函件送达',
  'claim.delay_told': '到期前告知延期原因与新时间',
  'claim.task_opened': '新建任务',
  'claim.task_ended': '任务结束',
  'claim.reserve_changed': '调整准备金',
  'claim.marked_anxious': '标记客户着急，每日告知进展',
  'claim.unmarked_anxious': '取消着急标记',
  'claim.withdrawn': '撤案',
  'claim.reopened': '重开赔案',
  'claim.closed': '结案',
  'claim.recovery_opened': '登记追回多付款项',
  'claim.underpayment_found': '排查发现可能少付',
} as const

export type ClaimEventName = keyof typeof eventCatalogue

export function eventTitle(name: string, facts: Readonly<Record<string, unknown>>): string {
  const text: string | undefined = Object.entries(eventCatalogue).find(([known]) => known === name)?.[1]
  return (text ?? name).replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''))
}
