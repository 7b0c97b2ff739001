/** Reads and writes the times in which the online service did not work (T12), and the worker's sign of life. */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type FaultRow = {
  readonly id: string
  readonly beganAt: Instant
  readonly endedAt: Instant | null
  readonly reason: string
  /** null = the machine found it. */
  readonly madeBy: string | null
  readonly madeAt: Instant
  readonly endedBy: string | null
}

/** Whether the online service was down at that moment. */
export async function isFaultAt(db: Db, tenantId: number, at: Instant): Promise<boolean> {
  const { rows } = await sql<{ down: boolean }>`select exists (select 1 from service_fault
    where tenant_id = ${tenantId} and began_at <= ${at} and (ended_at is null or ended_at > ${at})) as down`.execute(db)
  return rows[0]?.down ?? false
}

export async function insertFault(db: Db, tenantId: number, fault: Omit<FaultRow, 'endedBy'>): Promise<void> {
  await db
    .insertInto('service_fault')
    .values({
      tenant_id: tenantId,
      id: fault.id,
      began_at: fault.beganAt,
      ended_at: fault.endedAt,
      reason: fault.reason,
      made_by: fault.madeBy,
      made_at: fault.madeAt,
    })
    .execute()
}

/** The fault that still runs, locked until the transaction ends. */
export async function lockRunningFault(db: Db, tenantId: number): Promise<{ id: string; beganAt: Instant } | null> {
  const { rows } = await sql<{ id: string; beganAt: Instant }>`select id, began_at as "beganAt" from service_fault
    where tenant_id = ${tenantId} and ended_at is null for update`.execute(db)
  return rows[0] ?? null
}

export async function saveFaultEnd(
  db: Db,
  tenantId: number,
  id: string,
  end: { at: Instant; by: string | null },
): Promise<void> {
  await db
    .updateTable('service_fault')
    .set({ ended_at: end.at, ended_by: end.by })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Says that the worker is alive, and answers when it last was: null = never before. */
export async function beat(db: Db, tenantId: number, now: Instant): Promise<Instant | null> {
  const before = await sql<{ beat_at: Instant }>`select beat_at from service_heartbeat
    where tenant_id = ${tenantId} for update`.execute(db)
  // Once a minute is enough; a clock that was put back takes no sign of life away.
  await sql`insert into service_heartbeat (tenant_id, beat_at) values (${tenantId}, ${now})
    on conflict (tenant_id) do update set beat_at = excluded.beat_at
      where excluded.beat_at >= service_heartbeat.beat_at + interval '1 minute'`.execute(db)
  return before.rows[0]?.beat_at ?? null
}

/** The demo's clock is about to be put forward: the sign of life goes with it, since nobody was silent. */
export async function beatAhead(db: Db, tenantId: number, hours: number): Promise<void> {
  await sql`update service_heartbeat set beat_at = beat_at + make_interval(hours => ${hours}::int)
    where tenant_id = ${tenantId}`.execute(db)
}
