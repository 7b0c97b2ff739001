/** CMP-13, OPS-05: what begins a reading: the step of the import, its task with progress, its job. */
import type { HistoryImportView, HistoryMapping } from '@anpei/contract/complaints'
import { decideMapping, historyImportLifecycle } from '@anpei/domain/complaints'
import { transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { openTask } from '../../jobs/index.ts'
import { findImport, moveImport } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

export const READ_HISTORY = 'complaints.read_history'

/** `mapping`: null keeps the one it was rehearsed with. */
export async function readInBackground(
  tx: Tx,
  importId: string,
  act: 'rehearse' | 'begin',
  mapping: HistoryMapping | null,
): Promise<Decision<HistoryImportView>> {
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
    startedBy: tx.actor.id,
  })
  await moveImport(tx, importId, next.value, { taskId, ...(mapping ? { mapping } : {}) })
  tx.enqueue({ task: READ_HISTORY, payload: { importId }, key: `complaint_import:${importId}` })
  return importAnswer(tx, importId)
}
