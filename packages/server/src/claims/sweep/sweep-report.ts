/**
 * One report of the under-payment sweep (CLM-16): its decided claims calculated again by the version and the roster of
 * the accident day as now known, covers for which no claim was opened, and refusals for want of a cover that exists.
 */
import {
  lineLifecycle,
  coveredOn,
  factsAsKnown,
  kindOfBenefit,
  payableLine,
  staysAsKnown,
  underpaymentsOf,
  type SweptClaim,
} from '@anpei/domain/claims'
import type { Fen } from '@anpei/domain/kernel'
import type { Outcome } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { coversOnDay, loadStandards, type CoverOnDay } from '../../programme/index.ts'
import { judgeBy, type Judgement } from '../assessment/judge.ts'
import {
  basisOfClaim,
  latestAssessment,
  type AssessmentRecord,
  type PersonBasis,
} from '../assessment/store-assessments.ts'
import { registerOf } from '../assessment/stay-levels.ts'
import { findClaim, type ClaimRecord } from '../store-claims.ts'
import { paymentsOfClaim, type PaymentRecord } from '../payments/store-payments.ts'
import { recoveriesOfClaim, type RecoveryRecord } from '../afterwards/store-recoveries.ts'
import type { ReportTold } from '../reports/store-reports.ts'
import type { FoundDebt, SweptReport } from './store-sweep.ts'

const DECIDED: readonly string[] = ['settling', 'closed']
const ENDED: readonly string[] = ['closed', 'withdrawn']

/** A claim that is being decided, perhaps anew: nothing is known yet of what it will give. */
export function isUndecided(state: string): boolean {
  return !DECIDED.includes(state) && !ENDED.includes(state)
}

export async function sweepReport(tx: Tx, report: SweptReport): Promise<FoundDebt[]> {
  const { tenantId } = tx.actor
  const covers = await coversOnDay(tx.db, tenantId, report.personId, report.accidentOn)
  if (report.state === 'not_opened') return sweepDeclined(tx, report, covers)
  const found: FoundDebt[] = []
  for (const claim of report.claims) {
    if (!DECIDED.includes(claim.state)) continue
    const cover = covers.find((one) => one.programmeId === claim.programmeId)
    found.push(...(await sweepClaim(tx, report, claim.id, cover)))
  }
  for (const cover of covers) {
    if (
      !cover.covered ||
      report.claimedElsewhere ||
      report.claims.some((claim) => claim.programmeId === cover.programmeId)
    )
      continue
    found.push(...(await sweepSecondCover(tx, report, cover)))
  }
  return found
}

/** Refused for want of cover, as it was known then; there is cover as it is known now. */
async function sweepDeclined(tx: Tx, report: SweptReport, covers: readonly CoverOnDay[]): Promise<FoundDebt[]> {
  if (report.claimedElsewhere || report.declinedAt === null) return []
  const then = await coversOnDay(tx.db, tx.actor.tenantId, report.personId, report.accidentOn, report.declinedAt)
  return covers
    .filter((cover) => cover.covered && !then.some((one) => one.programmeId === cover.programmeId && one.covered))
    .map(
      (cover): FoundDebt => ({
        reportId: report.id,
        claimId: null,
        programmeId: cover.programmeId,
        benefit: '',
        owedFen: null,
        dueFen: null,
        givenFen: 0n,
        causes: ['declined_though_covered'],
      }),
    )
}

async function sweepClaim(
  tx: Tx,
  report: SweptReport,
  claimId: string,
  cover: CoverOnDay | undefined,
): Promise<FoundDebt[]> {
  const { tenantId } = tx.actor
  const [found, assessment, person, payments] = await Promise.all([
    findClaim(tx, claimId, 'claim.read'),
    latestAssessment(tx.db, tenantId, tx.vault, claimId),
    basisOfClaim(tx.db, tenantId, claimId),
    paymentsOfClaim(tx.db, tenantId, claimId),
  ])
  if (!found.ok || !assessment || !cover) return []
  const claim = found.value
  const { judgement, known } = await judgeAgain(tx, claim, assessment, person, cover)
  // What came back is not given any more: only a claim that was reopened can have any.
  const recoveries = claim.reopenedCount > 0 ? await recoveriesOfClaim(tx.db, tenantId, claimId) : []
  const swept: SweptClaim = {
    lines: claim.lines.map((line) => ({
      benefit: line.benefit,
      state: line.state,
      ...moneyOf(line.id, payments, recoveries),
    })),
    due: dueOf(judgement),
    kindOf: (benefit) => kindOfBenefit(cover.version, benefit),
    kinds: judgedKinds(claim),
    wasCovered: coveredOn(assessment.content.cover, claim.accidentOn),
    rightVersion: claim.versionId === cover.versionId,
    gradeCorrected: known.gradeCorrected,
    transportAdded: known.transportAdded,
    levelCorrected: known.levelCorrected,
    usageReleased: wasReleased(assessment, person, claim),
  }
  return underpaymentsOf(swept).map(
    (debt): FoundDebt => ({
      reportId: report.id,
      claimId,
      programmeId: claim.programmeId,
      benefit: debt.benefit,
      owedFen: debt.owedFen,
      dueFen: debt.dueFen,
      givenFen: debt.givenFen,
      causes: debt.causes,
    }),
  )
}

