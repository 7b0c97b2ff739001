/** The cause of a complaint at its exact place, one each (CMP-13). Why it is so lies sealed under the complaint. */
import type { LoopStep, RootCause } from '@anpei/domain/complaints'
import { dayOfInstant, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

export type Place = {
  readonly step: LoopStep
  readonly rootCause: RootCause
  readonly programmeId: string | null
  readonly institutionId: string | null
}
export type CauseRecord = Place & {
  readonly why: string
  readonly namedBy: string
  readonly namedAt: Instant
  readonly improvementId: string | null
}
type Owner = Pick<ComplaintRecord, 'id' | 'salt'>

export async function causeOf(tx: Tx, complaint: Owner): Promise<CauseRecord | undefined> {
  const { rows } = await sql<Omit<CauseRecord, 'why'> & { sealed: Buffer }>`select step, root_cause as "rootCause",
      programme_id as "programmeId", institution_id as "institutionId", named_by as "namedBy", named_at as "namedAt",
      improvement_id as "improvementId", sealed
    from complaint_root_cause where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaint.id}`.execute(tx.db)
  const [row] = rows
  if (!row) return undefined
  const { sealed, ...rest } = row
  return { ...rest, why: tx.vault.openText(complaint.salt, sealed) }
}

/** Named again: the last one counts. */
export async function saveCause(
  tx: Tx,
  complaint: Owner & { readonly receivedAt: Instant },
  { step, rootCause, programmeId, institutionId }: Place,
  why: string,
): Promise<void> {
  const sealed = tx.vault.seal(complaint.salt, why)
  await sql`insert into complaint_root_cause (tenant_id, complaint_id, step, root_cause, programme_id, institution_id,
      received_on, named_by, named_at, sealed)
    values (${tx.actor.tenantId}, ${complaint.id}, ${step}, ${rootCause}, ${programmeId}, ${institutionId},
      ${dayOfInstant(complaint.receivedAt)}, ${tx.actor.id}, ${tx.now}, ${sealed})
    on conflict (tenant_id, complaint_id) do update set step = excluded.step, root_cause = excluded.root_cause,
      programme_id = excluded.programme_id, institution_id = excluded.institution_id, named_by = excluded.named_by,
      named_at = excluded.named_at, sealed = excluded.sealed`.execute(tx.db)
}

export async function joinCause(tx: Tx, complaintId: string, improvementId: string): Promise<void> {
  await sql`update complaint_root_cause set improvement_id = ${improvementId}
    where tenant_id = ${tx.actor.tenantId} and complaint_id = ${complaintId}`.execute(tx.db)
}

/** Only ids of programmes and institutions we have. */
export async function isPlaceKnown(tx: Tx, { programmeId, institutionId }: Place): Promise<boolean> {
  const { tenantId } = tx.actor
  const isOf = (table: 'programme' | 'institution', id: string | null) =>
    sql`(${id}::uuid is null or exists (select from ${sql.table(table)} t where t.tenant_id = ${tenantId}
      and t.id = ${id}::uuid))`
  const { rows } = await sql<{ known: boolean }>`select ${isOf('programme', programmeId)}
    and ${isOf('institution', institutionId)} as known`.execute(tx.db)
  return rows[0]?.known ?? false
}

/** Its complaints are free for another 整改. */
export async function leaveImprovement(tx: Tx, improvementId: string): Promise<void> {
  await sql`update complaint_root_cause set improvement_id = null
    where tenant_id = ${tx.actor.tenantId} and improvement_id = ${improvementId}`.execute(tx.db)
}
