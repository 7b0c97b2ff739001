/**
 * ORG-01: the case goes to the insurer: by a job into the tenant of an insurer of this installation, by the broker's
 * own hand to one outside, whose case number may be written down now or with its first answer.
 */
import type { AssistStand, submitAssist as route } from '@anpei/contract/assist'
import type { Input } from '@anpei/contract/kernel'
import { assistLifecycle } from '@anpei/domain/assist'
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { shareOut } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { settleAssist } from './settle-assist.ts'
import { standOf } from './stand.ts'
import { lockAssist, saveAssist } from './store.ts'
import { DELIVER } from './tasks.ts'

export async function submitAssist(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<AssistStand>> {
  const locked = await lockAssist(tx, params.assistId)
  if (!locked.ok) return locked
  const assist = locked.value
  const moved = transition(assistLifecycle, 'submit', assist.state)
  if (!moved.ok) return moved
  const outside = assist.insurerTenantId === null
  const left = await shareOut(tx, {
    to: { kind: 'insurer', partner: assist.insurerName },
    what: 'insurer_case',
    format: 'report',
    reason: `提交 ${assist.assistNo}`,
    rowCount: 1,
    sha256: null,
    subjectId: assist.id,
    personIds: [],
  })
  if (!left.ok) return left
  await saveAssist(tx, assist.id, {
    transition: moved.value,
    submittedAt: tx.now,
    ...(outside && body.outsideClaimNo !== '' ? { outsideClaimNo: body.outsideClaimNo } : {}),
  })
  tx.record({
    name: 'assist.submitted',
    subject: { kind: 'assisted_claim', id: assist.id },
    facts: { insurerTenantId: assist.insurerTenantId },
  })
  await settleAssist(tx, assist.id)
  if (!outside) tx.enqueue({ task: DELIVER, payload: { assistId: assist.id } })
  return ok(standOf(assist, moved.value.to))
}
