/**
 * What is done each night for the duties (RPT-06): which instances are opened, whether the day has come to remind, and
 * how each stands. A night that was missed is made up for; each threshold reminds once (SLA §2 rule 10).
 */
import { addDays, type Day } from '../kernel/index.ts'
import type { Calendar } from '../sla/index.ts'
import { nextPeriod, periodOf, reminderDayOf, type Period, type Recurring } from './duty-period.ts'

/** How many days before it begins the instance of a period is opened. */
const LEAD_DAYS: Readonly<Record<Recurring, number>> = {
  weekly: 1,
  monthly: 3,
  quarterly: 7,
  half_yearly: 14,
  yearly: 14,
}
/** A limit on everything: after years of standstill the oldest weeks are left out. */
const MOST_AT_ONCE = 60

/** From the period after the last one opened (or today's, where none was) to the one that begins within the lead. */
export function periodsToOpen(kind: Recurring, today: Day, lastTo: Day | null): Period[] {
  const until = addDays(today, LEAD_DAYS[kind])
  const found: Period[] = []
  let period = periodOf(kind, lastTo === null ? today : addDays(lastTo, 1))
  while (period.from <= until) {
    found.push(period)
    period = nextPeriod(kind, period)
  }
  return found.slice(-MOST_AT_ONCE)
}

export type ReminderPlan = { readonly tell: number | null; readonly skip: readonly number[] }

/** Of the thresholds reached and not yet told, the highest is told and the rest are noted as skipped. */
export function remindersNow(
  span: { readonly from: Day; readonly due: Day },
  percents: readonly number[],
  told: readonly number[],
  today: Day,
  calendar: Calendar,
): ReminderPlan {
  const reached = percents.filter((percent) => reminderDayOf(span, percent, calendar) <= today)
  const most = Math.max(0, ...told)
  const fresh = reached.filter((percent) => !told.includes(percent))
  const tell = fresh.findLast((percent) => percent > most) ?? null
  return { tell, skip: fresh.filter((percent) => percent !== tell) }
}

export const DUTY_STANDINGS = {
  planned: '未到期间',
  open: '办理中',
  due_soon: '即将到期',
  overdue: '已超期',
  done: '按期完成',
  done_late: '逾期完成',
} as const
export type DutyStanding = keyof typeof DUTY_STANDINGS

const SOON_PERCENT = 80

/** `closedOn` is null while open. Closed on the due day itself is in time. */
export function dutyStanding(
  instance: { readonly from: Day; readonly due: Day; readonly closedOn: Day | null },
  today: Day,
  calendar: Calendar,
): DutyStanding {
  if (instance.closedOn !== null) return instance.closedOn <= instance.due ? 'done' : 'done_late'
  if (today > instance.due) return 'overdue'
  if (today < instance.from) return 'planned'
  return reminderDayOf(instance, SOON_PERCENT, calendar) <= today ? 'due_soon' : 'open'
}
