/** ORG-01: we stop assisting, with a reason. The insurer's own case goes on: only the client can take that back. */
import type { AssistStand, withdrawAssist as route } from '@anpei/contract/assist'
import type { Input } from '@anpei/contract/kernel'
import { assistLifecycle } from '@anpei/domain/assist'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { settleAssist } from './settle-assist.ts'
import { standOf } from './stand.ts'
import { lockAssist, saveAssist } from './store.ts'

export async function withdrawAssist(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<AssistStand>> {
  const locked = await lockAssist(tx, params.assistId)
  if (!locked.ok) return locked
  const moved = transition(assistLifecycle, 'withdraw', locked.value.state)
  if (!moved.ok) return moved
  await saveAssist(tx, params.assistId, { transition: moved.value, news: 0 })
  tx.record({ name: 'assist.withdrawn', subject: { kind: 'assisted_claim', id: params.assistId }, reason: body.reason })
  await settleAssist(tx, params.assistId)
  return ok(standOf(locked.value, moved.value.to))
}
