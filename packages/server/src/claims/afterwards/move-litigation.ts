/** CLM-16: a hearing, a judgement, an appeal, the end; the outcome and the sum awarded are kept with it. */
import type { LitigationView, moveLitigation as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideLitigation } from '@anpei/domain/claims'
import { dayOfInstant, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { litigationAnswer } from './litigation-views.ts'
import { planHearing } from './plan-hearing.ts'
import { settleClaim } from '../settle-clocks.ts'
import { lockClaim } from '../store-claims.ts'
import { litigationById, saveLitigation } from './store-litigations.ts'

export async function moveLitigation(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<LitigationView>> {
  const { tenantId } = tx.actor
  const found = await litigationById(tx.db, tenantId, params.litigationId)
  if (!found) return refuse('request.not_found')
  const locked = await lockClaim(tx, found.claimId, 'claim.litigate')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const suit = (await litigationById(tx.db, tenantId, found.id)) ?? found
  const awardedFen = body.awardedFen === null ? null : BigInt(body.awardedFen)
  const moved = decideLitigation({ ...body, awardedFen, state: suit.state, today: dayOfInstant(tx.now) })
  if (!moved.ok) return moved
  const hearingTaskId = await planHearing(tx, claim, {
    on: body.hearingOn,
    title: `开庭：${suit.forumName} ${suit.caseNo}`,
    formerTaskId: suit.hearingTaskId,
  })
  await saveLitigation(tx.db, tenantId, suit.id, {
    transition: moved.value,
    hearingOn: body.hearingOn,
    hearingTaskId,
    outcome: body.outcome,
    awardedFen,
    sealed: body.note === '' ? null : tx.vault.seal(claim.salt, body.note),
    endedAt: body.act === 'end' ? tx.now : null,
  })
  tx.record({
    name: 'claim.litigation_moved',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { litigationId: suit.id, act: body.act, outcome: body.outcome, awardedFen: body.awardedFen },
  })
  await settleClaim(tx, claim, {})
  return litigationAnswer(tx, suit.id)
}
