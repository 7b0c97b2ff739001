/** When telephone and address were last said to be right (CBK-02). */
import type { ContactField } from '@anpei/domain/callbacks'
import type { Instant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'

export async function saveContactChecks(
  tx: Tx,
  personId: string,
  fields: readonly ContactField[],
  callbackId: string,
): Promise<void> {
  const said = { verified_at: tx.now, callback_id: callbackId, verified_by: tx.actor.id }
  await tx.db
    .insertInto('callback_contact_check')
    .values(fields.map((field) => ({ tenant_id: tx.actor.tenantId, person_id: personId, field, ...said })))
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'field']).doUpdateSet(said))
    .execute()
}

export async function contactChecksOf(
  tx: Tx,
  personId: string | null,
): Promise<{ readonly field: ContactField; readonly at: Instant }[]> {
  if (personId === null) return []
  const rows = await tx.db
    .selectFrom('callback_contact_check')
    .select(['field', 'verified_at'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('person_id', '=', personId)
    .orderBy('field', 'desc')
    .execute()
  return rows.map((row) => ({ field: row.field === 'phone' ? 'phone' : 'address', at: row.verified_at }))
}
