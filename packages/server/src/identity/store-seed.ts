/**
 * The organisation of the demo and of the tests: tenants, institutions, roles, people with a known password and second
 * factor. Everything comes from config/; a second run changes nothing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { hashPassword, type PasswordCost, type Vault } from '../crypto/index.ts'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

type Organisation = {
  password: string
  secondFactorSecret: string
  tenants: { id: number; kind: string; name: string; shortName: string }[]
  institutions: {
    tenant: number
    code: string
    kind: string
    name: string
    parent?: string
    head?: string
    towns?: string[]
  }[]
  departments: { tenant: number; code: string; name: string; institution: string; parent?: string }[]
  people: DemoPerson[]
  /** Who answers for the standing duties (RPT-06). */
  duties: { tenant: number; duty: string; owner: string; deputy: string }[]
}
export type DemoPerson = {
  tenant: number
  login: string
  name: string
  post: string
  institution: string
  department?: string
  supervisor?: string
  deputy?: string
  roles: string[]
  languages?: string[]
}
type Role = { code: string; name: string; scope: string; permissions: string[]; authority?: Record<string, number> }
type Divisions = {
  area: { code: string; name: string }
  streets: { code9: string; name: string; villages: { code12: string; name: string }[] }[]
}

const CONFIG = new URL('../../../../config/', import.meta.url)

export function readOrganisation(): Organisation {
  return readJson<Organisation>('demo/organisation.json')
}

function readJson<T>(name: string): T {
  const json: T = JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
  return json
}

/** The companies of the demo. Runs as the owner of the database. */
export async function seedTenants(owner: Db): Promise<void> {
  for (const tenant of readOrganisation().tenants) {
    await owner
      .insertInto('tenant')
      .values({
        tenant_id: tenant.id,
        kind: tenant.kind,
        name: tenant.name,
        short_name: tenant.shortName,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await seedDivisions(owner)
}

/**
 * The administrative divisions, which all tenants share (ORG-02): one file of `config/divisions` a district, read at
 * each start. Runs as the owner of the database.
 */
export async function seedDivisions(owner: Db): Promise<void> {
  for (const file of readdirSync(new URL('divisions/', CONFIG))) {
    const read = readJson<Partial<Divisions>>(`divisions/${file}`)
    if (read.area && read.streets) await insertDivisions(owner, { area: read.area, streets: read.streets })
  }
}

async function insertDivisions(owner: Db, { area, streets }: Divisions): Promise<void> {
  const rows = [
    { code: area.code, parent_code: null, kind: 'district', name: area.name },
    ...streets.map((street) => ({ code: street.code9, parent_code: area.code, kind: 'town', name: street.name })),
    ...streets.flatMap((street) =>
      street.villages.map((village) => ({
        code: village.code12,
        parent_code: street.code9,
        kind: 'village',
        name: village.name,
      })),
    ),
  ]
  await owner
    .insertInto('division')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** `cost`: of the demo's password; tests, which sign in a thousand times, take the least. */
export async function seedTenantPeople(
  db: Db,
  tenantId: number,
  vault: Vault,
  now: string,
  cost?: PasswordCost,
): Promise<void> {
  const organisation = readOrganisation()
  const seeded = await db.selectFrom('institution').select('id').where('tenant_id', '=', tenantId).limit(1).execute()
  if (seeded.length > 0) return
  const institutions = byCode(organisation.institutions, tenantId)
  for (const one of institutions.values()) {
    await db
      .insertInto('institution')
      .values({
        tenant_id: tenantId,
        id: one.id,
        code: one.code,
        kind: one.kind,
        name: one.name,
        parent_id: one.parent ? (institutions.get(one.parent)?.id ?? null) : null,
      })
      .execute()
    for (const town of one.towns ?? []) {
      await sql`insert into institution_area (tenant_id, institution_id, town_code)
        select ${tenantId}, ${one.id}, code from division where kind = 'town' and name = ${town}`.execute(db)
    }
  }
  const departments = byCode(organisation.departments, tenantId)
  for (const one of departments.values()) {
    await db
      .insertInto('department')
      .values({
        tenant_id: tenantId,
        id: one.id,
        code: one.code,
        name: one.name,
        institution_id: institutions.get(one.institution)?.id ?? '',
        parent_id: one.parent ? (departments.get(one.parent)?.id ?? null) : null,
      })
      .execute()
  }
  await seedRoles(db, tenantId)
  const place = (person: DemoPerson) => ({
    institution_id: institutions.get(person.institution)?.id ?? '',
    department_id: person.department ? (departments.get(person.department)?.id ?? null) : null,
  })
  await seedPeople(db, tenantId, vault, now, await hashPassword(organisation.password, cost), place)
}

function byCode<T extends { tenant: number; code: string }>(
  all: readonly T[],
  tenantId: number,
): Map<string, T & { id: string }> {
  return new Map(all.filter((one) => one.tenant === tenantId).map((one) => [one.code, { ...one, id: newId() }]))
}

/** The roles every house begins with (ORG-03). */
export async function seedRoles(db: Db, tenantId: number): Promise<void> {
  await db
    .insertInto('role')
    .values(
      readJson<Role[]>('roles.json').map((role) => ({
        tenant_id: tenantId,
        code: role.code,
        id: newId(),
        name: role.name,
        permissions: role.permissions,
        scope: role.scope,
        authority: JSON.stringify(role.authority ?? {}),
      })),
    )
    .execute()
}

async function seedPeople(
  db: Db,
  tenantId: number,
  vault: Vault,
  now: string,
  passwordHash: string,
  place: (person: DemoPerson) => { institution_id: string; department_id: string | null },
): Promise<void> {
  const { people, secondFactorSecret } = readOrganisation()
  const mine = people.filter((person) => person.tenant === tenantId)
  const ids = new Map(mine.map((person) => [person.login, newId()]))
  for (const person of mine) {
    const salt = vault.newSalt()
    await db
      .insertInto('staff_user')
      .values({
        tenant_id: tenantId,
        id: ids.get(person.login) ?? '',
        login: person.login,
        name: person.name,
        post: person.post,
        ...place(person),
        languages: person.languages ?? ['zh'],
        password_hash: passwordHash,
        salt,
        second_factor_sealed: vault.seal(salt, secondFactorSecret),
        created_at: now,
      })
      .execute()
    await db
      .insertInto('user_role')
      .values(
        person.roles.map((code) => ({ tenant_id: tenantId, user_id: ids.get(person.login) ?? '', role_code: code })),
      )
      .execute()
  }
  for (const person of mine) {
    await db
      .updateTable('staff_user')
      .set({
        supervisor_id: person.supervisor ? (ids.get(person.supervisor) ?? null) : null,
        deputy_id: person.deputy ? (ids.get(person.deputy) ?? null) : null,
      })
      .where('tenant_id', '=', tenantId)
      .where('login', '=', person.login)
      .execute()
  }
  for (const one of readOrganisation().institutions.filter(({ tenant, head }) => tenant === tenantId && head)) {
    await db
      .updateTable('institution')
      .set({ head_user_id: ids.get(one.head ?? '') ?? null })
      .where('tenant_id', '=', tenantId)
      .where('code', '=', one.code)
      .execute()
  }
  const liaison = ids.get('liaison1')
  if (!liaison) return
  await sql`insert into village_post (tenant_id, village_code, user_id, duty)
    select ${tenantId}, code, ${liaison}, 'liaison' from division where parent_code = '440514001' limit 10`.execute(db)
}
