/**
 * CMP-13: where a complaint came from: the exact step of our work, and why it went wrong there. Both lists are the
 * house's own; what is complained about (事由) is another list (CMP-04).
 */
import type { CauseGroup, GroupedWord } from '../categories.ts'

/** What the rate of complaints of a step is counted against. */
export const EXPOSURES = {
  received: '收到的赔案',
  papers_done: '资料审核完的赔案',
  decided: '作出决定的赔案',
  closed: '结案的赔案',
  requests: '受理的服务单',
  callbacks: '应回访的件',
  introductions: '介绍产品的件',
  enrolments: '参保申请',
  complaints: '受理的投诉',
} as const
export type Exposure = keyof typeof EXPOSURES

/** `groups`: complaints classified so may come from this step. */
type Step = { readonly zh: string; readonly exposure: Exposure; readonly groups: readonly CauseGroup[] }
export const LOOP_STEPS = {
  report: { zh: '报案受理', exposure: 'received', groups: ['claims', 'service'] },
  papers: { zh: '资料审核', exposure: 'papers_done', groups: ['claims'] },
  liability: { zh: '责任认定', exposure: 'decided', groups: ['claims'] },
  calculation: { zh: '赔付计算', exposure: 'decided', groups: ['claims'] },
  letter: { zh: '告知与函件', exposure: 'decided', groups: ['claims', 'information'] },
  payment: { zh: '支付', exposure: 'closed', groups: ['claims'] },
  service: { zh: '咨询与接待', exposure: 'requests', groups: ['service', 'information', 'policy_service'] },
  callback: { zh: '回访', exposure: 'callbacks', groups: ['service'] },
  sales: { zh: '介绍产品', exposure: 'introductions', groups: ['sales', 'surrender'] },
  enrolment: { zh: '参保', exposure: 'enrolments', groups: ['underwriting', 'renewal', 'policy_service'] },
  complaint: { zh: '投诉处理', exposure: 'complaints', groups: ['service', 'claims'] },
} as const satisfies Readonly<Record<string, Step>>
export type LoopStep = keyof typeof LOOP_STEPS

export const ROOT_GROUPS = {
  people: '人员',
  process: '流程',
  system: '系统',
  wording: '告知',
  product: '产品',
  outside: '外部',
} as const
type RootGroup = keyof typeof ROOT_GROUPS

export const ROOT_CAUSES = {
  skill: { zh: '不熟悉业务', group: 'people' },
  attitude: { zh: '态度、用语不当', group: 'people' },
  omission: { zh: '漏办、没有跟进', group: 'people' },
  handover: { zh: '交接断了', group: 'process' },
  slow: { zh: '环节太慢', group: 'process' },
  unclear_rule: { zh: '规则不清楚', group: 'process' },
  too_many_papers: { zh: '要的资料过多或重复', group: 'process' },
  fault: { zh: '系统故障', group: 'system' },
  wrong_data: { zh: '数据有误', group: 'system' },
  letter_unclear: { zh: '函件、通知看不懂', group: 'wording' },
  said_differently: { zh: '前后说法不一', group: 'wording' },
  clause_unclear: { zh: '条款有歧义', group: 'product' },
  cover_gap: { zh: '保障与预期不符', group: 'product' },
  outside: { zh: '医院、银行等外部单位', group: 'outside' },
} as const satisfies Readonly<Record<string, GroupedWord<RootGroup>>>
export type RootCause = keyof typeof ROOT_CAUSES

/** What may have been changed because of a complaint. */
export const CHANGE_KINDS = {
  promise: '时限规则',
  programme: '方案与资料清单',
  decision_table: '决策表',
  template: '函件与通知模板',
  wording: '用语规则',
  form: '表单',
  callback_script: '回访问题',
  knowledge: '知识库文章',
} as const
export type ChangeKind = keyof typeof CHANGE_KINDS
