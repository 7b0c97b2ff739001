/** A complaint that goes over to the road of 举报 leaves nothing of its own behind (CMP-12). */
import type { Hanging } from '@anpei/domain/complaints'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

/** What was carried over and goes with it. */
const CARRIED = [
  'complaint_entry',
  'complaint_cause',
  'complaint_link',
  'complaint_task',
  'complaint_account',
  'complaint_name_gram',
] as const

const HANGS: Readonly<Record<Hanging, string>> = {
  proposal: 'complaint_proposal',
  act: 'complaint_act',
  decision: 'complaint_decision',
  extension: 'complaint_extension',
  span: 'complaint_span',
  recheck: 'complaint_recheck',
  sheet: 'regulator_case',
  cause: 'complaint_root_cause',
  library: 'library_case',
  major: 'complaint_major',
  merged: 'complaint',
}

/** Every table that points at a complaint: carried over, or asked about before it goes. */
export const ANSWERED_FOR: readonly string[] = [...CARRIED, ...Object.values(HANGS)]

/** What was built on it by now. */
export async function hangingOn(tx: Tx, complaintId: string): Promise<readonly Hanging[]> {
  const asked = Object.entries(HANGS).map(([what, table]) => {
    const points = sql.ref(what === 'merged' ? 'merged_into' : 'complaint_id')
    return sql`select ${what}::text as what where exists (select from ${sql.table(table)} h
      where h.tenant_id = ${tx.actor.tenantId} and h.${points} = ${complaintId})`
  })
  const { rows } = await sql<{ what: Hanging }>`${sql.join(asked, sql` union all `)}`.execute(tx.db)
  return rows.map((row) => row.what)
}

export async function removeComplaint(tx: Tx, id: string): Promise<void> {
  const { tenantId } = tx.actor
  await sql`delete from complaint_entry where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_cause where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_link where tenant_id = ${tenantId}
    and (complaint_id = ${id} or target_id = ${id})`.execute(tx.db)
  await sql`delete from complaint_task where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_account where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint_name_gram where tenant_id = ${tenantId} and complaint_id = ${id}`.execute(tx.db)
  await sql`delete from complaint where tenant_id = ${tenantId} and id = ${id}`.execute(tx.db)
}
