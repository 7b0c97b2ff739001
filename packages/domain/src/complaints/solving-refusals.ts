/** Refusals about solving and closing a complaint (CMP-06…10). */
import type { RefusalCatalogue } from '../kernel/index.ts'

export const solvingRefusals = {
  'complaint.not_yours': {
    status: 403,
    zh: '本件由责任人办理；请先由投诉协调小组改派给您。',
    en: 'This case belongs to its responsible person.',
  },
  'complaint.own_proposal': {
    status: 403,
    zh: '处理方案须由拟订人和责任人以外的人审批。',
    en: 'A proposal is judged by somebody who neither drafted it nor answers for the case.',
  },
  'complaint.act_without_sum': { status: 409, zh: '承诺付款要写明金额。', en: 'A promised payment needs its sum.' },
  'complaint.act_without_claim': {
    status: 409,
    zh: '承诺重开赔案要指明哪件赔案。',
    en: 'Say which claim will be reopened.',
  },
  'complaint.act_in_past': { status: 409, zh: '承诺的日期已经过去。', en: 'A promise lies ahead.' },
  'complaint.judgement_missing': { status: 409, zh: '请写明不同意的理由。', en: 'Say why not.' },
  'complaint.payment_speaks': {
    status: 409,
    zh: '这笔钱以银行到账为准，到账后自动记为做到。',
    en: 'The bank says when this money has arrived.',
  },
  'complaint.not_told': {
    status: 409,
    zh: '批准延期须同时告知投诉人，请写明怎样告知的。',
    en: 'An extension is granted together with telling the complainant: say how.',
  },
  'complaint.reached_before_sent': {
    status: 409,
    zh: '送达时间早于寄发时间，请核对。',
    en: 'It cannot have arrived before it was sent.',
  },
  'complaint.report_date_past': {
    status: 409,
    zh: '转办单上的报告期限早于收到日期，请核对。',
    en: 'The date on the sheet lies before its receipt.',
  },
  'complaint.sheet_known': {
    status: 409,
    zh: '转办单 {sheetNo} 已经登记过。',
    en: 'The sheet {sheetNo} is registered already.',
  },
  'complaint.own_closing': {
    status: 403,
    zh: '办结须由处理人以外的人批准。',
    en: 'A complaint is closed by somebody who did not handle it.',
  },
  'complaint.closing_debts': { status: 409, zh: '还不能办结：{debts}。', en: 'Not yet to be closed: {debts}.' },
  'complaint.extended_before': { status: 409, zh: '已经延期过一次，不能再延期。', en: 'Extended once already.' },
  'complaint.nothing_due': { status: 409, zh: '没有正在计时的法定期限。', en: 'No legal period is running.' },
  'complaint.extension_too_late': {
    status: 409,
    zh: '法定期限已过，不能再申请延期。',
    en: 'The legal period is over; it cannot be extended.',
  },
  'complaint.extension_waiting': { status: 409, zh: '已有一个延期申请在等批准。', en: 'An extension waits already.' },
  'complaint.own_extension': { status: 403, zh: '不能批准自己申请的延期。', en: 'Not your own request.' },
  'complaint.no_decision_yet': {
    status: 409,
    zh: '处理决定还没有送达，不能申请核查。',
    en: 'No decision has been delivered yet.',
  },
  'complaint.recheck_too_late': {
    status: 409,
    zh: '申请核查的期限是 {last}，已经过了。有新的事实可以重新投诉。',
    en: 'The last day to ask was {last}; new facts can be brought at any time.',
  },
  'complaint.recheck_open': { status: 409, zh: '本件已在核查。', en: 'It is being rechecked already.' },
  'complaint.rechecked': {
    status: 409,
    zh: '上级已经核查过这个处理决定，并告知了结果。有新的事实可以重新投诉。',
    en: 'The superior has rechecked this decision and told the result; new facts can be brought at any time.',
  },
  'complaint.recheck_own': {
    status: 403,
    zh: '核查人不能是办过本件的人。',
    en: 'Whoever had a part in the case cannot recheck it.',
  },
  'complaint.recheck_not_superior': {
    status: 403,
    zh: '核查须由作出决定机构的上级机构办理。',
    en: 'A recheck belongs to the superior institution.',
  },
  'complaint.proof_missing': {
    status: 409,
    zh: '请写明送达凭证或上传凭证。',
    en: 'Delivery needs its proof.',
  },
  'complaint.reachable': {
    status: 409,
    zh: '投诉人可以联系到，不能留存备领，请告知本人并回访。',
    en: 'The complainant can be reached: tell and call them.',
  },
  'complaint.sent_already': {
    status: 409,
    zh: '已经按这个方式寄发到同一处，还没有送达的，请换一个方式。',
    en: 'It was sent there this way already; choose another way.',
  },
  'complaint.no_address': {
    status: 409,
    zh: '投诉人没有留可以这样发送的手机号或邮箱，请先补充，或换一个方式。',
    en: 'The complainant gave no address for this way; add it or choose another.',
  },
  'complaint.to_missing': {
    status: 409,
    zh: '请写明交给谁、寄到哪里。',
    en: 'Say to whom it was given or where it was sent.',
  },
  'complaint.opening_awaited': {
    status: 409,
    zh: '短信发出的，以投诉人打开告知书为准；已经用别的方式告知的，请按那个方式登记。',
    en: 'What a short message told of has reached when it was opened; if told otherwise, record that way.',
  },
  'complaint.not_sent': { status: 409, zh: '处理决定还没有寄发。', en: 'The decision was not sent yet.' },
  'complaint.paused_already': { status: 409, zh: '已有鉴定或调解在进行。', en: 'An appraisal or mediation runs.' },
  'complaint.reply_missing': {
    status: 409,
    zh: '方案还没有得到客户答复；写明客户的意见再作决定。',
    en: 'The customer has not replied to the proposal yet.',
  },
} as const satisfies RefusalCatalogue
