/**
 * CMP-09, 令2020-3 art. 18: thirty more days, granted once by the superior institution or a senior executive of head
 * office, and only together with telling the complainant.
 */
import type { ComplaintStand, decideComplaintExtension as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import { complaintExtensionLifecycle } from '@anpei/domain/complaints'
import { addDays, dayOfInstant, ok, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { settleComplaint } from '../settle-complaint.ts'
import { standOf } from '../stand.ts'
import type { ComplaintRecord } from '../store.ts'
import { lockImpartially, saveComplaint } from '../work-on.ts'
import { issueComplaintLetter } from './complaint-letter.ts'
import { legalPeriod } from './legal-period.ts'
import { extensionDecisionWriting, extensionsWhere, extensionTold, type ExtensionRecord } from './store-decisions.ts'

const MORE_DAYS = 30

export async function decideComplaintExtension(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ComplaintStand>> {
  const [named] = await extensionsWhere(tx, sql`e.id = ${params.extensionId}`)
  if (!named) return refuse('request.not_found')
  const locked = await lockImpartially(tx, named.complaintId, 'complaint.extend')
  if (!locked.ok) return locked
  const complaint = locked.value
  const [extension] = await extensionsWhere(tx, sql`e.id = ${params.extensionId}`)
  if (!extension) return refuse('request.not_found')
  if (extension.askedBy === tx.actor.id) return refuse('complaint.own_extension')
  const step = transition(complaintExtensionLifecycle, body.grant ? 'grant' : 'refuse', extension.state)
  if (!step.ok) return step
  const letterId = body.grant ? await grant(tx, complaint, extension, body.told) : ok(null)
  if (!letterId.ok) return letterId
  if (!body.grant) {
    if (body.answer === '') return refuse('complaint.judgement_missing')
    tx.record({
      name: 'complaint.extension_refused',
      subject: { kind: 'complaint', id: complaint.id },
      personId: complaint.personId,
      facts: { extensionId: extension.id },
    })
  }
  await settleComplaint(tx, complaint.id)
  const told = { ...extensionTold(tx, complaint, extension), answer: body.answer, told: body.told }
  saveComplaint(tx, complaint, {}, [
    extensionDecisionWriting(tx, complaint, extension, step.value, { letterId: letterId.value, told }),
  ])
  return ok(standOf(complaint, complaint.state))
}

async function grant(
  tx: Tx,
  complaint: ComplaintRecord,
  extension: ExtensionRecord,
  told: string,
): Promise<Decision<string>> {
  if (told === '') return refuse('complaint.not_told')
  const { dueOn } = await legalPeriod(tx, complaint.id)
  if (dueOn === null) return refuse('complaint.nothing_due')
  if (dayOfInstant(tx.now) > dueOn) return refuse('complaint.extension_too_late')
  const letter = await issueComplaintLetter(tx, complaint, {
    kind: 'complaint_delay',
    receivedOn: dayOfInstant(complaint.receivedAt),
    reason: extensionTold(tx, complaint, extension).reason,
    originalDue: dueOn,
    newDue: addDays(dueOn, MORE_DAYS),
    approvedBy: tx.actor.name,
  })
  if (!letter.ok) return letter
  tx.record({
    name: 'complaint.extended',
    subject: { kind: 'complaint', id: complaint.id },
    personId: complaint.personId,
    facts: { approvedBy: tx.actor.id, informed: true, letterNo: letter.value.letterNo },
  })
  return ok(letter.value.id)
}
