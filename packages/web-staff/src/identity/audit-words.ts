/** Words of the audit log: what an event is about, and the facts it carries; identifiers are told apart from facts. */
import { routes } from '@anpei/contract/api'
import { BENEFIT_WORDS, CHANNELS, CLAIM_CLASSES, KIND_WORDS } from '@anpei/domain/claims'
import { instantText, yuan } from '../kernel/index.ts'

const SUBJECTS: Readonly<Record<string, string>> = {
  claim: '赔案',
  claim_line: '给付项',
  report: '报案',
  person: '客户',
  data_request: '个人信息请求',
  consent: '同意',
  retention_run: '销毁清单',
  legal_hold: '暂停销毁',
  sharing_entry: '对外提供',
  export_record: '导出',
  data_incident: '数据安全事件',
  staff_user: '人员',
  staff: '人员',
  assisted_claim: '协助案件',
  roster_import: '花名册导入',
  duty: '保障职责',
  payee_account: '收款账户',
  programme_version: '方案版本',
  portal_link: '代办关系',
  portal_account: '家属账号',
  one_time_code: '验证码',
  notice: '通知',
  notice_template: '通知模板',
  decision_table: '决策表',
  background_task: '后台任务',
  tenant: '本公司',
  proxy: '委托',
  clock_definition: '时限规则',
  webhook: '推送',
  webhook_delivery: '推送',
  version_change: '方案变更',
  change_step: '变更步骤',
  timing_report: '时效周报',
  role: '角色',
  policy: '保单',
  payment_batch: '支付批次',
  payment: '支付',
  institution: '机构',
  guidance: '指导意见',
  department: '部门',
  change_request: '变更申请',
  calendar_change: '日历变更',
  api_key: '接口密钥',
  outreach: '主动联系',
  litigation: '诉讼仲裁',
  division: '村居',
  bank_return: '银行回盘',
  files: '文件',
  file: '文件',
  audit: '审计日志',
  route: '页面',
  customer: '客户',
  case: '案件',
  request: '服务单',
  call: '通话',
  telephone: '电话设置',
  mailbox: '邮箱',
  visit: '上门服务',
  village_area: '村居城郊',
  hospital: '医院',
  household_tie: '家庭成员',
  care_mark: '关怀标记',
  care_charge: '关怀小组',
  form: '表单',
  filled_form: '填写的表单',
  prospect: '潜在客户',
  knowledge_article: '知识文章',
  knowledge_miss: '没有查到的问题',
  knowledge_synonyms: '同义词',
  assistant_dialogue: '助手对话',
  service_fault: '服务中断',
  other: '其他',
}
const FACTS: Readonly<Record<string, string>> = {
  accidentOn: '出险日',
  amountFen: '金额',
  totalFen: '合计',
  payableFen: '应付',
  costFen: '费用',
  afterFen: '调整后',
  beforeFen: '调整前',
  sum: '合计',
  channel: '渠道',
  class: '类别',
  before: '原来',
  after: '之后',
  kind: '种类',
  kinds: '理赔类别',
  benefit: '给付项',
  benefits: '给付项',
  claimNo: '赔案号',
  reportNo: '报案号',
  letterNo: '函件号',
  paymentNo: '支付号',
  requestNo: '第几次',
  recoveryNo: '追回编号',
  month: '月份',
  week: '周',
  period: '期',
  periodKey: '期',
  percent: '用去（%）',
  dueOn: '到期日',
  dueAt: '到期',
  newDueOn: '新到期日',
  expectedOn: '预计完成',
  effectiveFrom: '生效日',
  asOfOn: '截至',
  happenedOn: '发生日',
  receivedOn: '收到日',
  fromOn: '自',
  toOn: '至',
  outcome: '结果',
  verdict: '结论',
  status: '状态',
  state: '状态',
  step: '环节',
  stepNo: '第几级',
  stepsNeeded: '共几级',
  revision: '第几稿',
  version: '第几版',
  relation: '关系',
  way: '方式',
  basis: '依据',
  template: '模板',
  duty: '职责',
  dutyCode: '职责',
  clock: '时限',
  codes: '事项',
  code: '事项',
  count: '数量',
  files: '文件数',
  papers: '资料数',
  people: '人数',
  rows: '行数',
  rowCount: '行数',
  rowNo: '第几行',
  good: '有效',
  bad: '待更正',
  badCount: '待更正',
  accepted: '通过',
  rejected: '不通过',
  paid: '到账',
  failed: '失败',
  problems: '问题',
  differences: '差异',
  kept: '守时',
  broken: '超期',
  waiting: '等待',
  late: '超期',
  partial: '部分',
  repeated: '重复',
  unchanged: '未变',
  denies: '不予给付',
  format: '格式',
  route: '看了什么',
  language: '语言',
  permissions: '权限',
  reasons: '理由',
  fields: '改了哪些',
  title: '名称',
  items: '项目',
  score: '评分',
  target: '目标',
  missing: '缺',
  receiver: '收件人',
  year: '年度',
  removed: '去掉',
}
const VALUES: Readonly<Record<string, string>> = {
  ...CHANNELS,
  ...CLAIM_CLASSES,
  ...KIND_WORDS,
  ...BENEFIT_WORDS,
  pay: '给付',
  deny: '不予给付',
  not_applicable: '不适用',
  manual: '转人工',
  refuse: '建议不予给付',
  done: '办结',
  declined: '不予立案',
  registered: '已立案',
  not_opened: '不予立案',
  self: '本人',
  beneficiary: '受益人',
  heir: '继承人',
  spouse: '配偶',
  child: '子女',
  relative: '亲属',
  counter: '柜面',
  letter: '信函',
  visit: '上门',
  sms: '短信',
  wechat: '微信',
  voice: '语音电话',
  transfer: '转账',
  cash: '现金',
  bank_csv: '银行文件（CSV）',
  telling: '告知',
  records: '调取病历',
  scene: '现场查勘',
  witness: '询问知情人',
  police: '公安核实',
  payment_notice: '赔付通知书',
  denial_notice: '拒绝给付通知书',
  supplement_notice: '补充资料通知书',
  authority_request: '调取资料函',
  we_review: '审核资料',
  we_decide: '作出决定',
  you_send_papers: '等家属交资料',
  we_pay: '付款',
  claim_registered: '立案告知',
  papers_received: '资料收到',
  progress: '进展告知',
  progress_daily: '每日进展',
  report_received: '报案收到',
  decided_pay: '核定给付',
  decided_deny: '不予给付',
  supplement_asked: '补充资料',
  delay: '延期告知',
  payment_failed: '付款失败',
}
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{32,}$/

