/**
 * 理赔复议 (CLM-16): the customer disputes a decision. The lines come back under judgement, whoever took part in the
 * decision is kept from judging it again, and the case goes to somebody who did not.
 */
import type { disputeDecision as route, ReconsiderationView } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { decideDispute, isOwnCase } from '@anpei/domain/claims'
import { dayOfInstant, ok, refuse, type Actor, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { loadPerson } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { isActorsOwnCase, reporterOf } from '../assessment/judge-locked.ts'
import { chooseClaimOwner, mayOwnCases } from '../owner.ts'
import { reconsiderationViews } from './reconsideration-views.ts'
import { reopenLines } from './reopen-lines.ts'
import { lockClaim, type ClaimRecord } from '../store-claims.ts'
import { insertReconsideration, openReconsideration, tookPart } from './store-reconsiderations.ts'

export async function disputeDecision(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<ReconsiderationView>> {
  const { tenantId } = tx.actor
  const locked = await lockClaim(tx, params.claimId, 'claim.reopen')
  if (!locked.ok) return locked
  const claim = locked.value
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const lines = claim.lines.filter((line) => body.lineIds.includes(line.id))
  const open = (await openReconsideration(tx.db, tenantId, claim.id)) !== undefined
  const decided = decideDispute({ open, lines, askedOn: body.askedOn, today: dayOfInstant(tx.now) })
  if (!decided.ok) return decided
  const barred = await tookPart(tx.db, tenantId, claim.id)
  const owner = await ownerOf(tx, claim, barred, body.ownerId)
  if (!owner.ok) return owner
  const id = newId()
  await insertReconsideration(tx.db, tenantId, tx.now, {
    id,
    claimId: claim.id,
    askedOn: body.askedOn,
    barred,
    beforeFen: lines.reduce((sum, line) => sum + line.payableFen, 0n),
    lineIds: body.lineIds,
    sealed: tx.vault.seal(claim.salt, body.said),
    madeBy: tx.actor.id,
  })
  tx.record({
    name: 'claim.disputed',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { reconsiderationId: id, lineIds: body.lineIds, askedOn: body.askedOn, ownerId: owner.value },
  })
  const reopened = await reopenLines(tx, claim, {
    cause: 'disputed',
    lineIds: body.lineIds,
    reason: '理赔复议',
    ownerId: owner.value,
  })
  if (!reopened.ok) return reopened
  const [view] = await reconsiderationViews(tx, sql<boolean>`x.id = ${id}`)
  return view ? ok(view) : refuse('request.not_found')
}

async function needOf(tx: Tx, { villageCode, kinds, personId }: ClaimRecord, apart: readonly string[]) {
  const person = await loadPerson(tx.db, tx.actor.tenantId, personId)
  return { villageCode, kinds, careMarks: person?.careMarks ?? [], apart }
}

async function ownerOf(
  tx: Tx,
  claim: ClaimRecord,
  barred: readonly string[],
  wanted: string | null,
): Promise<Decision<string | null>> {
  if (wanted === null) return ok(await chooseClaimOwner(tx, await needOf(tx, claim, barred)))
  if (barred.includes(wanted)) return refuse('reconsideration.took_part')
  const name = await mayOwnCases(tx.db, tx.actor.tenantId, wanted, dayOfInstant(tx.now))
  const owner: Actor = { ...tx.actor, kind: 'staff', id: wanted, name: name ?? '', personId: null }
  return name === null || isOwnCase(owner, claim, reporterOf(tx, claim))
    ? refuse('claim.owner_not_possible')
    : ok(wanted)
}
