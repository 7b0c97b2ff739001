/**
 * The last step of every command on a claim: clocks re-derived from its events, the next due written to the claim in
 * the same update as the command's own changes.
 */
import { claimLifecycle, type ClaimState } from '@anpei/domain/claims'
import type { ClaimStand } from '@anpei/contract/claims'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'
import { deriveClocks } from '../sla/index.ts'
import { settleReports } from './store-due.ts'
import { saveClaim, type ClaimChange, type ClaimRecord } from './store-claims.ts'

/** `beside`: what the command writes beside the claim itself; it leaves in the same statement. */
export async function settleClaim(
  tx: Tx,
  claim: ClaimRecord,
  change: ClaimChange,
  beside: readonly Writing[] = [],
): Promise<ClaimStand> {
  const next = await deriveClocks(tx, { kind: 'claim', id: claim.id })
  const { tenantId } = tx.actor
  const due = { dueAt: next.dueAt, dueClock: next.clockId }
  tx.later(saveClaim(tx.db, tenantId, claim.id, tx.now, { ...change, ...due }, beside))
  return standOf(claim, change.transition?.to ?? claim.state)
}

/** The same for a report, whose row carries the next due of its own. */
export async function settleReport(tx: Tx, reportId: string): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'report', id: reportId })
  tx.later(settleReports(tx, [{ id: reportId, ...next }]))
}

export function standOf(claim: ClaimRecord, state: ClaimState): ClaimStand {
  return { id: claim.id, state, stateWord: claimLifecycle.states[state].zh, revision: claim.revision + 1 }
}
