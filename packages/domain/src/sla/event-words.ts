/**
 * Events a clock may listen to, in plain words, and the kind of case they belong to (CLK-01). A definition that names
 * an event which stands neither here nor in the log of any row is refused.
 */
import type { ClockDef, EventPattern, FactTest, FactValue } from './clock-def.ts'

/** By the first part of an event's name. */
export const CASE_KINDS = {
  report: '报案',
  assist: '协助理赔',
  claim: '赔案',
  scene_visit: '现场查勘',
  accident: '事故',
  enquiry: '咨询',
  call: '来电',
  home_visit: '上门服务',
  complaint: '投诉',
  recheck: '投诉核查',
  regulator_case: '监管转办',
  improvement: '整改',
  whistleblow: '举报',
  data_incident: '数据安全事件',
  data_request: '个人信息请求',
  cover: '保障',
  member: '参保人',
  enrolment: '参保申请',
  callback: '回访',
  duty: '长效保障',
  box: '意见箱',
} as const
export type CaseKind = keyof typeof CASE_KINDS

export const EVENT_WORDS: Readonly<Record<string, string>> = {
  'accident.known': '知道保险事故发生',
  'assist.noted': '登记保险公司进展',
  'assist.opened': '登记协助理赔',
  'assist.progressed': '保险公司有新进展',
  'assist.submitted': '提交保险公司',
  'assist.withdrawn': '停止协助',
  'box.hung': '设置意见箱',
  'box.locked': '意见箱锁回',
  'box.opened': '两人确认开箱',
  'box.removed': '撤除意见箱',
  'call.abandoned': '来电人挂断',
  'call.answered': '接听',
  'call.called_back': '回拨',
  'call.rang_again': '再次来电已接通',
  'call.missed': '来电未接通',
  'call.rang': '来电振铃',
  'callback.answered': '完成回访',
  'callback.dropped': '不再需要回访',
  'callback.exhausted': '多次联系未能回访',
  'callback.owed': '应回访',
  'claim.agreed': '达成赔付协议',
  'claim.approved': '核定给付',
  'claim.certain_part_paid': '先予支付能够确定的部分',
  'claim.classified': '案件分级',
  'claim.closed': '结案',
  'claim.decided': '全部项目作出决定',
  'claim.delay_told': '到期前告知延期原因和新时间',
  'claim.denial_notified': '送达拒绝给付通知书',
  'claim.file_completed': '资料收齐',
  'claim.line_denied': '决定一项不予给付',
  'claim.marked_anxious': '标记客户着急',
  'claim.paid': '款项到账',
  'claim.papers_arrived': '补充的资料到齐',
  'claim.papers_judged': '看过资料并答复',
  'claim.papers_received': '收到资料',
  'claim.progress_told': '告知进度',
  'claim.registered': '立案',
  'claim.reopened': '重开赔案',
  'claim.requested': '收到理赔申请和资料',
  'claim.review_finished': '资料审核完毕',
  'claim.supplement_asked': '一次告知需补充的资料',
  'claim.supplement_delivered': '补充资料通知送达',
  'claim.unmarked_anxious': '取消着急标记',
  'claim.withdrawn': '撤案',
  'complaint.appraisal_ended': '外部鉴定结束',
  'complaint.appraisal_started': '外部鉴定开始',
  'complaint.classified': '投诉分级',
  'complaint.closed': '办结投诉',
  'complaint.contacted': '联系投诉人',
  'complaint.decision_delivered': '处理决定送达',
  'complaint.decision_told': '告知处理决定',
  'complaint.ended': '投诉处理终止',
  'complaint.extended': '批准延长处理期限',
  'complaint.found_incomplete': '发现投诉材料不全',
  'complaint.major_declared': '宣布为重大投诉',
  'complaint.major_lifted': '解除重大投诉',
  'complaint.major_proposed': '列为重大投诉',
  'complaint.major_reported': '重大投诉报告',
  'complaint.major_settled': '重大投诉现场处置完毕',
  'complaint.mediation_agreed': '双方同意调解',
  'complaint.mediation_ended': '调解结束',
  'complaint.missing_told': '告知缺少的材料',
  'complaint.new_facts': '出现新事实',
  'complaint.received': '收到投诉',
  'complaint.reopened': '投诉重开',
  'complaint.supplemented': '补充投诉材料',
  'complaint.withdrawal_received': '收到撤回投诉的申请',
  'cover.ended': '保障终止',
  'cover.started': '保障生效',
  'data_incident.final_reported': '提交总结报告',
  'data_incident.known': '知道发生数据安全事件',
  'data_incident.reported': '报告事件',
  'data_incident.settled': '事件处置结束',
  'data_incident.written_reported': '书面报告事件',
  'data_request.answered': '答复请求',
  'data_request.received': '收到个人信息请求',
  'data_request.withdrawn': '撤回请求',
  'duty.closed': '职责办结',
  'duty.opened': '职责生效',
  'enquiry.answered': '答复咨询',
  'enquiry.marked_special': '记为特殊情况',
  'enquiry.received': '收到咨询',
  'enquiry.reopened': '客户表示没有解决',
  'enquiry.withdrawn': '撤回咨询',
  'enrolment.completed': '参保申请资料收齐',
  'enrolment.result_told': '告知参保结果',
  'enrolment.withdrawn': '撤回参保申请',
  'home_visit.agreed': '约定上门时间',
  'home_visit.cancelled': '取消上门',
  'home_visit.made': '已经上门',
  'home_visit.put_off': '提前告知改期上门',
  'home_visit.requested': '提出上门服务',
  'improvement.again': '要求重新整改',
  'improvement.assigned': '下达整改',
  'improvement.done': '报告整改完成',
  'improvement.dropped': '不再整改',
  'improvement.reassigned': '改派整改',
  'member.became_eligible': '符合参保条件',
  'member.ineligible': '不再符合参保条件',
  'recheck.asked': '申请核查',
  'recheck.decided': '作出核查决定',
  'recheck.withdrawn': '撤回核查申请',
  'regulator_case.received': '收到转办单',
  'regulator_case.reported': '提交书面报告',
  'report.handled': '报案有人处理',
  'report.received': '收到报案',
  'request.kind_changed': '服务单改类别',
  'scene_visit.arrived': '到达现场',
  'scene_visit.cancelled': '取消到场',
  'scene_visit.put_off': '提前告知改期到场',
  'scene_visit.requested': '要求到场查勘',
  'whistleblow.accepted': '受理举报',
  'whistleblow.concluded': '举报有结论，待复核',
  'whistleblow.ended': '举报不再调查',
  'whistleblow.examined': '举报查清',
  'whistleblow.received': '收到举报',
  'whistleblow.turned': '举报转为投诉',
}

