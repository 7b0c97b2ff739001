/** Reserves per line with the log of their changes (CLM-19). */
import type { Fen, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { writeAsOne, type Db, type Writing } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

export type ReserveChange = {
  readonly lineId: string
  readonly beforeFen: Fen
  readonly afterFen: Fen
  readonly reason: string
}

export async function logReserves(
  db: Db,
  tenantId: number,
  now: Instant,
  by: string | null,
  changes: readonly ReserveChange[],
): Promise<void> {
  await writeAsOne(db, reserveWritings(db, tenantId, now, by, changes))
}

export function reserveWritings(
  db: Db,
  tenantId: number,
  now: Instant,
  by: string | null,
  changes: readonly ReserveChange[],
): Writing[] {
  const real = changes.filter((change) => change.beforeFen !== change.afterFen)
  if (real.length === 0) return []
  return [
    db.insertInto('reserve_change').values(
      real.map((change) => ({
        tenant_id: tenantId,
        id: newId(),
        claim_line_id: change.lineId,
        before_fen: change.beforeFen,
        after_fen: change.afterFen,
        reason: change.reason,
        made_by: by,
        at: now,
      })),
    ),
  ]
}

/** Closing releases what is left; one statement for all lines of the claim. */
export async function releaseReserves(
  db: Db,
  tenantId: number,
  now: Instant,
  by: string | null,
  claimId: string,
): Promise<void> {
  await sql`
    with before as (select id, reserve_fen from claim_line
      where tenant_id = ${tenantId} and claim_id = ${claimId} and reserve_fen > 0 for update),
    released as (update claim_line l set reserve_fen = 0 from before b where l.tenant_id = ${tenantId} and l.id = b.id)
    insert into reserve_change (tenant_id, id, claim_line_id, before_fen, after_fen, reason, made_by, at)
    select ${tenantId}, gen_random_uuid(), b.id, b.reserve_fen, 0, '结案释放', ${by}, ${now} from before b`.execute(db)
}
