/** CUS-01, OPS-05: somebody wants the register searched for doubles now. */
import type { searchDoubles as route } from '@anpei/contract/customers'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { startDoubleSearch } from './doubles-run.ts'

export async function searchDoubles(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const taskId = await startDoubleSearch(tx)
  tx.record({ name: 'doubles.search_started', subject: { kind: 'background_task', id: taskId } })
  return ok({ taskId })
}
