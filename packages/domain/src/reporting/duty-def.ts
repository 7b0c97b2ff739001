/**
 * The ten standing guarantees and their recurring duties as data (RPT-06; SLA §4 T28–T34): what is to be done how
 * often, by which departments, by which clause, and what proves it. The table is versioned; `dutyFaults` lints it.
 */

export const DUTY_PERIODS = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  half_yearly: '每半年',
  yearly: '每年',
  ad_hoc: '按需',
} as const
export type DutyPeriod = keyof typeof DUTY_PERIODS

/**
 * When an instance is due: the last day of its period; the last day of a month of the period's year; or the n-th
 * working day after the period, for what can only be drawn up when the period is over.
 */
export type DueRule =
  | { readonly rule: 'end' }
  | { readonly rule: 'month_end'; readonly month: number }
  | { readonly rule: 'working_days_after_end'; readonly days: number }

export type Guarantee = {
  readonly code: string
  readonly name: string
  readonly period: DutyPeriod
  /** Departments as the contract names them, the first one leading. */
  readonly departments: readonly string[]
}

export type DutyDef = {
  readonly code: string
  readonly guarantee: string
  readonly version: number
  readonly name: string
  readonly period: DutyPeriod
  readonly due: DueRule
  readonly clause: string
  /** What is asked as evidence. */
  readonly proof: string
  /** Percent of the time up to the due day; above 100 = the superior is told too. */
  readonly reminders: readonly number[]
}

export type DutyTable = { readonly guarantees: readonly Guarantee[]; readonly duties: readonly DutyDef[] }

const GUARANTEES = 10

/** What is wrong with a table; empty when it may be used. */
export function dutyFaults(table: DutyTable): string[] {
  const codes = new Set(table.guarantees.map(({ code }) => code))
  return [
    ...(table.guarantees.length === GUARANTEES
      ? []
      : [`应有 ${GUARANTEES} 项长效保障，现有 ${table.guarantees.length} 项`]),
    ...twice([...table.guarantees, ...table.duties].map(({ code }) => code)),
    ...table.guarantees
      .filter(({ code }) => !table.duties.some((duty) => duty.guarantee === code))
      .map(({ name }) => `“${name}”没有任何一项具体职责`),
    ...table.guarantees
      .filter(({ departments }) => departments.length === 0)
      .map(({ name }) => `“${name}”没有责任部门`),
    ...table.duties.flatMap((duty) => faultsOf(duty, codes)),
  ]
}

function faultsOf(duty: DutyDef, guarantees: ReadonlySet<string>): string[] {
  const say = (text: string) => `${duty.code}：${text}`
  const { reminders, due, period } = duty
  const ascending = reminders.every((percent, at) => percent > 0 && percent > (reminders[at - 1] ?? 0))
  return [
    ...(guarantees.has(duty.guarantee) ? [] : [say(`所属的保障 ${duty.guarantee} 不存在`)]),
    ...(ascending && reminders.length > 0 ? [] : [say('提醒百分比应为由小到大的正数')]),
    ...(due.rule === 'month_end' && period !== 'yearly' ? [say('只有每年一次的职责可以定在某月底')] : []),
    ...(due.rule === 'month_end' && (due.month < 1 || due.month > 12) ? [say('月份无效')] : []),
  ]
}

function twice(codes: readonly string[]): string[] {
  return codes.filter((code, at) => codes.indexOf(code) !== at).map((code) => `编号 ${code} 重复`)
}
