/**
 * CLM-03, CLM-15: we ask the office that holds a paper, with a letter (调取资料函) and a task that follows it up, so that
 * the family need not run; never against a consent that was taken back (CUS-06). The task goes up when the office's
 * time is over.
 */
import type { askAuthority as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideAuthorityRequest, mayAct } from '@anpei/domain/claims'
import { dayEndingAt, ok, type Decision } from '@anpei/domain/kernel'
import { useAllowed } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { answerDueAt, authorityRules } from './authority-rules.ts'
import { authorityLetterLeaves } from './authority-leaves.ts'
import { lockWithChecklist } from './checklist-of.ts'
import { issueLetter } from '../telling/issue-letter.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { insertAuthorityRequest, openAuthorityRequests } from './store-authority.ts'
import { insertTask } from '../tasks/store-tasks.ts'

export async function askAuthority(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const { tenantId } = tx.actor
  const locked = await lockWithChecklist(tx, params.claimId, 'claim.investigate')
  if (!locked.ok) return locked
  const { claim, checklist } = locked.value
  const possible = mayAct('askAuthority', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const allowed = await useAllowed(tx, claim.personId, 'authority_request')
  if (!allowed.ok) return allowed
  const rule = authorityRules()[body.kind]
  const open = await openAuthorityRequests(tx.db, tenantId, claim.id)
  const asked = decideAuthorityRequest({
    items: checklist.items,
    code: body.code,
    rule,
    askedCodes: open.map((one) => one.code),
  })
  if (!asked.ok) return asked
  const dueAt = await answerDueAt(tx, rule.workingDays)
  const letter = await issueLetter(tx, claim, {
    kind: 'authority_request',
    recipientName: body.authority,
    recipientHonorific: '',
    document: asked.value.title,
    why: body.why,
    answerBy: dayEndingAt(dueAt),
    withAuthorisation: rule.needsAuthorisation,
  })
  if (!letter.ok) return letter
  const left = await authorityLetterLeaves(tx, claim.personId, { authority: body.authority, letterId: letter.value.id })
  if (!left.ok) return left
  const [id, taskId] = [newId(), newId()]
  await insertTask(tx.db, tenantId, tx.now, {
    id: taskId,
    claimId: claim.id,
    kind: 'authority',
    title: `向${body.authority}要${asked.value.title}`,
    ownerId: claim.ownerId ?? tx.actor.id,
    dueAt,
    madeBy: tx.actor.id,
    escalate: { afterDays: 1, to: 'supervisor' },
  })
  await insertAuthorityRequest(tx.db, tenantId, tx.now, {
    id,
    claimId: claim.id,
    code: body.code,
    kind: body.kind,
    authority: body.authority,
    why: body.why,
    taskId,
    letterId: letter.value.id,
    dueAt,
    madeBy: tx.actor.id,
  })
  tx.record({
    name: 'claim.authority_asked',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { requestId: id, taskId, letterId: letter.value.id, kind: body.kind, code: body.code },
  })
  return ok(await settleClaim(tx, claim, {}))
}
