/** CLM-16: what followed the decisions of a claim: money asked back, suits, disputes; and what the reader may start. */
import type { getAfterwards as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { claimLifecycle, lineLifecycle } from '@anpei/domain/claims'
import { holds, ok, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { isActorsOwnCase } from '../assessment/judge-locked.ts'
import { litigationViews } from './litigation-views.ts'
import { reconsiderationViews } from './reconsideration-views.ts'
import { recoveryViews } from './recovery-views.ts'
import { findClaim, type ClaimRecord } from '../store-claims.ts'

const MOST = 50

export async function getAfterwards(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const claim = await findClaim(tx, params.claimId, 'claim.read')
  if (!claim.ok) return claim
  const { id } = claim.value
  const [recoveries, litigations, reconsiderations] = await Promise.all([
    recoveryViews(tx, sql<boolean>`r.claim_id = ${id}`, MOST),
    litigationViews(tx, sql<boolean>`l.claim_id = ${id}`),
    reconsiderationViews(tx, sql<boolean>`x.claim_id = ${id}`),
  ])
  const disputed = reconsiderations.some((one) => one.state === 'open')
  return ok({ recoveries, litigations, reconsiderations, can: canStart(tx, claim.value, disputed) })
}

function canStart(tx: Tx, claim: ClaimRecord, disputed: boolean): string[] {
  if (isActorsOwnCase(tx, claim)) return []
  const can: string[] = holds(tx.actor, 'claim.litigate') ? ['recordLitigation'] : []
  const reopens = transitionsFrom(claimLifecycle, claim.state).includes('reopen')
  const decided = claim.lines.some((line) => transitionsFrom(lineLifecycle, line.state).includes('reopen'))
  if (holds(tx.actor, 'claim.reopen') && reopens && decided && !disputed) can.push('disputeDecision')
  return can
}
