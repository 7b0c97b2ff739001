/** NTF-04: what the comparison of a notice with its case showed; said once. */
import type { judgeNoticeSample as route, SampledNotice } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { sampledViews } from './sample-view.ts'
import { judgeSample, samplesOf } from './store-samples.ts'

export async function judgeSampled(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<SampledNotice>> {
  const { tenantId, id: judgedBy } = tx.actor
  const [known] = await samplesOf(tx.db, tenantId, { id: params.sampleId })
  if (!known) return refuse('request.not_found')
  const salt = tx.vault.newSalt()
  const sealed = tx.vault.seal(salt, body.comment)
  const done = await judgeSample(tx.db, tenantId, tx.now, known.id, { verdict: body.verdict, salt, sealed, judgedBy })
  if (!done) return refuse('notifications.sample_ended')
  tx.record({
    name: 'notice.sample_judged',
    subject: { kind: 'notice', id: known.notice.id },
    facts: { month: known.month, verdict: body.verdict },
  })
  const [judged] = await sampledViews(tx, await samplesOf(tx.db, tenantId, { id: known.id }))
  return judged ? ok(judged) : refuse('request.not_found')
}
