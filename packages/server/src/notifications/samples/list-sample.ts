/** NTF-04: a month's sample of notices and what became of the comparison. */
import type { listNoticeSample as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { sampleView } from './sample-view.ts'

export async function listSample(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  return ok(await sampleView(tx, query.month))
}
