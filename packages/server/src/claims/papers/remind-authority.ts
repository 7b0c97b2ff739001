/**
 * CLM-03: the office's time is over without an answer: a second letter that names the first, and a new day; not against
 * a consent that was taken back meanwhile (CUS-06).
 */
import type { ClaimStand, remindAuthority as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideAuthorityReminder, mayAct } from '@anpei/domain/claims'
import { dayEndingAt, dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { useAllowed } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { answerDueAt, authorityRules } from './authority-rules.ts'
import { authorityLetterLeaves } from './authority-leaves.ts'
import { lockWithChecklist } from './checklist-of.ts'
import { issueLetter } from '../telling/issue-letter.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { findAuthorityRequest, openAuthorityRequests, saveReminder } from './store-authority.ts'
import { postponeTask } from '../tasks/store-tasks.ts'

export async function remindAuthority(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const known = await findAuthorityRequest(tx.db, tenantId, params.requestId)
  if (!known) return refuse('request.not_found')
  const locked = await lockWithChecklist(tx, known.claim_id, 'claim.investigate')
  if (!locked.ok) return locked
  const { claim, checklist } = locked.value
  const possible = mayAct('remindAuthority', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const allowed = await useAllowed(tx, claim.personId, 'authority_request')
  if (!allowed.ok) return allowed
  // Read again behind the lock: two reminders at once are one too many.
  const request = (await openAuthorityRequests(tx.db, tenantId, claim.id)).find((one) => one.id === known.id)
  if (!request) return refuse('request.not_found')
  const due = decideAuthorityReminder({ dueAt: request.due_at, now: tx.now, reminders: request.reminders })
  if (!due.ok) return due
  const rule = authorityRules()[request.kind]
  const dueAt = await answerDueAt(tx, rule.reminderWorkingDays)
  const letter = await issueLetter(tx, claim, {
    kind: 'authority_request',
    recipientName: request.authority,
    recipientHonorific: '',
    document: checklist.items.find((item) => item.code === request.code)?.title ?? request.code,
    why: request.why,
    answerBy: dayEndingAt(dueAt),
    withAuthorisation: rule.needsAuthorisation,
    first: { on: dayOfInstant(request.made_at), letterNo: request.letter_no },
  })
  if (!letter.ok) return letter
  const left = await authorityLetterLeaves(tx, claim.personId, {
    authority: request.authority,
    letterId: letter.value.id,
  })
  if (!left.ok) return left
  await saveReminder(tx.db, tenantId, request.id, dueAt)
  await postponeTask(tx.db, tenantId, request.task_id, dueAt)
  tx.record({
    name: 'claim.authority_reminded',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { requestId: request.id, letterId: letter.value.id, code: request.code },
  })
  return ok(await settleClaim(tx, claim, {}))
}
