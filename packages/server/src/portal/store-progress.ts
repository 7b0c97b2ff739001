/** Writes and reads when the family of an open claim is told of its progress next (CLM-14, T19, T23). */
import type { Instant } from '@anpei/domain/kernel'
import { MORNING_MS } from '@anpei/domain/portal'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type Telling = { readonly claimId: string; readonly nextAt: Instant; readonly anxious: boolean }

/** Sets the next times; somebody who worries is told earlier, never later by this. */
export async function planTellings(db: Db, tenantId: number, tellings: readonly Telling[]): Promise<void> {
  await sql`insert into progress_due (tenant_id, claim_id, next_at, anxious)
    select ${tenantId}::int, t.* from unnest(${tellings.map((one) => one.claimId)}::uuid[],
      ${tellings.map((one) => one.nextAt)}::timestamptz[], ${tellings.map((one) => one.anxious)}::boolean[]) as t
    on conflict (tenant_id, claim_id) do update set next_at = excluded.next_at, anxious = excluded.anxious`.execute(db)
}

export type DueTelling = {
  readonly claimId: string
  readonly reportId: string
  readonly personId: string
  readonly institutionId: string
  readonly ownerId: string | null
  readonly anxious: boolean
  readonly toldNo: number
  /** Sealed particulars of who reported. */
  readonly salt: Buffer
  readonly sealed: Buffer
}

/** Takes claims whose time has come; others working at the same moment pass them over. */
export async function takeTellings(db: Db, tenantId: number, now: Instant, limit: number): Promise<DueTelling[]> {
  const { rows } = await sql<DueTelling>`
    select d.claim_id as "claimId", c.report_id as "reportId", c.person_id as "personId", c.owner_id as "ownerId",
      c.institution_id as "institutionId", d.anxious, d.told_no as "toldNo", c.salt, c.sealed
    from progress_due d join claim c on c.tenant_id = d.tenant_id and c.id = d.claim_id
    where d.tenant_id = ${tenantId} and d.next_at <= ${now}
    order by d.next_at limit ${limit} for update of d skip locked`.execute(db)
  return rows
}

export async function saveTold(
  db: Db,
  tenantId: number,
  claimId: string,
  nextAt: Instant,
  toldNo: number,
): Promise<void> {
  await sql`update progress_due set next_at = ${nextAt}, told_no = ${toldNo}
    where tenant_id = ${tenantId} and claim_id = ${claimId}`.execute(db)
}

/** Words that would come when their promise has ended come on the morning of its last day. */
export async function bringForward(db: Db, tenantId: number, claimIds: readonly string[]): Promise<void> {
  await sql`update progress_due d set next_at = (date_trunc('day', (k.due_at - interval '1 second') at time zone
        'Asia/Shanghai') + ${MORNING_MS} * interval '1 millisecond') at time zone 'Asia/Shanghai'
    from clock k where d.tenant_id = ${tenantId} and d.claim_id = any(${claimIds}::uuid[]) and k.tenant_id = d.tenant_id
      and k.subject_id = d.claim_id and k.clock_id = 'T19' and k.state = 'running' and not d.anxious
      and d.next_at >= k.due_at`.execute(db)
}

export async function institutionOf(db: Db, tenantId: number, claimId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select institution_id as id from claim
    where tenant_id = ${tenantId} and id = ${claimId}`.execute(db)
  return rows[0]?.id ?? null
}

/** The case has ended: nothing is left to tell. */
export async function endTelling(db: Db, tenantId: number, claimId: string): Promise<void> {
  await db.deleteFrom('progress_due').where('tenant_id', '=', tenantId).where('claim_id', '=', claimId).execute()
}