const FACT_WORDS: Readonly<Record<string, string>> = {
  channel: '渠道',
  class: '级别',
  cover: '业务',
  dissatisfied: '因不满意',
  duringFault: '系统故障期间',
  duty: '职责',
  human: '由专人',
  kind: '种类',
  line: '线路',
  newFacts: '有新事实',
  occasion: '缘由',
  nothingOwed: '没有款项仍待支付',
  onSite: '地点',
  partial: '只是一部分',
  payableFen: '应付金额',
  reachable: '有办法联系',
  special: '特殊情况',
  stage: '阶段',
  successful: '联系上',
}
/** Where the contrary of a fact has a word of its own. */
const CONTRARY_WORDS: Readonly<Record<string, string>> = { partial: '全部' }
const VALUE_WORDS: Readonly<Record<string, string>> = {
  portal: '网上',
  wechat: '微信',
  mail: '邮件',
  letter: '信函',
  online: '在线',
  special: '特殊',
  complex: '复杂',
  individual: '个人',
  regular: '定期',
  after_claim: '结案后',
  quarterly: '季度',
  cover_started: '承保',
  claim_ended: '赔案结束',
  yearly: '年度',
  first: '首次',
  follow_up: '续报',
  final: '终结',
  report: '报案',
  progress: '进度查询',
  consult: '咨询',
  urban: '市区',
  suburban: '郊区',
}

/** `event` words what the table does not know. */
export function patternWords(pattern: EventPattern, event: (type: string) => string): string {
  const tests = Object.entries(pattern.where ?? {}).map(([fact, test]) => testWords(fact, test))
  const name = EVENT_WORDS[pattern.type] ?? event(pattern.type)
  return tests.length === 0 ? name : `${name}（${tests.join('，')}）`
}

function testWords(fact: string, test: FactTest): string {
  const name = FACT_WORDS[fact] ?? fact
  if ('atMost' in test) return `${name}不超过 ${amountOf(fact, test.atMost)}`
  if ('above' in test) return `${name}超过 ${amountOf(fact, test.above)}`
  if ('oneOf' in test) return `${name}为${test.oneOf.map(valueWords).join('或')}`
  const value = 'is' in test ? test.is : test.not
  if (typeof value === 'boolean') return value === 'is' in test ? name : (CONTRARY_WORDS[fact] ?? `不是“${name}”`)
  return `${name}${'is' in test ? '为' : '不是'}${valueWords(value)}`
}

function amountOf(fact: string, value: number): string {
  return fact.endsWith('Fen') ? `${(value / 100).toLocaleString('en-US')} 元` : String(value)
}

function valueWords(value: FactValue): string {
  return VALUE_WORDS[String(value)] ?? String(value)
}

/** The kinds of case it starts on, in the order of the table; none where nothing starts it. */
export function caseKindsOf(def: ClockDef): readonly CaseKind[] {
  const started = new Set(def.start.map((pattern) => pattern.type.slice(0, pattern.type.indexOf('.'))))
  return Object.keys(CASE_KINDS)
    .filter(isCaseKind)
    .filter((kind) => started.has(kind))
}

export function isCaseKind(text: string): text is CaseKind {
  return Object.hasOwn(CASE_KINDS, text)
}
