/** Colleagues present who hold a permission, with their office: the choice of whoever leads, owns or looks again. */
import type { Somebody } from '@anpei/domain/complaints'
import { dayOfInstant, type Permission } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import { actorsFor } from '../identity/index.ts'

type Colleague = Somebody & { readonly name: string; readonly institution: string }

export async function peopleHolding(tx: Tx, permission: Permission): Promise<readonly Colleague[]> {
  const { tenantId } = tx.actor
  const actors = await actorsFor(tx.db, tenantId, permission, dayOfInstant(tx.now))
  const here = actors.filter((one) => !one.absent).map((one) => one.id)
  const { rows } = await sql<Colleague>`select u.id, u.name, u.institution_id as "institutionId",
      coalesce(i.name, '') as institution
    from staff_user u left join institution i on i.tenant_id = u.tenant_id and i.id = u.institution_id
    where u.tenant_id = ${tenantId} and u.id = any(${here}::uuid[]) order by u.name, u.id`.execute(tx.db)
  return rows
}
