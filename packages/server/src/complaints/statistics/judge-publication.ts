/** CMP-14: somebody who neither drafted nor submitted it publishes, or sends it back. From then on it never changes. */
import type { judgePublication as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decidePublishing, isWithin, publicationLifecycle } from '@anpei/domain/complaints'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { lockPublication, movePublication, publicationsWhere, type PublicationRecord } from './store-publications.ts'

export async function judgePublication(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await lockPublication(tx, params.publicationId)
  if (!found.ok) return found
  const { id, version, state, period, draftedBy, submittedBy } = found.value
  const step = transition(publicationLifecycle, body.publish ? 'publish' : 'return', state)
  if (!step.ok) return step
  const decided = decidePublishing({
    actorId: tx.actor.id,
    writers: [draftedBy, submittedBy],
    isOutdated: body.publish && (await overlapsSince(tx, found.value)),
  })
  if (!decided.ok) return decided
  await movePublication(tx, found.value, step.value, { answer: body.answer })
  tx.record({
    name: body.publish ? 'publication.published' : 'publication.returned',
    subject: { kind: 'complaint_publication', id },
    facts: { period: period.name, version },
  })
  return ok({ id, version, state: step.value.to })
}

async function overlapsSince(tx: Tx, { period, frozenAt }: PublicationRecord): Promise<boolean> {
  const since = await publicationsWhere(tx, sql`state = 'published' and published_at >= ${frozenAt}`)
  return since.some((one) => isWithin(one.period, period) || isWithin(period, one.period))
}
