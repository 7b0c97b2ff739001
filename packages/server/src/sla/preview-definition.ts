/**
 * What a version would do to the cases that run, were it re-applied to them, is shown before anybody publishes it
 * (CLK-01; SLA §2 rule 18).
 */
import { systemActor, type Instant } from '@anpei/domain/kernel'
import { checkDefinition, movedDues, type ClockDef, type ClockState, type MovedDue } from '@anpei/domain/sla'
import { systemWrite, tellLive, type App, type Tx } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { definitionDesk, groundOf } from './definition-ground.ts'
import { knownOf } from './known-cases.ts'
import { walkOpenCases, type OpenCase } from './refold.ts'
import type { MovedCase } from './store-calendars.ts'
import { lockDefinition, saveDefinitionReport } from './store-definitions.ts'
import type { CaseDirectory } from './subjects.ts'

const MOST_LISTED = 50

/** Job `sla.preview_definition`: earlier, later, ended, late at once, and which; nothing is changed. */
export async function previewDefinition(app: App, directory: CaseDirectory, payload: JobPayload): Promise<void> {
  const { tenantId } = payload
  const changeId = String(payload['changeId'])
  const self = systemActor(tenantId, 'job:sla.preview_definition')
  const planned = await systemWrite(app, self, async (tx) => {
    const change = await lockDefinition(tx.db, tenantId, changeId)
    return change?.state === 'waiting' ? planOf(tx, change) : null
  })
  if (planned === null) return
  const { now, next, byId, clockId, titleOf } = planned
  const counted = { earlier: 0, later: 0, ended: 0, overdue: 0 }
  const cases: MovedCase[] = []
  const checked = await walkOpenCases(
    app,
    self,
    null,
    async (tx, open) => {
      const moved: { one: OpenCase; due: MovedDue }[] = []
      for (const one of open) {
        const [before, after] = [one.fold(byId, now), one.fold(byId, next)]
        counted.ended += endedBy(clockId, before, after)
        for (const due of movedDues(before, after, tx.now)) {
          counted[due.after < due.before ? 'earlier' : 'later'] += 1
          if (isLate(due.after, tx.now) && !isLate(due.before, tx.now)) counted.overdue += 1
          moved.push({ one, due })
        }
      }
      const shown = moved.slice(0, Math.max(0, MOST_LISTED - cases.length))
      const of = shown.map(({ one }) => one)
      const known = await knownOf(tx, directory, of)
      for (const { one, due } of shown) {
        cases.push({
          subjectId: one.id,
          subjectKind: one.kind,
          subjectNo: known.get(one.id)?.no ?? '',
          clockTitle: titleOf(due.clockId).title,
          before: due.before,
          after: due.after,
        })
      }
    },
    { clockId, given: next },
  )
  await systemWrite(app, self, async (tx) => {
    const report = { checked, ...counted, cases: cases.slice(0, MOST_LISTED) }
    await saveDefinitionReport(tx.db, tenantId, changeId, report)
    tellLive(tx, 'definitions', null)
  })
}

type Waiting = { readonly clockId: string; readonly definition: Readonly<Record<string, unknown>> }

/** The definitions as they are, and as they would be with the version re-applied now. */
async function planOf(tx: Tx, { clockId, definition }: Waiting) {
  const { definitions, calendars } = await definitionDesk(tx)
  const wish = { id: clockId, data: definition, from: tx.now, capByLaw: false, reapply: false }
  const checked = checkDefinition(groundOf(tx, definitions.all, calendars), wish)
  const now = definitions.defs
  const next: readonly ClockDef[] = checked.ok ? [...now, { ...checked.value.def, reapplyAt: tx.now }] : now
  return { now, next, byId: calendars.byId, clockId, titleOf: definitions.titleOf }
}

function isLate(dueAt: Instant, now: Instant): boolean {
  return Date.parse(dueAt) <= Date.parse(now)
}

function endedBy(clockId: string, before: readonly ClockState[], after: readonly ClockState[]): number {
  const was = before.find((clock) => clock.id === clockId)?.state
  const is = after.find((clock) => clock.id === clockId)?.state
  return (was === 'running' || was === 'paused') && is === 'cancelled' ? 1 : 0
}
