/** A complaint that goes over to the road of 举报 leaves nothing of its own behind (CMP-12). */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import type { ComplaintRecord } from '../store.ts'

/** What was carried over and goes with it. */
const CARRIED = ['complaint_entry', 'complaint_cause', 'complaint_link', 'complaint_task', 'complaint_account'] as const
const EARLY: readonly string[] = ['received', 'accepted', 'assigned', 'investigating']

/** Whether anything else hangs on it by now: a proposal, a decision, a sheet of the regulator, another complaint. */
export async function isTooFar(tx: Tx, { id, state }: ComplaintRecord): Promise<boolean> {
  if (!EARLY.includes(state)) return true
  const { rows } = await sql<{ table: string; column: string }>`select r.relname as "table", a.attname as "column"
    from pg_constraint k join pg_class r on r.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[2]
    where k.contype = 'f' and k.confrelid = 'complaint'::regclass
      and r.relname <> all(${[...CARRIED]}::text[])`.execute(tx.db)
  if (rows.length === 0) return false
  const hanging = rows.map(
    ({ table, column }) => sql`exists (select from ${sql.table(table)} h
      where h.tenant_id = ${tx.actor.tenantId} and h.${sql.ref(column)} = ${id})`,
  )
  const found = await sql<{ any: boolean }>`select (${sql.join(hanging, sql` or `)}) as "any"`.execute(tx.db)
  return found.rows[0]?.any ?? true
}

export async function removeComplaint(tx: Tx, id: string): Promise<void> {
  const { tenantId } = tx.actor
  await sql`delete from complaint_entry where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_cause where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_link where tenant_id = ${tenantId}
    and (complaint_id = ${id} or target_id = ${id})`.execute(tx.db)
  await sql`delete from complaint_task where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_account where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint where tenant_id = ${tenantId} and id = ${id}`.execute(tx.db)
}
