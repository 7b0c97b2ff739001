/** How the calendar desk is shown: years, lines, changes (CLK-02). */
import type { CalendarChange, CalendarLine, viewCalendars as route } from '@anpei/contract/sla'
import type { Answer } from '@anpei/contract/kernel'
import { dayOfInstant, holds, ok, transitionsFrom, type Actor, type Decision } from '@anpei/domain/kernel'
import { calendarChangeLifecycle, changedDays, missingYear } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from './calendars.ts'
import { withChange, type Calendars } from './make-calendars.ts'
import { recentChanges, type ChangeRecord } from './store-calendars.ts'
import { officesOf } from './store-office-days.ts'

export async function viewCalendars(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const [calendars, changes, offices] = await Promise.all([
    calendarsOf(tx),
    recentChanges(tx.db, tenantId),
    officesOf(tx.db, tenantId),
  ])
  const today = dayOfInstant(tx.now)
  return ok({
    missingYear: missingYear(calendars.national, today),
    years: yearsOf(calendars, Number(today.slice(0, 4))),
    lines: calendars.lines.map(lineView),
    offices,
    changes: changes.map((change) => changeView(change, calendars, tx.actor, tx.now)),
  })
}

/** Every year with a notice, and the next one. */
function yearsOf(calendars: Calendars, present: number): Answer<typeof route>['years'] {
  const official = new Map(calendars.years.map((one) => [one.year, one]))
  const all = [...new Set([...official.keys(), present, present + 1])].sort((a, b) => b - a)
  return all.map((year) => ({
    year,
    status: official.has(year) ? ('official' as const) : ('provisional' as const),
    days: (official.get(year)?.days ?? []).map(({ day, name, off }) => ({ day, name, off })),
  }))
}

function lineView(line: Calendars['lines'][number]): CalendarLine {
  return {
    id: line.id,
    name: line.name,
    followsNational: line.followsNational,
    weekly: line.weekly,
    company: Object.entries(line.company).map(([day, spans]) => ({ day, spans })),
  }
}

export function changeView(change: ChangeRecord, calendars: Calendars, actor: Actor, now: string): CalendarChange {
  const { content } = change
  return {
    id: change.id,
    state: change.state,
    stateWord: calendarChangeLifecycle.states[change.state].zh,
    kind: content.kind,
    year: content.kind === 'notice' ? content.year : null,
    calendarId: content.kind === 'hours' ? content.calendarId : null,
    office: content.kind === 'office' ? { id: content.institutionId, name: change.office ?? '' } : null,
    ...dayOf(content),
    source: change.source,
    madeBy: change.madeBy,
    madeAt: change.madeAt,
    checkedBy: change.checkedBy,
    checkedAt: change.checkedAt,
    applied: change.appliedAt !== null,
    days: change.state === 'waiting' ? daysOf(change, calendars, now) : [],
    hours: change.state === 'waiting' ? hoursOf(change, calendars, now) : [],
    report: change.report && {
      ...change.report,
      cases: [...change.report.cases],
      ended: { ...change.report.ended, cases: [...change.report.ended.cases] },
    },
    can: canOf(change, actor),
  }
}

function dayOf(content: ChangeRecord['content']): Pick<CalendarChange, 'day' | 'spans'> {
  if (content.kind !== 'office' && content.kind !== 'day') return { day: null, spans: null }
  return { day: content.day, spans: content.spans && [...content.spans] }
}

function daysOf(change: ChangeRecord, calendars: Calendars, now: string): CalendarChange['days'] {
  if (change.content.kind !== 'notice') return []
  const next = withChange(calendars, change.content, now, calendars.revision + 1)
  return next.ok ? changedDays(calendars.national, next.value.national, change.content.year) : []
}

/** What the second person is asked about: the hours as they are and as they would be. */
function hoursOf({ content }: ChangeRecord, calendars: Calendars, now: string): CalendarChange['hours'] {
  if (content.kind === 'notice') return []
  const next = withChange(calendars, content, now, calendars.revision + 1)
  if (!next.ok) return []
  return next.value.lines.flatMap((after) => {
    const before = calendars.lines.find((one) => one.id === after.id) ?? after
    const office = content.kind === 'office' ? content.institutionId : ''
    return [
      ...changedSpans(before.weekly, after.weekly),
      ...changedSpans(before.company, after.company),
      ...changedSpans(before.offices[office] ?? {}, after.offices[office] ?? {}),
    ].map((one) => ({ line: after.name, ...one }))
  })
}

type SpansBy = Readonly<Record<string, string[]>>

function changedSpans(before: SpansBy, after: SpansBy): Omit<CalendarChange['hours'][number], 'line'>[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((what) => ({ what, before: before[what] ?? null, after: after[what] ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after))
}

function canOf(change: ChangeRecord, actor: Actor): string[] {
  const other = actor.kind === 'staff' && actor.id !== change.madeById && holds(actor, 'calendar.manage')
  return transitionsFrom(calendarChangeLifecycle, change.state).filter((name) =>
    name === 'confirm' ? other && change.report !== null : holds(actor, 'calendar.manage'),
  )
}
