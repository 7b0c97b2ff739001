/**
 * What a calendar change would do is shown before anybody confirms it: how many cases have a time that ends earlier,
 * how many one that ends later, and which; and which times that ended this year would have been judged otherwise,
 * though none of them changes (CLK-02; SLA §2 rules 14, 15).
 */
import { dayOfInstant, startOfDay, systemActor, type Actor } from '@anpei/domain/kernel'
import { movedDues, otherOutcomes, type Calendar, type MovedDue } from '@anpei/domain/sla'
import { systemWrite, tellLive, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf, type Definitions } from './definitions.ts'
import { knownOf } from './known-cases.ts'
import { withChange } from './make-calendars.ts'
import { walkEndedCases, walkOpenCases, type OpenCase } from './refold.ts'
import { lockChange, saveReport, type ChangeReport, type JudgedCase, type MovedCase } from './store-calendars.ts'
import type { CaseDirectory, CaseKnown } from './subjects.ts'

const MOST_LISTED = 500

/** Job `sla.preview_change`: earlier, later, and which; nothing is changed. */
export async function previewChange(app: App, directory: CaseDirectory, payload: JobPayload): Promise<void> {
  const changeId = String(payload['changeId'])
  const self = systemActor(payload.tenantId, 'job:sla.preview_change')
  const planned = await systemWrite(app, self, async (tx) => {
    const change = await lockChange(tx.db, payload.tenantId, changeId)
    if (change?.state !== 'waiting') return null
    const now = await calendarsOf(tx)
    const next = withChange(now, change.content, tx.now, now.revision + 1)
    if (!next.ok) throw new Error(`calendar change ${changeId}: ${next.code}`)
    return { now: now.byId, next: next.value.byId }
  })
  if (planned === null) return
  const counted = { earlier: 0, later: 0 }
  const listed: MovedCase[] = []
  const checked = await walkOpenCases(app, self, null, async (tx, cases) => {
    const moved = cases
      .map((one) => ({ one, dues: movedDues(one.fold(planned.now), one.fold(planned.next), tx.now) }))
      .filter(({ dues }) => dues.length > 0)
    for (const { dues } of moved) {
      if (dues.some((due) => due.after < due.before)) counted.earlier += 1
      if (dues.some((due) => due.after > due.before)) counted.later += 1
    }
    const shown = moved.slice(0, Math.max(0, MOST_LISTED - listed.length))
    const known = await knownOf(
      tx,
      directory,
      shown.map(({ one }) => one),
    )
    const { titleOf } = await definitionsOf(tx)
    for (const { one, dues } of shown)
      for (const due of dues) listed.push(movedCase(one, due, known.get(one.id), titleOf))
  })
  const ended = await lookAtEnded(app, self, directory, planned)
  await systemWrite(app, self, async (tx) => {
    const report = { checked, ...counted, cases: listed.slice(0, MOST_LISTED), ended }
    await saveReport(tx.db, payload.tenantId, changeId, report)
    tellLive(tx, 'calendars', null)
  })
}

type Planned = { readonly now: ReadonlyMap<string, Calendar>; readonly next: ReadonlyMap<string, Calendar> }

/** As if the calendar had been so from the beginning. */
async function lookAtEnded(
  app: App,
  self: Actor,
  directory: CaseDirectory,
  planned: Planned,
): Promise<ChangeReport['ended']> {
  const always = new Map([...planned.next].map(([id, calendar]) => [id, { ...calendar, earlier: [] }]))
  const year = dayOfInstant(app.clock.now()).slice(0, 4)
  const listed: JudgedCase[] = []
  let otherwise = 0
  const checked = await walkEndedCases(app, self, startOfDay(`${year}-01-01`), async (tx, cases) => {
    const judged = cases
      .map((one) => ({ one, outcomes: otherOutcomes(one.fold(planned.now), one.fold(always)) }))
      .filter(({ outcomes }) => outcomes.length > 0)
    otherwise += judged.length
    const shown = judged.slice(0, Math.max(0, MOST_LISTED - listed.length))
    const known = await knownOf(
      tx,
      directory,
      shown.map(({ one }) => one),
    )
    const { titleOf } = await definitionsOf(tx)
    for (const { one, outcomes } of shown)
      for (const outcome of outcomes)
        listed.push({ ...movedCase(one, outcome, known.get(one.id), titleOf), was: outcome.was })
  })
  return { checked, otherwise, cases: listed.slice(0, MOST_LISTED) }
}

function movedCase(
  one: OpenCase,
  due: Pick<MovedDue, 'clockId' | 'before' | 'after'>,
  known: CaseKnown | undefined,
  titleOf: Definitions['titleOf'],
): MovedCase {
  return {
    subjectId: one.id,
    subjectKind: one.kind,
    subjectNo: known?.no ?? '',
    clockTitle: titleOf(due.clockId).title,
    before: due.before,
    after: due.after,
  }
}
