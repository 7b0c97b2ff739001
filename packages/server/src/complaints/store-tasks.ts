/** Tasks beside a complaint (legal, quality, report) and its causes (CMP-03, CMP-04). */
import type { Cause, ComplaintTask } from '@anpei/domain/complaints'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { ComplaintRecord } from './store.ts'

type Owner = Pick<ComplaintRecord, 'id' | 'salt'>
export type TaskRow = {
  readonly kind: ComplaintTask
  readonly openedAt: Instant
  readonly doneAt: Instant | null
  readonly doneBy: string | null
  readonly text: string
}

/** Answers which of them were not there before. */
export async function openTasks(
  tx: Tx,
  complaint: Owner,
  kinds: readonly ComplaintTask[],
): Promise<readonly ComplaintTask[]> {
  if (kinds.length === 0) return []
  const { rows } = await sql<{ kind: ComplaintTask }>`insert into complaint_task
      (tenant_id, complaint_id, kind, opened_by, opened_at)
    select ${tx.actor.tenantId}, ${complaint.id}::uuid, k, ${tx.actor.id}::uuid, ${tx.now}
    from unnest(${[...kinds]}::text[]) k on conflict do nothing returning kind`.execute(tx.db)
  return rows.map((row) => row.kind)
}

/** False where there is none open of this kind. */
export async function endTask(tx: Tx, complaint: Owner, kind: ComplaintTask, text: string): Promise<boolean> {
  const done = await sql`update complaint_task set done_by = ${tx.actor.id}::uuid, done_at = ${tx.now},
      sealed = ${tx.vault.seal(complaint.salt, text)}
    where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaint.id} and kind = ${kind}
      and done_at is null`.execute(tx.db)
  return done.numAffectedRows === 1n
}

export async function tasksOf(tx: Tx, complaint: Owner): Promise<readonly TaskRow[]> {
  const { rows } = await sql<Omit<TaskRow, 'text'> & { sealed: Buffer | null }>`select kind, opened_at as "openedAt",
      done_at as "doneAt", done_by as "doneBy", sealed
    from complaint_task where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaint.id}
    order by opened_at, kind`.execute(tx.db)
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    text: sealed === null ? '' : tx.vault.openText(complaint.salt, sealed),
  }))
}

/** The first is the one it is counted under. */
export async function saveCauses(tx: Tx, complaintId: string, causes: readonly Cause[]): Promise<void> {
  await sql`with gone as (delete from complaint_cause where tenant_id = ${tx.actor.tenantId}
      and complaint_id = ${complaintId} and not cause = any(${[...causes]}::text[]))
    insert into complaint_cause (tenant_id, complaint_id, cause)
    select ${tx.actor.tenantId}, ${complaintId}::uuid, unnest(${[...causes]}::text[])
    on conflict do nothing`.execute(tx.db)
}

export async function causesOf(tx: Tx, complaintId: string): Promise<readonly Cause[]> {
  const { rows } = await sql<{ cause: Cause }>`select cause from complaint_cause
    where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaintId} order by cause`.execute(tx.db)
  return rows.map((row) => row.cause)
}
