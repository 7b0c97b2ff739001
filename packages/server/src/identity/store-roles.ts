/** Reads and writes roles, which are data (ORG-03). */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

export type RoleRecord = {
  id: string
  code: string
  name: string
  permissions: string[]
  scope: string
  authority: Record<string, number>
  certificates: string[]
  holders: number
  waiting_change_id: string | null
}

export async function allRoles(db: Db, tenantId: number): Promise<RoleRecord[]> {
  return (
    await sql<RoleRecord>`select r.id, r.code, r.name, r.permissions, r.scope, r.authority, r.certificates,
    (select count(*)::int from user_role ur join staff_user u on u.tenant_id = ur.tenant_id and u.id = ur.user_id
      and u.active
      where ur.tenant_id = r.tenant_id and ur.role_code = r.code) as holders,
    (select c.id from change_request c where c.tenant_id = r.tenant_id and c.subject_id = r.id and c.state = 'waiting'
      limit 1)
      as waiting_change_id
    from role r where r.tenant_id = ${tenantId} order by r.code`.execute(db)
  ).rows
}

export async function findRole(db: Db, tenantId: number, code: string) {
  const row = await db
    .selectFrom('role')
    .select(['id', 'code', 'name', 'permissions', 'scope', 'authority', 'certificates'])
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row
}

export type RoleValues = {
  readonly code: string
  readonly name: string
  readonly permissions: readonly string[]
  readonly scope: string
  readonly authority: Readonly<Record<string, number>>
  readonly certificates: readonly string[]
}

export async function saveRole(db: Db, tenantId: number, role: RoleValues): Promise<void> {
  const values = {
    name: role.name,
    permissions: [...role.permissions],
    scope: role.scope,
    authority: JSON.stringify(role.authority),
    certificates: [...role.certificates],
  }
  await db
    .insertInto('role')
    .values({ tenant_id: tenantId, id: newId(), code: role.code, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doUpdateSet(values))
    .execute()
}
