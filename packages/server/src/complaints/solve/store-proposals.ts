/** Proposals and promised acts of complaints (CMP-07). Words lie sealed under the complaint's salt. */
import {
  actLifecycle,
  proposalLifecycle,
  type ActKind,
  type ActState,
  type ComplaintOutcome,
  type ProposalState,
} from '@anpei/domain/complaints'
import { ok, refuse, stateOf, type Day, type Decision, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../../db/index.ts'
import { together, type Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

type Of = Pick<ComplaintRecord, 'id' | 'salt'>

export type ProposalTold = {
  readonly findings: string
  readonly basis: string
  readonly reasons: string
  readonly solution: string
  readonly judgement: string
  readonly reply: string
}
export type ProposalRecord = {
  readonly id: string
  readonly complaintId: string
  readonly round: number
  readonly no: number
  readonly state: ProposalState
  readonly outcome: ComplaintOutcome
  readonly draftedBy: string
  readonly draftedAt: Instant
  readonly judgedBy: string | null
  readonly judgedAt: Instant | null
  readonly sealed: Buffer
}
type ProposalRow = Omit<ProposalRecord, 'state'> & { readonly state: string }

const PROPOSAL = sql`p.id, p.complaint_id as "complaintId", p.round, p.no, p.state, p.outcome,
  p.drafted_by as "draftedBy", p.drafted_at as "draftedAt", p.judged_by as "judgedBy", p.judged_at as "judgedAt",
  p.sealed`

export function proposalTold(tx: Tx, complaint: Of, { sealed }: Pick<ProposalRecord, 'sealed'>): ProposalTold {
  const told: ProposalTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
  return told
}

/** Newest first. */
export async function proposalsOf(tx: Tx, complaintId: string): Promise<readonly ProposalRecord[]> {
  return proposalsWhere(tx, sql`p.complaint_id = ${complaintId} order by p.no desc`)
}

/** Not locked: its complaint is, by whoever goes on. */
export async function findProposal(tx: Tx, proposalId: string): Promise<Decision<ProposalRecord>> {
  const [found] = await proposalsWhere(tx, sql`p.id = ${proposalId}`)
  return found ? ok(found) : refuse('request.not_found')
}

async function proposalsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly ProposalRecord[]> {
  const { rows } = await sql<ProposalRow>`select ${PROPOSAL} from complaint_proposal p
    where p.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(proposalLifecycle, row.state) }))
}

type NewProposal = Pick<ProposalRecord, 'id' | 'round' | 'no' | 'outcome' | 'draftedBy'> & {
  readonly told: ProposalTold
}

export function newProposalWriting(tx: Tx, complaint: Of, made: NewProposal): Writing {
  return tx.db.insertInto('complaint_proposal').values({
    tenant_id: tx.actor.tenantId,
    id: made.id,
    complaint_id: complaint.id,
    round: made.round,
    no: made.no,
    state: proposalLifecycle.initial,
    outcome: made.outcome,
    drafted_by: made.draftedBy,
    drafted_at: tx.now,
    sealed: tx.vault.seal(complaint.salt, JSON.stringify(made.told)),
  })
}

export function proposalChangeWriting(
  tx: Tx,
  complaint: Of,
  proposal: ProposalRecord,
  step: Transition<ProposalState>,
  change: { readonly judged?: boolean; readonly told: Partial<ProposalTold> },
): Writing {
  const told = { ...proposalTold(tx, complaint, proposal), ...change.told }
  return tx.db
    .updateTable('complaint_proposal')
    .set({
      state: step.to,
      sealed: tx.vault.seal(complaint.salt, JSON.stringify(told)),
      ...(change.judged ? { judged_by: tx.actor.id, judged_at: tx.now } : { replied_at: tx.now }),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', proposal.id)
}

export type ActTold = { readonly what: string; readonly proof: string }
export type ActRecord = {
  readonly id: string
  readonly complaintId: string
  readonly proposalId: string
  readonly state: ActState
  readonly kind: ActKind
  readonly ownerId: string | null
  readonly dueOn: Day
  readonly claimId: string | null
  readonly sumFen: bigint | null
  readonly doneAt: Instant | null
  readonly documentIds: readonly string[]
  readonly sealed: Buffer
}
type ActRow = Omit<ActRecord, 'state'> & { readonly state: string }

const ACT = sql`a.id, a.complaint_id as "complaintId", a.proposal_id as "proposalId", a.state, a.kind,
  a.owner_id as "ownerId", a.due_on as "dueOn", a.claim_id as "claimId", a.sum_fen as "sumFen", a.done_at as "doneAt",
  a.document_ids as "documentIds", a.sealed`

export function actTold(tx: Tx, complaint: Of, { sealed }: Pick<ActRecord, 'sealed'>): ActTold {
  const told: ActTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
  return told
}

export async function actsOf(tx: Tx, complaintId: string): Promise<readonly ActRecord[]> {
  return actsWhere(tx, sql`a.complaint_id = ${complaintId} order by a.due_on, a.id`)
}

export async function findAct(tx: Tx, actId: string): Promise<Decision<ActRecord>> {
  const [found] = await actsWhere(tx, sql`a.id = ${actId}`)
  return found ? ok(found) : refuse('request.not_found')
}

/** Promises that money of a claim would keep, for the errands of payments that arrived, which come many at once. */
export const promisedPayments = together(
  async (tx: Tx, claimIds: readonly string[]): Promise<readonly (readonly ActRecord[])[]> => {
    const acts = await actsWhere(
      tx,
      sql`a.claim_id = any(${claimIds}::uuid[]) and a.state = 'promised' and a.kind = 'payment'`,
    )
    return claimIds.map((id) => acts.filter((act) => act.claimId === id))
  },
)

export async function promisedPaymentsOf(tx: Tx, complaintId: string): Promise<readonly ActRecord[]> {
  return actsWhere(tx, sql`a.complaint_id = ${complaintId} and a.state = 'promised' and a.kind = 'payment'`)
}

async function actsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly ActRecord[]> {
  const { rows } = await sql<ActRow>`select ${ACT} from complaint_act a
    where a.tenant_id = ${tx.actor.tenantId} and ${where}`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(actLifecycle, row.state) }))
}

type NewAct = Pick<ActRecord, 'id' | 'proposalId' | 'kind' | 'ownerId' | 'dueOn' | 'claimId' | 'sumFen'> & {
  readonly what: string
}

export function newActsWriting(tx: Tx, complaint: Of, acts: readonly NewAct[]): Writing {
  return tx.db.insertInto('complaint_act').values(
    acts.map((act) => ({
      tenant_id: tx.actor.tenantId,
      id: act.id,
      complaint_id: complaint.id,
      proposal_id: act.proposalId,
      state: actLifecycle.initial,
      kind: act.kind,
      owner_id: act.ownerId,
      due_on: act.dueOn,
      claim_id: act.claimId,
      sum_fen: act.sumFen,
      sealed: tx.vault.seal(complaint.salt, JSON.stringify({ what: act.what, proof: '' })),
    })),
  )
}

/** Acts of one proposal from one state to the next, or one act with its proof. */
export function actsStepWriting(tx: Tx, proposalId: string, step: Transition<ActState>): Writing {
  return tx.db
    .updateTable('complaint_act')
    .set({ state: step.to })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('proposal_id', '=', proposalId)
    .where('state', '=', step.from)
}

export function actStepWriting(
  tx: Tx,
  complaint: Of,
  act: ActRecord,
  step: Transition<ActState>,
  proof: { readonly text: string; readonly documentIds: readonly string[] },
): Writing {
  const told = { ...actTold(tx, complaint, act), proof: proof.text }
  return tx.db
    .updateTable('complaint_act')
    .set({
      state: step.to,
      document_ids: [...proof.documentIds],
      sealed: tx.vault.seal(complaint.salt, JSON.stringify(told)),
      ...(step.to === 'done' ? { done_at: tx.now, done_by: tx.actor.kind === 'staff' ? tx.actor.id : null } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', act.id)
}
