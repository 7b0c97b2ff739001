/** NTF-04: draws the month's sample by chance, up to the number wanted; drawing again only fills it up. */
import type { drawNoticeSample as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { firstOfNextMonth, ok, startOfDay, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { sampleView } from '../samples/sample-view.ts'
import { drawSamples, samplesOf } from '../samples/store-samples.ts'

export async function drawSample(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId, id } = tx.actor
  const { month } = body
  const known = await samplesOf(tx.db, tenantId, { month })
  const count = body.count - known.length
  if (count > 0) {
    const first = `${month}-01`
    const from = startOfDay(first)
    const before = startOfDay(firstOfNextMonth(first))
    const drawn = await drawSamples(tx.db, tenantId, tx.now, { month, from, before, count }, id)
    tx.record({ name: 'notice.sample_drawn', subject: { kind: 'tenant', id }, facts: { month, count: drawn } })
  }
  return ok(await sampleView(tx, month))
}