/** A cover nobody opened a claim for is worth what the facts of the report's other claim make it worth. */
async function sweepSecondCover(tx: Tx, report: SweptReport, cover: CoverOnDay): Promise<FoundDebt[]> {
  const { tenantId } = tx.actor
  const sibling = report.claims.find((claim) => DECIDED.includes(claim.state))
  if (!sibling) return []
  const [found, assessment, person] = await Promise.all([
    findClaim(tx, sibling.id, 'claim.read'),
    latestAssessment(tx.db, tenantId, tx.vault, sibling.id),
    basisOfClaim(tx.db, tenantId, sibling.id, cover.programmeId),
  ])
  if (!found.ok || !assessment) return []
  const { judgement } = await judgeAgain(tx, { ...found.value, lines: [] }, assessment, person, cover)
  return [...dueOf(judgement)]
    .filter(([, due]) => due.outcome === 'pay' && due.dueFen > 0n)
    .map(
      ([benefit, due]): FoundDebt => ({
        reportId: report.id,
        claimId: null,
        programmeId: cover.programmeId,
        benefit,
        owedFen: due.dueFen,
        dueFen: due.dueFen,
        givenFen: 0n,
        causes: ['second_cover'],
      }),
    )
}

async function judgeAgain(
  tx: Tx,
  claim: ClaimRecord,
  assessment: AssessmentRecord,
  person: PersonBasis,
  cover: CoverOnDay,
) {
  const told: Pick<ReportTold, 'accident'> = JSON.parse(tx.vault.openText(claim.salt, claim.sealed))
  const known = factsAsKnown(
    assessment.content.input,
    { vehicle: told.accident.vehicle, kinds: judgedKinds(claim) },
    loadStandards(),
  )
  // Every line as if none were decided: together they give what the whole claim is worth.
  const fresh: ClaimRecord = {
    ...claim,
    versionId: cover.versionId,
    kinds: known.kinds,
    lines: claim.lines.map((line) => ({ ...line, state: lineLifecycle.initial })),
  }
  const { stays, corrected: levelCorrected } = staysAsKnown(
    assessment.content.input.stays,
    await registerOf(tx, assessment.content.input),
  )
  const input = {
    ...assessment.content.input,
    vehicle: known.facts.vehicle,
    stays,
    disabilities: [...assessment.content.input.disabilities],
  }
  const disabilities = input.disabilities.map((one, index) => ({
    ...one,
    grade: known.facts.disabilities[index]?.grade ?? null,
  }))
  return {
    judgement: judgeBy(cover.version, fresh, { ...person, cover: cover.spans }, { ...input, disabilities }),
    known: { ...known, levelCorrected },
  }
}

function judgedKinds(claim: ClaimRecord) {
  return (['death', 'disability', 'hospital', 'medical'] as const).filter((kind) => claim.kinds.includes(kind))
}

function dueOf({ assessed, version }: Judgement): Map<string, { dueFen: Fen; outcome: Outcome }> {
  const due = new Map<string, { dueFen: Fen; outcome: Outcome }>()
  for (const { kind, adjudication } of assessed.kinds) {
    for (const benefit of version.benefits) {
      if (benefit.claimKind !== kind) continue
      due.set(benefit.code, {
        dueFen: payableLine(assessed, benefit.code)?.payableFen ?? 0n,
        outcome: adjudication.outcome,
      })
    }
  }
  return due
}

/** Given: paid, on its way or waiting to be paid. */
function moneyOf(
  lineId: string,
  payments: readonly PaymentRecord[],
  recoveries: readonly RecoveryRecord[],
): { givenFen: Fen; failedFen: Fen } {
  let givenFen = 0n
  let failedFen = 0n
  for (const payment of payments) {
    if (payment.lineId !== lineId || payment.state === 'cancelled') continue
    if (payment.state !== 'failed') givenFen += payment.amountFen
    else if (!payment.replaced) failedFen += payment.amountFen
  }
  for (const recovery of recoveries) if (recovery.lineId === lineId) givenFen -= recovery.repaidFen
  return { givenFen, failedFen }
}

function wasReleased(assessment: AssessmentRecord, person: PersonBasis, claim: ClaimRecord): boolean {
  const own = new Set(claim.lines.map((line) => line.id))
  const { usage } = assessment.content
  return (
    usage.days.some(
      (day) =>
        !own.has(day.lineId) &&
        !person.usage.days.some((now) => now.lineId === day.lineId && now.from === day.from && now.to === day.to),
    ) ||
    usage.sums.some(
      (sum) =>
        !own.has(sum.lineId) &&
        !person.usage.sums.some((now) => now.lineId === sum.lineId && now.paidFen >= BigInt(sum.paidFen)),
    )
  )
}
