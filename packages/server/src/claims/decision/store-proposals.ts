/** Proposals and the approvals of their steps (CLM-10). The claim is locked by whoever judges it: two at once take
 * turns. */
import { proposalLifecycle, type LineOutcome, type PlannedLine, type ProposalState } from '@anpei/domain/claims'
import { stateOf, type Fen, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db, Writing } from '../../db/index.ts'

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

export type ProposalColumn = {
  readonly id: string
  readonly claim_id: string
  readonly assessment_id: string
  readonly state: string
  readonly lines: readonly StoredLine[]
  readonly total_fen: number
  readonly steps_needed: number
  readonly steps_done: number
  readonly made_by: string | null
  readonly made_at: string
  readonly approvals:
    | readonly {
        readonly step_no: number
        readonly outcome: string
        readonly decided_by: string | null
        readonly within_authority: boolean
      }[]
    | null
}

/**
 * A column of a statement that reads the locked claim `c`: whoever changes a proposal holds its claim. What it holds
 * becomes the proposal by `proposalRead`.
 */
export function proposalColumn(proposalId: string): RawBuilder<ProposalColumn | null> {
  return sql`(select row_to_json(x) from (
    select p.id, p.claim_id, p.assessment_id, p.state, p.lines, p.total_fen, p.steps_needed, p.steps_done, p.made_by,
      p.made_at,
      (select json_agg(a order by a.step_no) from approval a
        where a.tenant_id = p.tenant_id and a.proposal_id = p.id) as approvals
    from proposal p where p.tenant_id = c.tenant_id and p.claim_id = c.id and p.id = ${proposalId}) x)`
}

export function proposalRead(column: ProposalColumn | null): ProposalRecord {
  if (!column) throw new Error('a proposal vanished')
  return {
    id: column.id,
    claimId: column.claim_id,
    assessmentId: column.assessment_id,
    state: stateOf(proposalLifecycle, column.state),
    lines: column.lines,
    totalFen: BigInt(column.total_fen),
    stepsNeeded: column.steps_needed,
    stepsDone: column.steps_done,
    madeBy: column.made_by,
    // Instants inside JSON come with an offset.
    madeAt: new Date(column.made_at).toISOString(),
    approvals: (column.approvals ?? []).map((one) => ({
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
