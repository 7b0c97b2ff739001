/** Judges a claim anew with the person's usage locked, so that what is found stays true until the transaction ends. */
import type { AssessmentInput } from '@anpei/contract/claims'
import { isOwnCase, policyYearsTouched, type ReporterFacts } from '@anpei/domain/claims'
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { loadVersion, lockUsage } from '../../programme/index.ts'
import { judgeBy, type Judgement } from './judge.ts'
import { basisOfClaim } from './store-assessments.ts'
import type { ClaimRecord } from '../store-claims.ts'
import type { ReportTold } from '../reports/store-reports.ts'

export async function judgeLocked(
  tx: Tx,
  claim: ClaimRecord,
  input: AssessmentInput,
): Promise<{ readonly judgement: Judgement; readonly policyYears: readonly Day[] }> {
  const { tenantId } = tx.actor
  const version = await loadVersion(tx.db, tenantId, claim.versionId)
  const policyYears = policyYearsTouched(claim.accidentOn, input.stays, version)
  // Sent one behind the other on one connection: the second sees what was committed while the first waited.
  const [, person] = await Promise.all([
    lockUsage(tx.db, tenantId, claim, policyYears),
    basisOfClaim(tx.db, tenantId, claim.id),
  ])
  return { judgement: judgeBy(version, claim, person, input), policyYears }
}

export function reporterOf(tx: Pick<Tx, 'vault'>, claim: ClaimRecord): ReporterFacts {
  const told: Pick<ReportTold, 'reporter'> = JSON.parse(tx.vault.openText(claim.salt, claim.sealed))
  return told.reporter
}

export function isActorsOwnCase(tx: Tx, claim: ClaimRecord): boolean {
  return tx.actor.kind === 'staff' && isOwnCase(tx.actor, claim, reporterOf(tx, claim))
}
