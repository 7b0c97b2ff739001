/** CLM-04: one complete request for what is missing, with its letter, in one transaction. */
import type { askSupplement as route, ClaimStand } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { claimLifecycle, decideSupplement, mayAct } from '@anpei/domain/claims'
import { dayOfInstant, holds, ok, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { checklistOf } from './checklist-of.ts'
import { issueLetter } from '../telling/issue-letter.ts'
import { reporterOf } from '../assessment/judge-locked.ts'
import { settleClaim } from '../settle-clocks.ts'
import { openAuthorityRequests } from './store-authority.ts'
import { lockClaim, type ClaimChange } from '../store-claims.ts'
import { insertSupplement } from './store-supplements.ts'

export async function askSupplement(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ClaimStand>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.review')
  if (!locked.ok) return locked
  const claim = locked.value
  const possible = mayAct('askSupplement', claim, tx.actor, reporterOf(tx, claim))
  if (!possible.ok) return possible
  const [checklist, weAsk] = await Promise.all([
    checklistOf(tx, claim),
    openAuthorityRequests(tx.db, tx.actor.tenantId, claim.id),
  ])
  const asked = decideSupplement({
    items: checklist.items,
    asked: body.items,
    weAskCodes: weAsk.map((one) => one.code),
    reason: body.reason,
    earlierRequests: checklist.supplements.length,
    openRequest: checklist.openSupplement !== null,
    mayAllowSecond: holds(tx.actor, 'supplement.allow_second'),
  })
  if (!asked.ok) return asked
  // While papers are still being collected the case stays there.
  const step = claim.state === 'collecting' ? null : transition(claimLifecycle, 'ask_supplement', claim.state)
  if (step && !step.ok) return step

  const { requestNo, items } = asked.value
  const second = requestNo > 1
  const letter = await issueLetter(tx, claim, {
    kind: 'supplement_notice',
    receivedOn: dayOfInstant(claim.requestedAt ?? claim.receivedAt),
    items: [
      ...items.map((item) => ({
        code: item.code,
        document: item.title,
        why: item.why,
        way: { kind: 'provide', substitute: item.substitute } as const,
      })),
      ...weAsk.map((one) => ({
        code: one.code,
        document: checklist.items.find((item) => item.code === one.code)?.title ?? one.code,
        why: one.why,
        way: { kind: 'we_ask', authority: one.authority } as const,
      })),
    ],
    heldCodes: checklist.items.filter((item) => item.state === 'accepted').map((item) => item.code),
    ...(second ? { secondRequest: { approvedBy: tx.actor.name, reason: body.reason } } : {}),
  })
  if (!letter.ok) return letter
  await insertSupplement(tx.db, tx.actor.tenantId, tx.now, {
    id: newId(),
    claimId: claim.id,
    requestNo,
    items: items.map(({ code, title, why }) => ({ code, title, why })),
    reason: body.reason,
    allowedBy: second ? tx.actor.id : null,
    letterId: letter.value.id,
    madeBy: tx.actor.id,
  })
  const about = { subject: { kind: 'claim', id: claim.id }, personId: claim.personId } as const
  tx.record({ name: 'claim.supplement_asked', ...about, facts: { requestNo, codes: items.map((item) => item.code) } })
  if (second) tx.record({ name: 'claim.second_supplement', ...about, facts: { requestNo }, reason: body.reason })
  const change: ClaimChange = step ? { transition: step.value, papersCompletedAt: null } : {}
  return ok(await settleClaim(tx, claim, change))
}
