/** A tenant's own rules of wording (SRV-10). */
import type { Instant } from '@anpei/domain/kernel'
import type { WordingRules } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'

export type WordingVersion = {
  readonly version: number
  readonly at: Instant
  readonly madeBy: string
  readonly confirmedBy: string
}
const MOST_VERSIONS = 50

export async function newestWording({ db, actor }: Tx): Promise<{ version: number; rules: unknown } | null> {
  const { rows } = await sql<{ version: number; rules: unknown }>`select version, rules from desk_wording
    where tenant_id = ${actor.tenantId} order by version desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** The newest first. */
export async function wordingVersions({ db, actor }: Tx): Promise<WordingVersion[]> {
  const { rows } = await sql<WordingVersion>`select w.version, w.at, m.name as "madeBy", c.name as "confirmedBy"
    from desk_wording w join staff_user m on m.tenant_id = w.tenant_id and m.id = w.made_by
      join staff_user c on c.tenant_id = w.tenant_id and c.id = w.confirmed_by
    where w.tenant_id = ${actor.tenantId} order by w.version desc limit ${MOST_VERSIONS}`.execute(db)
  return rows
}

export async function insertWording(
  { db, actor, now }: Tx,
  { version, rules, madeById }: { version: number; rules: WordingRules; madeById: string },
): Promise<void> {
  await sql`insert into desk_wording (tenant_id, version, rules, made_by, confirmed_by, at)
    values (${actor.tenantId}, ${version}, ${JSON.stringify(rules)}::jsonb, ${madeById}, ${actor.id}, ${now})`.execute(
    db,
  )
}
