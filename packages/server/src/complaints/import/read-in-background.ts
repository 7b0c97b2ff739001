/** CMP-13, OPS-05: a file of past complaints is to be read, by a job. */
import type { HistoryImportView, HistoryMapping } from '@anpei/contract/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { beginReading } from './begin-reading.ts'
import { importAnswer } from './views-imports.ts'

export const READ_HISTORY = 'complaints.read_history'

/** `mapping`: null keeps the one it was rehearsed with. */
export async function readInBackground(
  tx: Tx,
  importId: string,
  act: 'rehearse' | 'begin',
  mapping: HistoryMapping | null,
): Promise<Decision<HistoryImportView>> {
  const begun = await beginReading(tx, importId, act, mapping)
  if (!begun.ok) return begun
  tx.enqueue({ task: READ_HISTORY, payload: { importId }, key: `complaint_import:${importId}` })
  return importAnswer(tx, importId)
}
