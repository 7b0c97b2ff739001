/**
 * A published version is re-applied to every case its clock runs for (CLK-01; SLA §2 rule 18): the instant from which
 * it holds is set once, then the cases are folded anew in batches. Done twice is done once: a killed run starts over.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '@anpei/domain/kernel'
import { systemWrite, tellLive, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { REAPPLY_TASK } from './definition-tasks.ts'
import { DEFINITIONS_KEPT_MS, forgetDefinitions } from './definitions.ts'
import { recomputeAll } from './recompute.ts'
import { addProgress, beginReapply, lockDefinition, markReapplied } from './store-definitions.ts'
import type { CaseDirectory, CaseKeepers } from './subjects.ts'

/** Job `sla.reapply_definition`: the clocks that run go over to the version. */
export async function reapplyDefinition(
  app: App,
  directory: CaseDirectory,
  keepers: CaseKeepers,
  payload: JobPayload,
): Promise<void> {
  const { tenantId } = payload
  const id = String(payload['changeId'])
  const self = systemActor(tenantId, 'job:sla.reapply_definition')
  const begun = await systemWrite(app, self, async (tx) => {
    const change = await lockDefinition(tx.db, tenantId, id)
    if (change?.state !== 'published' || !change.reapply || change.appliedAt !== null) return null
    const { clockId, version, validFrom } = change
    if (validFrom !== null && Date.parse(validFrom) > Date.parse(tx.now)) {
      tx.enqueue({ task: REAPPLY_TASK, payload: { changeId: id }, runAt: validFrom })
      return null
    }
    await beginReapply(tx.db, tenantId, id, tx.now, clockId)
    return { clockId, version }
  })
  if (begun === null) return
  forgetDefinitions(app)
  // Who still folds by the former rule has let go of it when the first case is done: none is moved back.
  await pause(DEFINITIONS_KEPT_MS)
  await recomputeAll(app, tenantId, keepers, directory, {
    cause: 'definition',
    causeId: id,
    clockId: begun.clockId,
    done: (tx, cases) => addProgress(tx.db, tenantId, id, cases),
  })
  await systemWrite(app, self, async (tx) => {
    await markReapplied(tx.db, tenantId, id, tx.now)
    const facts = { clock: begun.clockId, version: begun.version }
    tx.record({ name: 'definition.reapplied', subject: { kind: 'clock_definition', id }, facts })
    tellLive(tx, 'definitions', null)
  })
}
