/** CMP-14: measures are written to the frozen figures, and another person is asked to publish. */
import type { submitPublication as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { publicationLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockPublication, movePublication } from './store-publications.ts'

export async function submitPublication(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockPublication(tx, params.publicationId)
  if (!found.ok) return found
  const { id, version, state, period } = found.value
  const step = transition(publicationLifecycle, 'submit', state)
  if (!step.ok) return step
  await movePublication(tx, found.value, step.value, { measures: body.measures })
  tx.record({
    name: 'publication.submitted',
    subject: { kind: 'complaint_publication', id },
    facts: { period: period.name, version },
  })
  return ok({ id, version, state: step.value.to })
}
