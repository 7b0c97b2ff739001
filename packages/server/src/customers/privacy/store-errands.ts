/** Who did one thing for an insured without a recorded consent (CUS-05). */
import type { Instant } from '@anpei/domain/kernel'
import type { Db } from '../../db/index.ts'

export async function insertErrand(
  db: Db,
  tenantId: number,
  one: { readonly id: string; readonly name: string; readonly relation: string; readonly at: Instant },
): Promise<void> {
  await db
    .insertInto('errand')
    .values({ tenant_id: tenantId, id: one.id, name: one.name, relation: one.relation, recorded_at: one.at })
    .execute()
}
