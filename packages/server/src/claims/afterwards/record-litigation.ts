/** CLM-16: a claim that went before a court or an arbitration body; its next hearing becomes a task. */
import type { LitigationView, recordLitigation as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideFiling } from '@anpei/domain/claims'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { litigationAnswer } from './litigation-views.ts'
import { planHearing } from './plan-hearing.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { insertLitigation } from './store-litigations.ts'

export async function recordLitigation(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<LitigationView>> {
  const locked = await lockClaim(tx, params.claimId, 'claim.litigate')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const decided = decideFiling({ ...body, accidentOn: claim.accidentOn, today: dayOfInstant(tx.now) })
  if (!decided.ok) return decided
  const id = newId()
  const title = `开庭：${body.forumName} ${body.caseNo}`
  const hearingTaskId = await planHearing(tx, claim, { on: body.hearingOn, title, formerTaskId: null })
  const isNew = await insertLitigation(tx.db, tx.actor.tenantId, tx.now, {
    id,
    claimId: claim.id,
    ...body,
    claimedFen: BigInt(body.claimedFen),
    hearingTaskId,
    sealed: tx.vault.seal(claim.salt, body.note),
    madeBy: tx.actor.id,
  })
  if (!isNew) return refuse('litigation.known_already')
  tx.record({
    name: 'claim.litigation_recorded',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { litigationId: id, forum: body.forum, filedOn: body.filedOn, claimedFen: body.claimedFen },
  })
  await settleClaim(tx, claim, {})
  return litigationAnswer(tx, id)
}
