/** CMP-13, OPS-05: an import is given up; one under way notices at its next batch and leaves nothing behind. */
import type { cancelHistoryImport as route, HistoryImportView } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { historyImportLifecycle, historyRefusals } from '@anpei/domain/complaints'
import { transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { finishTask } from '../../jobs/index.ts'
import { findImport, moveImport } from './store-imports.ts'
import { importAnswer } from './views-imports.ts'

export async function cancelHistoryImport(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<HistoryImportView>> {
  const found = await findImport(tx, params.importId, true)
  if (!found.ok) return found
  const { id, state, taskId } = found.value
  const next = transition(historyImportLifecycle, 'cancel', state)
  if (!next.ok) return next
  await moveImport(tx, id, next.value, { endedAt: tx.now })
  if (taskId !== null && (state === 'rehearsing' || state === 'reading')) {
    const fault = historyRefusals['complaint.history_cancelled'].zh
    await finishTask(tx.db, tx.actor.tenantId, taskId, tx.now, { fault })
  }
  tx.record({ name: 'complaint_import.cancelled', subject: { kind: 'complaint_import', id } })
  return importAnswer(tx, id)
}
