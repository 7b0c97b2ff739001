/** The companies of this installation (ORG-01). Both run as the owner of the database: no tenant may write another. */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type CompanyKind = 'insurer' | 'broker' | 'agency'

/** The number of the new company; null where another has this name. */
export async function insertCompany(
  owner: Db,
  company: { readonly kind: CompanyKind; readonly name: string; readonly shortName: string },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`insert into tenant (tenant_id, kind, name, short_name)
    select coalesce(max(tenant_id), 0) + 1, ${company.kind}::text, ${company.name}::text, ${company.shortName}::text
    from tenant having coalesce(bool_and(name <> ${company.name}), true) returning tenant_id as id`.execute(owner)
  return rows[0]?.id ?? null
}

/** Only of a company in which nothing stands yet. */
export async function deleteCompany(owner: Db, tenantId: number): Promise<void> {
  await owner.deleteFrom('tenant').where('tenant_id', '=', tenantId).execute()
}

export async function companyNames(owner: Db): Promise<string[]> {
  return (await owner.selectFrom('tenant').select('name').orderBy('tenant_id').execute()).map(({ name }) => name)
}
