/** CMP-13, OPS-05: what begins a reading: the step of the import and its task with progress. */
import type { HistoryMapping } from '@anpei/contract/complaints'
import { decideMapping, historyImportLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { openTask } from '../../jobs/index.ts'
import { findImport, moveImport } from './store-imports.ts'

/** `mapping`: null keeps the one it was rehearsed with. */
export async function beginReading(
  tx: Tx,
  importId: string,
  act: 'rehearse' | 'begin',
  mapping: HistoryMapping | null,
): Promise<Decision<null>> {
  const found = await findImport(tx, importId, true)
  if (!found.ok) return found
  const next = transition(historyImportLifecycle, act, found.value.state)
  if (!next.ok) return next
  const fits = decideMapping(mapping ?? found.value.mapping, found.value.headings)
  if (!fits.ok) return fits
  const taskId = await openTask(tx.db, tx.actor.tenantId, tx.now, {
    kind: 'complaint_import',
    title: `${historyImportLifecycle.transitions[act].zh}历史投诉 ${found.value.fileName}`,
    subjectId: importId,
    startedBy: tx.actor.kind === 'staff' ? tx.actor.id : null,
  })
  await moveImport(tx, importId, next.value, { taskId, ...(mapping ? { mapping } : {}) })
  return ok(null)
}
