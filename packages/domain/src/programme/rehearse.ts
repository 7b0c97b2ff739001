/**
 * Rehearsal of a version before it is published (PRG-08): past claims are judged again by the version now in force
 * and by the new one; every claim whose answer changes is listed, with people affected, cost and loss ratio before
 * and after.
 */
import type { Fen } from '../kernel/index.ts'
import { adjudicate } from './adjudicate.ts'
import type { AdjudicationCase, Outcome } from './case.ts'
import { CHANGE_EFFECTS, compareVersions } from './compare-versions.ts'
import { policyYearOf } from './policy-year.ts'
import type { Standards } from './standard.ts'
import type { ProgrammeVersion } from './version.ts'

export type PastClaim = { readonly ref: string; readonly personRef: string; readonly asked: AdjudicationCase }
export type ChangedClaim = {
  readonly ref: string
  readonly personRef: string
  readonly outcomeBefore: Outcome
  readonly outcomeAfter: Outcome
  readonly beforeFen: Fen
  readonly afterFen: Fen
}
export type Rehearsal = {
  readonly claims: number
  readonly peopleAffected: number
  readonly changed: readonly ChangedClaim[]
  readonly beforeFen: Fen
  readonly afterFen: Fen
  /** Policy years the claims fall in: their payments stand against the premium of so many years. */
  readonly policyYears: number
  /** Paid ÷ planned premium of those years in basis points, rounded down; null without a premium. */
  readonly lossRatioBeforeBps: number | null
  readonly lossRatioAfterBps: number | null
  /** Promises that differ, each in a sentence: what was promised and what will be. */
  readonly changedPromises: readonly string[]
}

export function rehearse(
  claims: readonly PastClaim[],
  before: ProgrammeVersion,
  after: ProgrammeVersion,
  standards: Standards,
): Rehearsal {
  const changed: ChangedClaim[] = []
  let beforeFen: Fen = 0n
  let afterFen: Fen = 0n
  for (const { ref, personRef, asked } of claims) {
    const old = adjudicate(asked, before, standards)
    const next = adjudicate(asked, after, standards)
    beforeFen += old.payableFen
    afterFen += next.payableFen
    if (old.outcome === next.outcome && old.payableFen === next.payableFen) continue
    changed.push({
      ref,
      personRef,
      outcomeBefore: old.outcome,
      outcomeAfter: next.outcome,
      beforeFen: old.payableFen,
      afterFen: next.payableFen,
    })
  }
  const years = claims.map(({ asked }) => policyYearOf(asked.accidentOn, after.policyYearStart).from)
  const policyYears = Math.max(1, new Set(years).size)
  return {
    claims: claims.length,
    peopleAffected: new Set(changed.map((claim) => claim.personRef)).size,
    changed,
    beforeFen,
    afterFen,
    policyYears,
    lossRatioBeforeBps: lossRatioBps(beforeFen, before, policyYears),
    lossRatioAfterBps: lossRatioBps(afterFen, after, policyYears),
    changedPromises: changedPromises(before, after),
  }
}

function lossRatioBps(paidFen: Fen, version: ProgrammeVersion, years: number): number | null {
  const premium = version.premium.perHeadFen * BigInt(version.premium.plannedHeads) * BigInt(years)
  return premium === 0n ? null : Number((paidFen * 10_000n) / premium)
}

function changedPromises(before: ProgrammeVersion, after: ProgrammeVersion): readonly string[] {
  return compareVersions(before, after)
    .filter((one) => one.area === 'promise')
    .map((one) => `${one.title}：${one.before} → ${one.after}（${CHANGE_EFFECTS[one.effect]}）`)
}
