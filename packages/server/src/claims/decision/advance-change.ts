/**
 * CLM-13, ORG-05: the second person agrees to an advance within the own authority; the sum becomes a payment like any
 * other. What may be given is looked at again, with the claim and the person's usage locked.
 */
import {
  ADVANCE_REVISION,
  decideAdvance,
  decideAdvanceAuthority,
  leftForAdvance,
  coveredOn,
} from '@anpei/domain/claims'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { policyYearOf } from '@anpei/domain/programme'
import { z } from 'zod'
import type { Tx } from '../../http/index.ts'
import type { ConfirmedChange } from '../../identity/index.ts'
import { loadVersion, lockUsage } from '../../programme/index.ts'
import { checklistOf } from '../papers/checklist-of.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { mustBeImpartial } from './must-be-impartial.ts'
import { paymentsFor } from '../payments/payments-for.ts'
import { settleClaim } from '../settle-clocks.ts'
import { basisOfClaim } from '../assessment/store-assessments.ts'
import { lineWritings, lockClaim, type ClaimRecord, type LineRecord } from '../store-claims.ts'
import { newPaymentWritings, payeePlanOf, paymentsOfClaim } from '../payments/store-payments.ts'

export const ADVANCE_CHANGE = 'claim.advance'
export const ADVANCE_LABELS = {
  amount: '先予支付',
  expected: '预计给付',
  earlier: '此前先予支付',
  ground: '情形',
  papers: '依据的资料',
  note: '说明',
} as const

const Proposed = z.object({
  claimId: z.uuid(),
  amountFen: z.int(),
  expectedFen: z.int(),
  papers: z.array(z.string()),
})
export type ProposedAdvance = z.output<typeof Proposed>

export async function applyAdvance(tx: Tx, change: ConfirmedChange): Promise<Decision<null>> {
  const { tenantId } = tx.actor
  const proposed = Proposed.parse(change.sealed)
  const locked = await lockClaim(tx, proposed.claimId, 'claim.approve')
  if (!locked.ok) return locked
  const claim = locked.value
  const line = claim.lines.find((one) => one.id === change.subjectId)
  if (!line) return refuse('claim.line_unknown')
  const amountFen = BigInt(proposed.amountFen)
  const authority = decideAdvanceAuthority(tx.actor.authority, line.benefit, amountFen)
  if (!authority.ok) return authority
  const allowed = await mayAdvance(tx, claim, line, proposed)
  if (!allowed.ok) return allowed
  const [plan, earlier] = await Promise.all([
    payeePlanOf(tx.db, tenantId, claim.id),
    paymentsOfClaim(tx.db, tenantId, claim.id),
  ])
  const given = earlier.filter((one) => one.lineId === line.id && one.decidedRevision === ADVANCE_REVISION)
  const asked = { id: line.id, benefit: line.benefit, payFen: amountFen, decidedRevision: ADVANCE_REVISION }
  const payments = await paymentsFor(tx, claim, [asked], plan)
  const last = given.reduce((most, one) => Math.max(most, one.shareNo), 0)
  const placed = payments.map((one) => ({ ...one, shareNo: one.shareNo + last }))
  tx.record({
    name: 'claim.advance_approved',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { lineId: line.id, benefit: line.benefit, amountFen: proposed.amountFen, changeId: change.id },
  })
  await settleClaim(tx, claim, {}, [
    ...lineWritings(tx.db, tenantId, line.id, { advancedFen: line.advancedFen + amountFen }),
    ...newPaymentWritings(tx.db, tenantId, tx.now, placed),
  ])
  return ok(null)
}

/** Whether so much may be given of the line now; asked when it is put forward and again when it is agreed to. */
export async function mayAdvance(
  tx: Tx,
  claim: ClaimRecord,
  line: LineRecord,
  asked: Omit<ProposedAdvance, 'claimId'>,
): Promise<Decision<null>> {
  if (isActorsOwnCase(tx, claim)) return refuse('claim.own_case')
  const impartial = await mustBeImpartial(tx, claim)
  if (!impartial.ok) return impartial
  const { tenantId } = tx.actor
  const version = await loadVersion(tx.db, tenantId, claim.versionId)
  await lockUsage(tx.db, tenantId, claim, [policyYearOf(claim.accidentOn, version.policyYearStart).from])
  const [person, checklist] = await Promise.all([basisOfClaim(tx.db, tenantId, claim.id), checklistOf(tx, claim)])
  const held = checklist.items.filter((item) => item.state === 'received' || item.state === 'accepted')
  return decideAdvance({
    claimState: claim.state,
    lineState: line.state,
    covered: coveredOn(person.cover, claim.accidentOn),
    leftFen: leftForAdvance(line, claim.lines, person.usage, claim.accidentOn, version),
    expectedFen: BigInt(asked.expectedFen),
    amountFen: BigInt(asked.amountFen),
    evidence: held.filter((item) => asked.papers.includes(item.code)).length,
  })
}
