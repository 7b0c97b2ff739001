/** Decisions, longer periods and spans of complaints (CMP-08, CMP-09). */
import {
  complaintExtensionLifecycle,
  type ComplaintOutcome,
  type DeliveryWay,
  type SpanKind,
} from '@anpei/domain/complaints'
import { stateOf, type Day, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

type Of = Pick<ComplaintRecord, 'id' | 'salt'>

export type DeliveryTold = { readonly to: string; readonly proof: string }
export type DecisionRecord = {
  readonly id: string
  readonly round: number
  readonly proposalId: string
  readonly letterId: string
  readonly letterNo: string
  readonly outcome: ComplaintOutcome
  readonly decidedBy: string
  readonly decidedAt: Instant
  readonly way: DeliveryWay | null
  readonly sentAt: Instant | null
  readonly reachedAt: Instant | null
  readonly documentIds: readonly string[]
  readonly told: DeliveryTold
}

/** Newest first. */
export async function decisionsOf(tx: Tx, complaint: Of): Promise<readonly DecisionRecord[]> {
  const { rows } = await sql<Omit<DecisionRecord, 'told'> & { sealed: Buffer }>`select id, round,
      proposal_id as "proposalId", letter_id as "letterId", letter_no as "letterNo", outcome,
      decided_by as "decidedBy", decided_at as "decidedAt", way, sent_at as "sentAt", reached_at as "reachedAt",
      document_ids as "documentIds", sealed
    from complaint_decision where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaint.id}
    order by round desc`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => {
    const told: DeliveryTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
    return { ...row, told }
  })
}

type NewDecision = Pick<DecisionRecord, 'id' | 'round' | 'proposalId' | 'letterId' | 'letterNo' | 'outcome'>

export function newDecisionWriting(tx: Tx, complaint: Of, made: NewDecision): Writing {
  return tx.db.insertInto('complaint_decision').values({
    tenant_id: tx.actor.tenantId,
    id: made.id,
    complaint_id: complaint.id,
    round: made.round,
    proposal_id: made.proposalId,
    letter_id: made.letterId,
    letter_no: made.letterNo,
    outcome: made.outcome,
    decided_by: tx.actor.id,
    decided_at: tx.now,
    sealed: tx.vault.seal(complaint.salt, JSON.stringify({ to: '', proof: '' })),
  })
}

export type DeliveryChange = {
  readonly sent?: DeliveryWay
  readonly reachedAt?: Instant
  readonly documentIds: readonly string[]
  readonly told: DeliveryTold
}

export function deliveryWriting(tx: Tx, complaint: Of, decisionId: string, change: DeliveryChange): Writing {
  return tx.db
    .updateTable('complaint_decision')
    .set({
      ...(change.sent ? { way: change.sent, sent_at: tx.now, sent_by: tx.actor.id } : {}),
      ...(change.reachedAt ? { reached_at: change.reachedAt, reached_noted_by: tx.actor.id } : {}),
      proved: change.told.proof !== '' || change.documentIds.length > 0,
      document_ids: [...change.documentIds],
      sealed: tx.vault.seal(complaint.salt, JSON.stringify(change.told)),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', decisionId)
}

export type ExtensionTold = { readonly reason: string; readonly answer: string; readonly told: string }
export type ExtensionRecord = {
  readonly id: string
  readonly complaintId: string
  readonly state: keyof typeof complaintExtensionLifecycle.states
  readonly askedBy: string
  readonly dueOn: Day
  readonly decidedBy: string | null
  readonly letterId: string | null
  readonly sealed: Buffer
}

export async function extensionsWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly ExtensionRecord[]> {
  const { rows } = await sql<Omit<ExtensionRecord, 'state'> & { state: string }>`select e.id,
      e.complaint_id as "complaintId", e.state, e.asked_by as "askedBy", e.due_on as "dueOn",
      e.decided_by as "decidedBy", e.letter_id as "letterId", e.sealed
    from complaint_extension e where e.tenant_id = ${tx.actor.tenantId} and ${where} order by e.asked_at`.execute(tx.db)
  return rows.map((row) => ({ ...row, state: stateOf(complaintExtensionLifecycle, row.state) }))
}

export function extensionTold(tx: Tx, complaint: Of, { sealed }: ExtensionRecord): ExtensionTold {
  const told: ExtensionTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
  return told
}

export function newExtensionWriting(
  tx: Tx,
  complaint: Of,
  made: { readonly id: string; readonly dueOn: Day; readonly reason: string },
): Writing {
  return tx.db.insertInto('complaint_extension').values({
    tenant_id: tx.actor.tenantId,
    id: made.id,
    complaint_id: complaint.id,
    state: complaintExtensionLifecycle.initial,
    asked_by: tx.actor.id,
    asked_at: tx.now,
    due_on: made.dueOn,
    sealed: tx.vault.seal(complaint.salt, JSON.stringify({ reason: made.reason, answer: '', told: '' })),
  })
}

export function extensionDecisionWriting(
  tx: Tx,
  complaint: Of,
  extension: ExtensionRecord,
  step: Transition<ExtensionRecord['state']>,
  change: { readonly letterId: string | null; readonly told: ExtensionTold },
): Writing {
  return tx.db
    .updateTable('complaint_extension')
    .set({
      state: step.to,
      decided_by: tx.actor.id,
      decided_at: tx.now,
      letter_id: change.letterId,
      sealed: tx.vault.seal(complaint.salt, JSON.stringify(change.told)),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', extension.id)
}

export type SpanTold = { readonly who: string; readonly why: string; readonly told: string; readonly result: string }
export type SpanRecord = {
  readonly id: string
  readonly complaintId: string
  readonly kind: SpanKind
  readonly fromAt: Instant
  readonly toAt: Instant | null
  readonly sealed: Buffer
}

export async function spansWhere(tx: Tx, where: RawBuilder<unknown>): Promise<readonly SpanRecord[]> {
  const { rows } = await sql<SpanRecord>`select s.id, s.complaint_id as "complaintId", s.kind, s.from_at as "fromAt",
      s.to_at as "toAt", s.sealed
    from complaint_span s where s.tenant_id = ${tx.actor.tenantId} and ${where} order by s.from_at`.execute(tx.db)
  return rows
}

export function spanTold(tx: Tx, complaint: Of, { sealed }: SpanRecord): SpanTold {
  const told: SpanTold = JSON.parse(tx.vault.openText(complaint.salt, sealed))
  return told
}

export function newSpanWriting(
  tx: Tx,
  complaint: Of,
  made: { readonly id: string; readonly kind: SpanKind; readonly told: SpanTold },
): Writing {
  return tx.db.insertInto('complaint_span').values({
    tenant_id: tx.actor.tenantId,
    id: made.id,
    complaint_id: complaint.id,
    kind: made.kind,
    from_at: tx.now,
    by_id: tx.actor.id,
    sealed: tx.vault.seal(complaint.salt, JSON.stringify(made.told)),
  })
}

export function spanEndWriting(tx: Tx, complaint: Of, span: SpanRecord, result: string): Writing {
  const told = { ...spanTold(tx, complaint, span), result }
  return tx.db
    .updateTable('complaint_span')
    .set({ to_at: tx.now, sealed: tx.vault.seal(complaint.salt, JSON.stringify(told)) })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', span.id)
}
