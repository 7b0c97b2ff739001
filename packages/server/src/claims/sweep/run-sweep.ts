/** CLM-16: starts the under-payment sweep in the background; the nightly run is the same job. */
import type { runSweep as route } from '@anpei/contract/claims'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { startSweep } from './start-sweep.ts'

export async function runSweep(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  return ok({ taskId: await startSweep(tx) })
}
