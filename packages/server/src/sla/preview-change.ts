/**
 * What a calendar change would do is shown before anybody confirms it: how many cases have a time that ends earlier,
 * how many one that ends later, and which (CLK-02; SLA §2 rule 14).
 */
import { systemActor } from '@anpei/domain/kernel'
import { movedDues, type MovedDue } from '@anpei/domain/sla'
import { systemWrite, tellLive, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { calendarsOf } from './calendars.ts'
import { definitionsOf, type Definitions } from './definitions.ts'
import { knownOf } from './known-cases.ts'
import { withChange } from './make-calendars.ts'
import { walkOpenCases, type OpenCase } from './refold.ts'
import { lockChange, saveReport, type MovedCase } from './store-calendars.ts'
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
  await systemWrite(app, self, async (tx) => {
    await saveReport(tx.db, payload.tenantId, changeId, { checked, ...counted, cases: listed.slice(0, MOST_LISTED) })
    await tellLive(tx, 'calendars', null)
  })
}

function movedCase(
  one: OpenCase,
  due: MovedDue,
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
