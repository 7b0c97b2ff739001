/** What every command of the desk begins and ends with: the locked request, whose it is, and how it stands now. */
import type { RequestStand } from '@anpei/contract/service-desk'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { mayWorkOn, requestLifecycle, type RequestState } from '@anpei/domain/service-desk'
import { writeAsOne, type Writing } from '../db/index.ts'
import { tellLive, type Tx } from '../http/index.ts'
import { staffName } from '../identity/index.ts'
import { findRequest, requestChangeWriting, type RequestChange, type RequestRecord } from './store.ts'

/** Locked, and not in the hands of a colleague (SRV-04). */
export async function lockToWork(tx: Tx, requestId: string): Promise<Decision<RequestRecord>> {
  const found = await findRequest(tx, requestId, 'desk.work', true)
  if (!found.ok) return found
  const { ownerId } = found.value
  if (mayWorkOn(ownerId, { id: tx.actor.id, leads: holds(tx.actor, 'desk.lead') })) return found
  return refuse('desk.taken', { owner: await staffName(tx.db, tx.actor.tenantId, ownerId ?? '') })
}

/** The change and what goes with it, in one statement, and word to whoever has the queue open. */
export function saveWork(tx: Tx, request: RequestRecord, change: RequestChange, more: readonly Writing[] = []): void {
  const writing = requestChangeWriting(tx, request.id, change)
  tx.later(writeAsOne(tx.db, [...(writing ? [writing] : []), ...more]))
  tellLive(tx, 'desk', null)
}

export async function standOf(
  tx: Tx,
  request: Pick<RequestRecord, 'id' | 'requestNo' | 'ownerId'>,
  state: RequestState,
): Promise<Decision<RequestStand>> {
  const { id, requestNo, ownerId } = request
  const owner = ownerId === null ? null : { id: ownerId, name: await staffName(tx.db, tx.actor.tenantId, ownerId) }
  return ok({ id, requestNo, state, stateWord: requestLifecycle.states[state].zh, owner })
}
