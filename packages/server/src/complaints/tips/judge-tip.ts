/**
 * CMP-12, L14: somebody else than the examiner confirms what came of a 举报 or sends it back, and closes it when nothing
 * is owed any more. Examined is what was confirmed; what was declined or transferred ends the time of the law.
 */
import type { judgeTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideJudgement } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockTip, saveTip, standing } from './work-on-tip.ts'

export async function judgeTip(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockTip(tx, params.tipId)
  if (!locked.ok) return locked
  const tip = locked.value
  const step = decideJudgement({
    ...body,
    state: tip.state,
    judgeId: tx.actor.id,
    concludedBy: tip.concludedBy,
    wasAccepted: tip.acceptedAt !== null,
    named: tip.named,
    told: tip.toldAt !== null,
    unread: tip.unreadSince !== null,
  })
  if (!step.ok) return step
  const ended = tip.outcome === 'declined' || tip.outcome === 'transferred'
  const recordedOnConfirming = ended ? 'whistleblow.ended' : 'whistleblow.examined'
  const name = {
    confirm: recordedOnConfirming,
    return: 'whistleblow.returned',
    close: 'whistleblow.closed',
    // New facts behind the end begin anew, with a clock of their own (SLA §2 rule 12).
    reopen: 'whistleblow.accepted',
  }[body.judgement]
  tx.record({ name, subject: { kind: 'tip', id: tip.id } })
  await saveTip(tx, tip, { step: step.value, told: { judgement: body.reason } })
  return standing(tip, step.value.to)
}
