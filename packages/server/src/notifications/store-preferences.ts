/** Writes and reads how people want to be told. */
import { isNoticeChannel, type NoticeChannel } from '@anpei/domain/notifications'
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Vault } from '../crypto/index.ts'
import type { Db } from '../db/index.ts'
import { openAddresses, type Addresses } from './preference-secret.ts'

export type Preference = Addresses & {
  readonly preferred: readonly NoticeChannel[]
  readonly refused: readonly NoticeChannel[]
  readonly householdId: string | null
  readonly changedAt: Instant | null
}

const NONE: Preference = {
  preferred: [],
  refused: [],
  householdId: null,
  changedAt: null,
  wechatOpenId: null,
  email: null,
}

export async function preferenceOf(db: Db, tenantId: number, vault: Vault, personId: string): Promise<Preference> {
  const row = await db
    .selectFrom('notice_preference')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return NONE
  return {
    preferred: row.preferred.filter(isNoticeChannel),
    refused: row.refused.filter(isNoticeChannel),
    householdId: row.household_id,
    changedAt: row.changed_at,
    ...openAddresses(vault, row),
  }
}

export async function savePreference(
  db: Db,
  tenantId: number,
  vault: Vault,
  personId: string,
  wish: Preference & { readonly changedBy: string; readonly changedAt: Instant },
): Promise<void> {
  const salt = vault.newSalt()
  const { wechatOpenId, email } = wish
  const values = {
    preferred: [...wish.preferred],
    refused: [...wish.refused],
    household_id: wish.householdId,
    salt,
    sealed: vault.seal(salt, JSON.stringify({ wechatOpenId, email })),
    changed_by: wish.changedBy,
    changed_at: wish.changedAt,
  }
  await db
    .insertInto('notice_preference')
    .values({ tenant_id: tenantId, person_id: personId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doUpdateSet(values))
    .execute()
}

/** Puts somebody into a household who had no wishes of the own yet. */
export async function joinHousehold(
  db: Db,
  tenantId: number,
  vault: Vault,
  personId: string,
  householdId: string,
  by: { readonly changedBy: string; readonly changedAt: Instant },
): Promise<void> {
  const known = await preferenceOf(db, tenantId, vault, personId)
  await savePreference(db, tenantId, vault, personId, { ...known, householdId, ...by })
}

export type HouseholdMember = { readonly personId: string; readonly name: string }

export async function householdOf(db: Db, tenantId: number, householdId: string): Promise<HouseholdMember[]> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select w.person_id, p.name from notice_preference w
    join person p on p.tenant_id = w.tenant_id and p.id = w.person_id
    where w.tenant_id = ${tenantId} and w.household_id = ${householdId} order by p.name limit 20`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, name: row.name }))
}
