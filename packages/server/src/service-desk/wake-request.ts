/** SRV-04: a request that was put off is worked on again before its time. */
import type { Input } from '@anpei/contract/kernel'
import type { RequestStand, wakeRequest as route } from '@anpei/contract/service-desk'
import { transition, type Decision } from '@anpei/domain/kernel'
import { requestLifecycle } from '@anpei/domain/service-desk'
import type { Tx } from '../http/index.ts'
import { lockToWork, saveWork, standOf } from './work-on.ts'

export async function wakeRequest(tx: Tx, { params }: Input<typeof route>): Promise<Decision<RequestStand>> {
  const found = await lockToWork(tx, params.requestId)
  if (!found.ok) return found
  const { id, state, personId } = found.value
  const moved = transition(requestLifecycle, 'wake', state)
  if (!moved.ok) return moved
  saveWork(tx, found.value, { transition: moved.value, snoozedUntil: null })
  tx.record({ name: 'request.woken', subject: { kind: 'request', id }, personId })
  return standOf(tx, found.value, moved.value.to)
}
