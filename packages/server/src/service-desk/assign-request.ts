/** SRV-01, SRV-04: handed over with a reason, to somebody who is here and may see it; until then the owner stays. */
import type { Input } from '@anpei/contract/kernel'
import type { assignRequest as route, RequestStand } from '@anpei/contract/service-desk'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import { mayBeTold } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { actorsFor, certifiedFor } from '../identity/index.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function assignRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const [found, workers, cleared] = await Promise.all([
    lockToWork(tx, params.requestId),
    actorsFor(tx.db, tx.actor.tenantId, 'desk.work', dayOfInstant(tx.now)),
    actorsFor(tx.db, tx.actor.tenantId, 'desk.sealed', dayOfInstant(tx.now)),
  ])
  if (!found.ok) return found
  const { id, state, personId, confidential, concernedIds } = found.value
  const { ownerId } = body
  const worker = workers.find((one) => one.id === ownerId)
  const sealed = { kind: 'request', id }
  const maySee =
    !concernedIds.includes(ownerId) &&
    (!confidential ||
      (cleared.some((one) => one.id === ownerId) && (await mayBeTold(tx, sealed, [ownerId])).includes(ownerId)))
  const certified = worker ? null : await certifiedFor(tx, ownerId, 'desk.work')
  if (certified && !certified.ok) return certified
  if (!worker || !maySee) return refuse('desk.no_such_colleague')
  if (worker.absent) return refuse('desk.colleague_absent')
  saveWork(tx, found.value, { ownerId })
  tx.record({
    name: 'request.assigned',
    subject: { kind: 'request', id },
    personId,
    reason: body.reason,
    facts: { ownerId },
  })
  return standOf(tx, { ...found.value, ownerId }, state)
}
