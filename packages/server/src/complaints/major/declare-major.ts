/**
 * CMP-12, 令2020-3 art. 12, 29: declared as a major complaint, with who leads and whom they report to, how many came and
 * speak, where they are heard. Its place in the queue is worked out anew; no period of the law changes.
 */
import type { declareMajor as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideCommand, decideDeclaration } from '@anpei/domain/complaints'
import { refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { prioritise } from '../../programme/index.ts'
import { peopleHolding } from '../people-holding.ts'
import { mustBeOpen } from '../must-be-open.ts'
import { lockToCoordinate } from '../work-on.ts'
import { saveMajor } from './major-case.ts'
import { declaredMajorWriting, majorOf } from './store-major.ts'

export async function declareMajor(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToCoordinate(tx, params.complaintId)
  if (!locked.ok) return locked
  const complaint = locked.value
  const open = mustBeOpen(complaint.state, '宣布为重大投诉')
  if (!open.ok) return open
  const { peopleCount, spokespersonCount, receptionArea, areaRecorded, reason } = body
  const { urgency, severity, cause, legalImpact, regulatoryImpact, channel } = complaint
  const traits = { urgency, severity, cause: cause ?? '', major: true, legalImpact, regulatoryImpact }
  const [people, receivers, major, { priority }] = await Promise.all([
    peopleHolding(tx, 'complaint.read'),
    peopleHolding(tx, 'complaint.approve'),
    majorOf(tx, complaint),
    prioritise(tx.db, tx.actor.tenantId, traits),
  ])
  const facts = { channel, peopleCount, spokespersonCount, reason, area: receptionArea, recorded: areaRecorded }
  const step = decideDeclaration({ ...facts, state: major?.state ?? null })
  if (!step.ok) return step
  const leader = people.find((one) => one.id === body.leaderId)
  if (!leader) return refuse('complaint.major_person')
  const reportsTo = receivers.find((one) => one.id === body.reportsToId)
  if (!reportsTo) return refuse('complaint.major_receiver')
  const command = decideCommand(leader, reportsTo, complaint)
  if (!command.ok) return command
  return saveMajor(tx, complaint, step.value.to, {
    event: { name: 'complaint.major_declared', facts: { peopleCount, leaderId: leader.id, reportsToId: reportsTo.id } },
    change: { major: true, priority, peopleCount, spokespersonCount, receptionArea, areaRecorded },
    writings: [
      declaredMajorWriting(tx, complaint, step.value, { leaderId: leader.id, reportsToId: reportsTo.id, reason }),
    ],
  })
}
