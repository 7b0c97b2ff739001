/**
 * SRV-04, SLA §2 rule 13: a merge that was wrong is taken back: its events are left out of the clocks of both, so that
 * both run as if it had never been.
 */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, undoRequestMerge as route } from '@anpei/contract/service-desk'
import { refuse, transition, type Decision, type Transition } from '@anpei/domain/kernel'
import { requestLifecycle, type RequestState } from '@anpei/domain/service-desk'
import { eventsOf, type StoredEvent } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { settleRequest } from './settle-request.ts'
import { standingOf } from './store-thread.ts'
import { findRequest, requestChangeWriting } from './store.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function undoRequestMerge(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const merged = found.value
  const moved = restoring(merged.state, merged.stateBefore)
  if (!moved.ok) return moved
  if (merged.mergedInto === null) return refuse('request.not_found')
  const survivor = await findRequest(tx, merged.mergedInto, 'desk.work', true)
  if (!survivor.ok) return survivor
  const { tenantId } = tx.actor
  const [own, others, standing] = await Promise.all([
    eventsOf(tx.db, tenantId, merged.id),
    eventsOf(tx.db, tenantId, survivor.value.id),
    standingOf(tx, survivor.value.id, merged.id),
  ])
  const change = requestChangeWriting(tx, survivor.value.id, standing)
  saveWork(tx, merged, { transition: moved.value, merged: null }, change ? [change] : [])
  recordUndoing(tx, merged.id, 'request.unmerged', own, ['mergedInto', survivor.value.id], body.reason)
  recordUndoing(tx, survivor.value.id, 'request.split_off', others, ['mergedFrom', merged.id], body.reason, {
    mergedNo: merged.requestNo,
  })
  await settleRequest(tx, merged.id)
  await settleRequest(tx, survivor.value.id)
  return standOf(tx, merged, moved.value.to)
}

function restoring(state: RequestState, before: string | null): Decision<Transition<RequestState>> {
  const act = before === 'received' ? 'restoreNew' : before === 'answered' ? 'restoreAnswered' : 'unmerge'
  return transition(requestLifecycle, act, state)
}

function recordUndoing(
  tx: Tx,
  requestId: string,
  name: 'request.unmerged' | 'request.split_off',
  events: readonly StoredEvent[],
  [fact, value]: readonly [string, string],
  reason: string,
  facts: Readonly<Record<string, string>> = {},
): void {
  const undone = events.filter((event) => event.facts[fact] === value).map((event) => event.id)
  tx.record({
    name,
    subject: { kind: 'request', id: requestId },
    reason,
    facts: { ...facts, ...(undone.length > 0 ? { undoes: undone } : {}) },
  })
}
