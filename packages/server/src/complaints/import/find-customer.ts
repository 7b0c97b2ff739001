/** Whose an imported row is said to be (CUS-07): a living record one may see; a merged one stands for the other. */
import { sql } from 'kysely'
import { personScope } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'

export async function findCustomer(tx: Tx, personId: string | null): Promise<{ id: string } | undefined> {
  if (personId === null) return undefined
  const { rows } = await sql<{ id: string }>`select coalesce(p.merged_into, p.id) as id from person p
    where p.tenant_id = ${tx.actor.tenantId} and p.id = ${personId} and p.erased_at is null
      and ${personScope(tx.actor, 'person.read')}`.execute(tx.db)
  return rows[0]
}
