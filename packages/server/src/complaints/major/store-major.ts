/** Major complaints, their plan and reports (CMP-12). Words lie sealed under the salt of the complaint. */
import { majorLifecycle, type MajorReport, type MajorState } from '@anpei/domain/complaints'
import { stateOf, type Day, type Instant, type Transition } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Writing } from '../../db/index.ts'
import type { Tx } from '../../http/index.ts'

type Of = { readonly id: string; readonly salt: Buffer }
type MajorTold = {
  readonly reason: string
  readonly settled: string
  readonly liftReason: string
  readonly answer: string
}
export type MajorRecord = {
  readonly state: MajorState
  readonly proposedAt: Instant | null
  readonly declaredAt: Instant | null
  readonly declaredBy: string | null
  readonly leaderId: string | null
  readonly reportsToId: string | null
  readonly settledAt: Instant | null
  readonly liftAskedAt: Instant | null
  readonly liftAskedBy: string | null
  readonly judgedBy: string | null
  readonly told: MajorTold
}
export type MajorStep = {
  readonly id: string
  readonly ownerId: string
  readonly dueOn: Day
  readonly doneAt: Instant | null
  readonly doneBy: string | null
  readonly told: { readonly what: string; readonly result: string }
}
export type MajorReported = {
  readonly id: string
  readonly kind: MajorReport
  readonly at: Instant
  readonly byId: string
  readonly toId: string
  readonly told: { readonly text: string }
}
const NOTHING: MajorTold = { reason: '', settled: '', liftReason: '', answer: '' }

export async function majorOf(tx: Tx, { id, salt }: Of): Promise<MajorRecord | null> {
  type Row = Omit<MajorRecord, 'state' | 'told'> & { readonly state: string; readonly sealed: Buffer }
  const { rows } = await sql<Row>`select state, proposed_at as "proposedAt", declared_at as "declaredAt",
      declared_by as "declaredBy", leader_id as "leaderId", reports_to_id as "reportsToId",
      settled_at as "settledAt", lift_asked_at as "liftAskedAt", lift_asked_by as "liftAskedBy",
      judged_by as "judgedBy", sealed
    from complaint_major where tenant_id = ${tx.actor.tenantId} and complaint_id = ${id}`.execute(tx.db)
  const [row] = rows
  if (!row) return null
  const { sealed, state, ...rest } = row
  const told: MajorTold = JSON.parse(tx.vault.openText(salt, sealed))
  return { ...rest, state: stateOf(majorLifecycle, state), told }
}

/** Those of the running declaration; an earlier one that was lifted is over. */
export async function stepsOf(tx: Tx, { id, salt }: Of): Promise<readonly MajorStep[]> {
  type Row = Omit<MajorStep, 'told'> & { readonly sealed: Buffer }
  const { rows } = await sql<Row>`select s.id, s.owner_id as "ownerId", s.due_on as "dueOn", s.done_at as "doneAt",
      s.done_by as "doneBy", s.sealed
    from complaint_major_step s join complaint_major m using (tenant_id, complaint_id)
    where s.tenant_id = ${tx.actor.tenantId} and s.complaint_id = ${id} and s.planned_at >= m.declared_at
    order by s.due_on, s.id limit 200`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => {
    const told: MajorStep['told'] = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, told }
  })
}

export async function reportsOf(tx: Tx, { id, salt }: Of): Promise<readonly MajorReported[]> {
  type Row = Omit<MajorReported, 'told'> & { readonly sealed: Buffer }
  const { rows } = await sql<Row>`select r.id, r.kind, r.reported_at as at, r.reported_by as "byId", r.to_id as "toId",
      r.sealed
    from complaint_major_report r join complaint_major m using (tenant_id, complaint_id)
    where r.tenant_id = ${tx.actor.tenantId} and r.complaint_id = ${id} and r.reported_at >= m.declared_at
    order by r.reported_at, r.id limit 500`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => {
    const told: MajorReported['told'] = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, told }
  })
}

/** Twenty people came: it stands there until somebody declares it. */
export function proposedMajorWriting(tx: Tx, { id, salt }: Of): Writing {
  return tx.db.insertInto('complaint_major').values({
    tenant_id: tx.actor.tenantId,
    complaint_id: id,
    state: majorLifecycle.initial,
    proposed_at: tx.now,
    sealed: tx.vault.seal(salt, JSON.stringify(NOTHING)),
  })
}

type Command = { readonly leaderId: string; readonly reportsToId: string; readonly reason: string }

export function declaredMajorWriting(tx: Tx, of: Of, step: Transition<MajorState>, command: Command): Writing {
  const { leaderId, reportsToId, reason } = command
  const row = {
    state: step.to,
    declared_at: tx.now,
    declared_by: tx.actor.id,
    leader_id: leaderId,
    reports_to_id: reportsToId,
    settled_at: null,
    lift_asked_at: null,
    lift_asked_by: null,
    judged_at: null,
    judged_by: null,
    sealed: tx.vault.seal(of.salt, JSON.stringify({ ...NOTHING, reason })),
  }
  return tx.db
    .insertInto('complaint_major')
    .values({ tenant_id: tx.actor.tenantId, complaint_id: of.id, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'complaint_id']).doUpdateSet(row))
}

export function majorMoveWriting(
  tx: Tx,
  of: Of,
  major: MajorRecord,
  step: Transition<MajorState>,
  told: Partial<MajorTold>,
): Writing {
  const { to } = step
  return tx.db
    .updateTable('complaint_major')
    .set({
      state: to,
      sealed: tx.vault.seal(of.salt, JSON.stringify({ ...major.told, ...told })),
      ...(to === 'settled' ? { settled_at: tx.now } : {}),
      ...(to === 'lifting' ? { lift_asked_at: tx.now, lift_asked_by: tx.actor.id } : {}),
      ...('answer' in told ? { judged_at: tx.now, judged_by: tx.actor.id } : {}),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('complaint_id', '=', of.id)
}

export function newStepWriting(
  tx: Tx,
  of: Of,
  step: { readonly id: string; readonly ownerId: string; readonly dueOn: Day; readonly what: string },
): Writing {
  return tx.db.insertInto('complaint_major_step').values({
    tenant_id: tx.actor.tenantId,
    id: step.id,
    complaint_id: of.id,
    owner_id: step.ownerId,
    due_on: step.dueOn,
    planned_by: tx.actor.id,
    planned_at: tx.now,
    sealed: tx.vault.seal(of.salt, JSON.stringify({ what: step.what, result: '' })),
  })
}

export function stepEndWriting(tx: Tx, of: Of, step: MajorStep, result: string): Writing {
  return tx.db
    .updateTable('complaint_major_step')
    .set({
      done_at: tx.now,
      done_by: tx.actor.id,
      sealed: tx.vault.seal(of.salt, JSON.stringify({ ...step.told, result })),
    })
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', step.id)
}

export function newReportWriting(
  tx: Tx,
  of: Of,
  report: { readonly id: string; readonly kind: MajorReport; readonly toId: string; readonly text: string },
): Writing {
  return tx.db.insertInto('complaint_major_report').values({
    tenant_id: tx.actor.tenantId,
    id: report.id,
    complaint_id: of.id,
    kind: report.kind,
    reported_at: tx.now,
    reported_by: tx.actor.id,
    to_id: report.toId,
    sealed: tx.vault.seal(of.salt, JSON.stringify({ text: report.text })),
  })
}
