/** Reads whose message it may be: the person named, or the only one with that telephone number (CUS-01). */
import { sql } from 'kysely'
import { secretsOf } from '../customers/index.ts'
import { togetherInTurn, type Tx } from '../http/index.ts'
import type { QueueCare } from './care-rank.ts'

export type KnownPerson = { readonly id: string; readonly villageCode: string | null }

export async function personOf(tx: Tx, personId: string | null, phone: string): Promise<KnownPerson | null> {
  if (personId !== null) return survivorOf(tx, personId)
  return phone === '' ? null : personWithPhone(tx, tx.vault.lookupHash('phone', phone))
}

async function survivorOf(tx: Tx, personId: string): Promise<KnownPerson | null> {
  const { rows } = await sql<KnownPerson>`select s.id, s.village_code as "villageCode" from person p
    join person s on s.tenant_id = p.tenant_id and s.id = coalesce(p.merged_into, p.id)
    where p.tenant_id = ${tx.actor.tenantId} and p.id = ${personId}`.execute(tx.db)
  return rows[0] ?? null
}

/** A telephone shared by a couple says nothing about who calls. */
const personWithPhone = togetherInTurn(async (tx: Tx, hashes: readonly Buffer[]): Promise<(KnownPerson | null)[]> => {
  type Found = KnownPerson & { readonly at: number }
  const { rows } = await sql<Found>`select a.at::int, p.id, p."villageCode"
    from unnest(${hashes}::bytea[]) with ordinality as a (hash, at)
    cross join lateral (select p.id, p.village_code as "villageCode" from person p
      where p.tenant_id = ${tx.actor.tenantId} and p.phone_hash = a.hash and p.merged_into is null limit 2) p`.execute(
    tx.db,
  )
  const found = Map.groupBy(rows, ({ at }) => at)
  return hashes.map((_, index) => {
    const [one, other] = found.get(index + 1) ?? []
    return one && !other ? { id: one.id, villageCode: one.villageCode } : null
  })
})

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

/** Of the person's requests that wait for somebody; those of the elders' line stand first already. */
export async function saveQueueCare(tx: Tx, personId: string, { careRank, languageMarked }: QueueCare): Promise<void> {
  await sql`update desk_request set language_marked = ${languageMarked},
      care_rank = case channel when 'elder_line' then care_rank else ${careRank} end
    where tenant_id = ${tx.actor.tenantId} and person_id = ${personId}
    and state in ('received', 'taken', 'answered', 'snoozed')
    and (care_rank <> ${careRank} and channel <> 'elder_line'
      or language_marked is distinct from ${languageMarked})`.execute(tx.db)
}
