import type { RefusalCatalogue } from '../kernel/index.ts'

/** What the clock engine says no to (CLK-01…03, SLA §2). */
export const SLA_REFUSALS = {
  'sla.bad_calendar': {
    status: 400,
    zh: '日历“{calendar}”填写有误：{problem}。',
    en: 'Calendar "{calendar}" is not valid: {problem}.',
  },
  'sla.calendar_never_open': {
    status: 409,
    zh: '日历“{calendar}”从 {from} 起连续 14 天没有任何营业时间，不能保存。',
    en: 'Calendar "{calendar}" has no open second in the 14 days from {from} and cannot be saved.',
  },
  'sla.bad_holiday_file': {
    status: 400,
    zh: '放假安排文件有误：{problem}。',
    en: 'The holiday file is not valid: {problem}.',
  },
  'sla.beyond_horizon': {
    status: 409,
    zh: '期限超出 800 天，无法计算。',
    en: 'The due time lies more than 800 days ahead and is not computed.',
  },
  'sla.bad_budget': {
    status: 400,
    zh: '时限必须是不小于零的整数，现为 {budget}。',
    en: 'A time limit must be a whole number of at least zero, not {budget}.',
  },
  'sla.bad_event_time': {
    status: 400,
    zh: '事件 {event} 的时间“{at}”不是有效时刻。',
    en: 'Event {event} carries "{at}", which is not a valid instant.',
  },
  'sla.too_few_cases': {
    status: 409,
    zh: '已结的同类案件只有 {known} 件，少于 {needed} 件，无法估计完成时间。',
    en: 'Only {known} finished cases are known, fewer than {needed}: no finish can be expected.',
  },
  'sla.unknown_calendar': {
    status: 400,
    zh: '事件 {event} 把案件转到日历“{calendar}”，没有这个日历。',
    en: 'Event {event} moves the case to calendar "{calendar}", which does not exist.',
  },
  'sla.priority_tie': {
    status: 409,
    zh: '“{clock}”与“{other}”会同时适用于一个案件，须放在同一组并写明不同的优先级。',
    en: '"{clock}" and "{other}" would both match one case; they need one group and different priorities.',
  },
  'sla.bad_clock': {
    status: 400,
    zh: '时钟定义“{clock}”有误：{problem}。',
    en: 'Clock definition "{clock}" is not valid: {problem}.',
  },
  'sla.promise_above_law': {
    status: 409,
    zh: '承诺“{clock}”的时限长于法定时限“{law}”，只能以法定时限封顶发布。',
    en: 'Promise "{clock}" allows more time than the law in "{law}"; it must be capped by it (cappedBy).',
  },
  'calendar.nothing_changes': {
    status: 409,
    zh: '这份安排与现在的日历没有不同，不需要变更。',
    en: 'Nothing differs from the calendar in force.',
  },
  'calendar.own_change': {
    status: 403,
    zh: '日历变更要由另一个人复核。',
    en: 'A calendar change is confirmed by another person.',
  },
  'calendar.report_not_ready': {
    status: 409,
    zh: '影响清单还没有算完，请稍等再复核。',
    en: 'The list of effects is not ready yet.',
  },
  'definition.nothing_changes': {
    status: 409,
    zh: '这一版与现在的规则没有不同，不需要变更。',
    en: 'Nothing differs from the rule in force.',
  },
  'definition.already_waiting': {
    status: 409,
    zh: '“{clock}”已有一版等待复核，请先处理那一版。',
    en: 'A version of "{clock}" already waits for a second person.',
  },
  'definition.own_proposal': {
    status: 403,
    zh: '自己提交的规则要由另一个人复核或退回；不想要了请撤回。',
    en: 'A rule is confirmed or sent back by another person; its proposer may withdraw it.',
  },
  'definition.not_yours': {
    status: 403,
    zh: '只有提交的人可以撤回。',
    en: 'Only its proposer may withdraw it.',
  },
  'definition.report_not_ready': {
    status: 409,
    zh: '影响清单还没有算完，请稍等再复核。',
    en: 'The list of effects is not ready yet.',
  },
  'definition.unknown_calendar': {
    status: 400,
    zh: '没有日历“{calendar}”。',
    en: 'There is no calendar "{calendar}".',
  },
  'definition.unknown_event': {
    status: 400,
    zh: '系统里没有事件“{event}”，时限不会起算或停止。',
    en: 'No event "{event}" is known; the clock would never start or stop by it.',
  },
  'definition.law_not_ended': {
    status: 409,
    zh: '法定时限不能对在走的案件停用，只能对新案件停用。',
    en: 'A limit of law is not called off for running cases, only held back for new ones.',
  },
  'sla.bad_escalation': {
    status: 400,
    zh: '预警上报表有误：{problem}。',
    en: 'The table of escalation is not valid: {problem}.',
  },
  'sla.unlawful_extension': {
    status: 409,
    zh: '法定时钟“{clock}”的延期须在到期前批准并告知客户。',
    en: 'An extension of the statutory clock "{clock}" must be granted before it is due and told to the customer.',
  },
  'sla.own_late_entry': {
    status: 403,
    zh: '补录的时间由另一位有权限的同事认可，补录的人和本案经办人不能自己认可。',
    en: 'An earlier time is approved by another person: not by who entered it, nor by who handles the case.',
  },
  'sla.fault_times': {
    status: 409,
    zh: '中断的开始、结束时间不对：开始早于结束，都不晚于现在。',
    en: 'A fault begins before it ends, and neither lies in the future.',
  },
  'sla.fault_running': {
    status: 409,
    zh: '已有一次中断没有结束，请先登记恢复。',
    en: 'A fault is still running; end it first.',
  },
  'sla.unlawful_pause': {
    status: 409,
    zh: '法定时钟“{clock}”不得因“{reason}”暂停。',
    en: 'The statutory clock "{clock}" may not be paused for "{reason}".',
  },
} as const satisfies RefusalCatalogue
export type SlaRefusal = keyof typeof SLA_REFUSALS
