/** CMP-08: the superior's own findings, basis and reasons, in a notice; a changed decision is worked on again. */
import type { ComplaintStand, decideRecheck as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { decideHandler, recheckLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import { saveComplaint } from '../work-on.ts'
import { issueComplaintLetter } from './complaint-letter.ts'
import { lockRecheck } from './lock-recheck.ts'
import { recheckChangeWriting } from './store-rechecks.ts'

export async function decideRecheck(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintStand>> {
  const locked = await lockRecheck(tx, params.recheckId, 'complaint.recheck')
  if (!locked.ok) return locked
  const { complaint, recheck } = locked.value
  const mine = decideHandler(tx.actor.id, recheck.handlerId)
  if (!mine.ok) return mine
  const step = transition(recheckLifecycle, 'decide', recheck.state)
  if (!step.ok) return step
  const { outcome, ...grounds } = body
  const letter = await issueComplaintLetter(tx, complaint, {
    kind: 'recheck_decision',
    askedOn: dayOfInstant(recheck.askedAt),
    decidedOn: dayOfInstant(tx.now),
    decidedBy: tx.actor.name,
    outcome,
    ...grounds,
  })
  if (!letter.ok) return letter
  tx.record({
    name: 'recheck.decided',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { recheckId: recheck.id, outcome, letterNo: letter.value.letterNo },
  })
  await settleComplaint(tx, complaint.id)
  const decision = { outcome, letterId: letter.value.id, letterNo: letter.value.letterNo }
  saveComplaint(tx, complaint, {}, [
    recheckChangeWriting(tx, complaint, recheck, step.value, { decision, told: grounds }),
  ])
  return ok(standOf(complaint, complaint.state))
}
