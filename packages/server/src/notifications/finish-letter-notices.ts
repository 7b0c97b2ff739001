/** NTF-03: somebody went or wrote: the notices of a subject that waited for it have reached, or could not. */
import { transition } from '@anpei/domain/kernel'
import { attemptLifecycle, isByHand, noticeLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { moveAttempts, moveNotices } from './store-chain.ts'
import { noticesOf } from './store.ts'

export async function finishLetterNotices(tx: Tx, subjectId: string, reached = true, proof = ''): Promise<void> {
  const { tenantId } = tx.actor
  const filter = { subjectId, state: noticeLifecycle.initial, beforeId: null, limit: 100 }
  const waiting = (await noticesOf(tx, filter)).filter((one) => isByHand(one.channel))
  const handed = transition(attemptLifecycle, reached ? 'reach' : 'fail', attemptLifecycle.initial)
  const step = transition(noticeLifecycle, reached ? 'reach' : 'give_up', noticeLifecycle.initial)
  if (!handed.ok || !step.ok) throw new Error('the lifecycles of notices have lost a step')
  const own = { handedBy: tx.actor.kind === 'staff' ? tx.actor.id : undefined, proof }
  await moveAttempts(
    tx.db,
    tenantId,
    waiting.flatMap(({ attemptId: id }) =>
      id === null
        ? []
        : [{ id, step: handed.value, proof: own.proof, ...(own.handedBy ? { handedBy: own.handedBy } : {}) }],
    ),
  )
  await moveNotices(
    tx.db,
    tenantId,
    waiting.map(({ id }) => ({
      id,
      step: step.value,
      dueAt: null,
      ...(reached ? { reachedAt: tx.now, deliveredAt: tx.now } : { fault: proof || '上门没有找到人' }),
    })),
  )
}
