/**
 * CUS-11: the condition that every list, search, export and direct look carries where it may come upon a sealed matter.
 * It stands here, below all rows, because the log itself comes upon them. Seals are set by the customers' row.
 */
import type { Actor, Instant, Seal } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'

type Part = RawBuilder<unknown>

/**
 * True where the matter is not sealed from this actor: not concerned, and it is not shut, a keeper, or an opening.
 * Without a kind: whatever kind of matter has this id.
 */
export function seenUnderSeal(actor: Actor, now: Instant, kind: Part | null, id: Part): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`
  return sql<boolean>`not exists (select from seal z where ${sealOf(actor, kind, id)} and (${concerned(actor)}
      or z.shut and not (${actor.id}::uuid = any(z.keepers) or exists (select from seal_opening o
        where o.tenant_id = z.tenant_id and o.subject_kind = z.subject_kind and o.subject_id = z.subject_id
          and o.opened_by = ${actor.id}::uuid and o.until_at > ${now}::timestamptz))))`
}

/**
 * True where the matter is sealed and concerns this actor, or needs a right the actor lacks: nobody shows it, not even
 * that it is there.
 */
export function concernedBySeal(actor: Actor, kind: Part | null, id: Part): RawBuilder<boolean> {
  return sql<boolean>`exists (select from seal z where ${sealOf(actor, kind, id)} and ${concerned(actor)})`
}

function sealOf({ tenantId }: Actor, kind: Part | null, id: Part): Part {
  const ofKind = kind === null ? sql`` : sql`and z.subject_kind = ${kind}`
  return sql`z.tenant_id = ${tenantId} ${ofKind} and z.subject_id = ${id} and z.lifted_at is null`
}

function concerned(actor: Actor): Part {
  const lacks = sql`z.needs is not null and z.needs <> all(${[...actor.grants.keys()]}::text[])`
  return actor.kind === 'system' ? isConcerned(actor) : sql`(${isConcerned(actor)} or ${lacks})`
}

function isConcerned({ id, kind }: Actor): Part {
  if (kind !== 'staff') return sql`${id}::uuid = any(z.concerned)`
  return sql`(${id}::uuid = any(z.concerned) or cardinality(z.concerned_units) > 0 and exists (select from staff_user v
    where v.tenant_id = z.tenant_id and v.id = ${id}::uuid
      and (v.department_id = any(z.concerned_units) or v.institution_id = any(z.concerned_units))))`
}

/** The seals on these subjects, by subject id, with everybody they concern by now. */
export async function sealsOf(
  db: Db,
  tenantId: number,
  subjects: readonly { readonly kind: string; readonly id: string }[],
): Promise<ReadonlyMap<string, Seal>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await sql<Seal & { id: string }>`select z.subject_id as id, z.keepers, z.shut, z.needs,
      z.concerned || array(select v.id from staff_user v where v.tenant_id = z.tenant_id
        and (v.department_id = any(z.concerned_units) or v.institution_id = any(z.concerned_units))) as concerned
    from unnest(${subjects.map((one) => one.kind)}::text[], ${subjects.map((one) => one.id)}::uuid[]) as s (kind, id)
    join seal z on z.tenant_id = ${tenantId} and z.subject_kind = s.kind and z.subject_id = s.id
      and z.lifted_at is null`.execute(db)
  return new Map(rows.map(({ id, ...seal }) => [id, seal]))
}
