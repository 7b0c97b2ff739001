/** Who may own a 整改: active, and allowed to work on improvements (CMP-13). */
import { dayOfInstant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

export type OwnerKnown = { readonly id: string; readonly name: string; readonly institutionId: string | null }

/** All of them, or the one asked for. */
export async function ownersOf(tx: Tx, userId: string | null): Promise<readonly OwnerKnown[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<OwnerKnown>`select u.id, u.name, u.institution_id as "institutionId" from staff_user u
    where u.tenant_id = ${tenantId} and u.active ${userId === null ? sql`` : sql`and u.id = ${userId}`}
      and may_work(${tenantId}, u.id, 'complaint.improve', ${dayOfInstant(tx.now)})
    order by u.name, u.id`.execute(tx.db)
  return rows
}