/** What the system did by itself, by the name of its job. */
const JOBS: Readonly<Record<string, string>> = {
  courier: '事件投递',
  absence: '请假交接',
  export: '后台导出',
  timing_report: '时效周报',
  'webhook.send': '推送',
  'customers.find_doubles': '查找重复客户',
  'custody.reseal': '密钥更换',
  'notifications.send': '通知发送',
  'claims.transfer': '实时付款',
  'claims.sweep': '少赔排查',
  'programme.rehearse': '方案试算',
  'programme.import_roster': '花名册导入',
  'programme.import_discharges': '出院名单导入',
  'documents.check_quality': '影像检查',
  knowledge: '知识库',
  destroy: '到期销毁',
}
const JOB_ROWS: Readonly<Record<string, string>> = {
  sla: '时限',
  claims: '理赔',
  customers: '客户',
  notifications: '通知',
  programme: '方案',
  portal: '家属端',
  assist: '协助理赔',
  reporting: '报表',
  identity: '人员',
  desk: '服务台',
}
const DOORS: Readonly<Record<string, string>> = {
  channel: '客户渠道',
  gateway: '发送渠道',
  nightly: '每晚任务',
  round: '定时任务',
  start: '启动',
}
const CHANNELS_BY: Readonly<Record<string, string>> = {
  email: '：邮件',
  wechat: '：微信',
  chat: '：在线客服',
  phone: '：电话',
  sms: '：短信',
}
const ROUTES = new Map(routes.map(({ id, summary }) => [id, summary]))

/** `job:courier` → 系统：事件投递; an address stays as it is. */
export function sourceWord(source: string): string {
  const [door = '', job = ''] = source.split(/:(.*)/s)
  if (door in DOORS) return `${DOORS[door] ?? ''}${CHANNELS_BY[job] ?? ''}`
  if (door !== 'job') return source
  const row = JOB_ROWS[job.split('.')[0] ?? '']
  return `系统：${JOBS[job] ?? (row ? `${row}后台任务` : '后台任务')}`
}

export function subjectWord(kind: string): string {
  return SUBJECTS[kind] ?? '其他'
}

/** `应付 ¥300.00；结果 给付`; identifiers and fingerprints apart, for whoever traces them. */
export function factsWords(facts: Readonly<Record<string, unknown>>): { words: string; identifiers: string } {
  const told: string[] = []
  const identifiers: string[] = []
  for (const [name, value] of Object.entries(facts)) {
    if (isIdentifier(name, value)) identifiers.push(`${name} ${plain(value)}`)
    else told.push(`${FACTS[name] ?? name} ${valueWords(name, value)}`)
  }
  return { words: told.join('；'), identifiers: identifiers.join('；') }
}

function isIdentifier(name: string, value: unknown): boolean {
  return /(Id|Ids|Hash|sha256)$/.test(name) || (typeof value === 'string' && ID.test(value))
}

function valueWords(name: string, value: unknown): string {
  if (value === null) return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map((one) => valueWords(name, one)).join('、')
  if (name.endsWith('Fen') && (typeof value === 'number' || typeof value === 'string')) return yuan(Number(value))
  if (name.endsWith('At') && typeof value === 'string') return instantText(value)
  if (name === 'route' && typeof value === 'string') return ROUTES.get(value) ?? value
  if (typeof value === 'string') return VALUES[value.replaceAll('"', '')] ?? value
  return plain(value)
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
