/** SRV-08: solved when the customer says so: answered, classified, and by whom it was said. */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, solveRequest as route } from '@anpei/contract/service-desk'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { requestLifecycle } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function solveRequest(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId, firstAnsweredAt, unansweredSince, topic } = found.value
  const moved = transition(requestLifecycle, 'solve', state)
  if (!moved.ok) return moved
  if (firstAnsweredAt === null || unansweredSince !== null) return refuse('desk.not_answered')
  if (topic === null) return refuse('desk.not_classified')
  saveWork(tx, found.value, {
    transition: moved.value,
    solved: { at: tx.now, by: body.saidBy },
    snoozedUntil: null,
    followUpAt: null,
  })
  tx.record({
    name: 'request.solved',
    subject: { kind: 'request', id },
    personId,
    facts: { by: body.saidBy },
    ...(body.note === '' ? {} : { reason: body.note }),
  })
  return standOf(tx, found.value, moved.value.to)
}
