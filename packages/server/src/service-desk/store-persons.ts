/** Reads whose message it may be: the person named, or the only one with that telephone number (CUS-01). */
import { sql } from 'kysely'
import { secretsOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'

export type KnownPerson = { readonly id: string; readonly villageCode: string | null }

export async function personOf(tx: Tx, personId: string | null, phone: string): Promise<KnownPerson | null> {
  if (personId === null && phone === '') return null
  const { tenantId } = tx.actor
  const { rows } = await (personId === null
    ? sql<KnownPerson>`select p.id, p.village_code as "villageCode" from person p
        where p.tenant_id = ${tenantId} and p.phone_hash = ${tx.vault.lookupHash('phone', phone)}
          and p.merged_into is null limit 2`
    : sql<KnownPerson>`select s.id, s.village_code as "villageCode" from person p
        join person s on s.tenant_id = p.tenant_id and s.id = coalesce(p.merged_into, p.id)
        where p.tenant_id = ${tenantId} and p.id = ${personId}`
  ).execute(tx.db)
  // A telephone shared by a couple says nothing about who calls.
  return rows.length === 1 ? (rows[0] ?? null) : null
}

/** Empty where the register has none. */
export async function phoneOf(tx: Tx, personId: string): Promise<string> {
  return (await secretsOf(tx, personId))?.phone ?? ''
}

/** The records these persons stand in now: one that was merged is the survivor. */
export async function livingPersons(tx: Tx, ids: readonly (string | null)[]): Promise<(string | null)[]> {
  const { rows } = await sql<{ id: string; living: string }>`select id, coalesce(merged_into, id) as living from person
    where tenant_id = ${tx.actor.tenantId} and id = any(${ids.flatMap((id) => id ?? [])}::uuid[])`.execute(tx.db)
  const living = new Map(rows.map((row) => [row.id, row.living]))
  return ids.map((id) => (id === null ? null : (living.get(id) ?? id)))
}

/** Of the person's requests that wait for somebody. */
export async function saveCareRank(tx: Tx, personId: string, rank: number): Promise<void> {
  await sql`update desk_request set care_rank = ${rank} where tenant_id = ${tx.actor.tenantId}
    and person_id = ${personId} and state in ('received', 'taken', 'answered', 'snoozed')
    and care_rank <> ${rank}`.execute(tx.db)
}
