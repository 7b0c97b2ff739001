/** Proposals and the approvals of their steps (CLM-10). The row is locked by whoever judges it: two at once take
 * turns. */
import { proposalLifecycle, type LineOutcome, type PlannedLine, type ProposalState } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db, Writing } from '../db/index.ts'

/** A line as it was put forward; money as JSON numbers of fen. */
export type StoredLine = {
  readonly lineId: string
  readonly benefit: string
  readonly outcome: LineOutcome
  readonly payableFen: number
  readonly atStakeFen: number
  readonly byHand: boolean
  readonly reasons: readonly string[]
  readonly comment: string
}

export type ProposalRecord = {
  readonly id: string
  readonly claimId: string
  readonly assessmentId: string
  readonly state: ProposalState
  readonly lines: readonly StoredLine[]
  readonly totalFen: Fen
  readonly stepsNeeded: number
  readonly stepsDone: number
  readonly madeBy: string | null
  readonly madeAt: Instant
  readonly approvals: readonly {
    readonly stepNo: number
    readonly outcome: string
    readonly by: string | null
    readonly withinAuthority: boolean
  }[]
}

export function storedLines(lines: readonly PlannedLine[]): StoredLine[] {
  return lines.map((line) => ({
    lineId: line.lineId,
    benefit: line.benefit,
    outcome: line.outcome,
    payableFen: Number(line.payableFen),
    atStakeFen: Number(line.atStakeFen),
    byHand: line.byHand,
    reasons: line.reasons,
    comment: line.comment,
  }))
}

export async function claimOfProposal(db: Db, tenantId: number, proposalId: string): Promise<string | null> {
  const row = await db
    .selectFrom('proposal')
    .select('claim_id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', proposalId)
    .executeTakeFirst()
  return row?.claim_id ?? null
}

type ProposalColumns = {
  id: string
  claim_id: string
  assessment_id: string
  state: string
  lines: StoredLine[]
  total_fen: bigint
  steps_needed: number
  steps_done: number
  made_by: string | null
  made_at: Instant
  approvals: { step_no: number; outcome: string; decided_by: string | null; within_authority: boolean }[] | null
}

/** The claim is locked before its proposal, always in this order. */
export async function lockProposal(db: Db, tenantId: number, proposalId: string): Promise<ProposalRecord> {
  const found = await sql<ProposalColumns>`
    select p.id, p.claim_id, p.assessment_id, p.state, p.lines, p.total_fen, p.steps_needed, p.steps_done, p.made_by,
      p.made_at,
      (select json_agg(a order by a.step_no) from approval a
        where a.tenant_id = p.tenant_id and a.proposal_id = p.id) as approvals
    from proposal p where p.tenant_id = ${tenantId} and p.id = ${proposalId} for update of p`.execute(db)
  const row = found.rows[0]
  if (!row) throw new Error(`proposal ${proposalId} vanished`)
  return {
    id: row.id,
    claimId: row.claim_id,
    assessmentId: row.assessment_id,
    state: stateOf(proposalLifecycle, row.state),
    lines: row.lines,
    totalFen: row.total_fen,
    stepsNeeded: row.steps_needed,
    stepsDone: row.steps_done,
    madeBy: row.made_by,
    madeAt: row.made_at,
    approvals: (row.approvals ?? []).map((one) => ({
      stepNo: one.step_no,
      outcome: one.outcome,
      by: one.decided_by,
      withinAuthority: one.within_authority,
    })),
  }
}

export type NewProposal = {
  readonly id: string
  readonly claimId: string
  readonly assessmentId: string
  readonly lines: readonly StoredLine[]
  readonly totalFen: Fen
  readonly stepsNeeded: number
  readonly madeBy: string | null
  readonly stepsDone: number
  /** Set when it takes effect at once, straight through. */
  readonly ended: Transition<ProposalState> | null
}

export function proposalWriting(db: Db, tenantId: number, now: Instant, made: NewProposal): Writing {
  const state = made.ended?.to ?? proposalLifecycle.initial
  return db.insertInto('proposal').values({
    tenant_id: tenantId,
    id: made.id,
    claim_id: made.claimId,
    assessment_id: made.assessmentId,
    state,
    lines: JSON.stringify(made.lines),
    total_fen: made.totalFen,
    steps_needed: made.stepsNeeded,
    steps_done: made.stepsDone,
    made_by: made.madeBy,
    made_at: now,
    ended_at: made.ended ? now : null,
  })
}

export type NewStep = {
  readonly proposalId: string
  readonly stepNo: number
  readonly outcome: 'approved' | 'returned'
  readonly by: string | null
  readonly withinAuthority: boolean
  readonly comment: string
}

export function stepWriting(db: Db, tenantId: number, now: Instant, step: NewStep): Writing {
  return db.insertInto('approval').values({
    tenant_id: tenantId,
    proposal_id: step.proposalId,
    step_no: step.stepNo,
    outcome: step.outcome,
    decided_by: step.by,
    within_authority: step.withinAuthority,
    comment: step.comment,
    at: now,
  })
}

/** The step, and the proposal as it stands after it. */
export function stepWritings(
  db: Db,
  tenantId: number,
  now: Instant,
  step: NewStep,
  ended: Transition<ProposalState> | null,
): Writing[] {
  const proposal = db
    .updateTable('proposal')
    .set({
      ...(step.outcome === 'approved' ? { steps_done: step.stepNo } : {}),
      ...(ended ? { state: ended.to, ended_at: now } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', step.proposalId)
  return [stepWriting(db, tenantId, now, step), proposal]
}
