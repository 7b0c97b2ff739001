/**
 * CMP-02, CUS-08: a complainant is found by name as everybody is, by any two neighbouring characters, though the name
 * lies sealed: what is stored of it are keyed hashes of its pairs.
 */
import { nameGrams, normaliseName } from '@anpei/domain/customers'
import { sql, type RawBuilder } from 'kysely'
import type { Writing } from '../db/index.ts'
import type { Tx } from '../http/index.ts'

/** Nothing of somebody without a name. */
export function nameWritings(tx: Tx, complaintId: string, name: string, before = ''): Writing[] {
  if (name === before) return []
  const { tenantId } = tx.actor
  const hashes = hashesOf(tx, name)
  const fewer = sql`delete from complaint_name_gram where tenant_id = ${tenantId} and complaint_id = ${complaintId}
    and nth >= ${hashes.length}`
  const more = sql`insert into complaint_name_gram (tenant_id, complaint_id, nth, gram_hash)
    select ${tenantId}, ${complaintId}, g.nth - 1, g.hash
    from unnest(${hashes}::bytea[]) with ordinality as g (hash, nth)
    on conflict (tenant_id, complaint_id, nth) do update set gram_hash = excluded.gram_hash`
  return [...(before === '' ? [] : [fewer]), ...(hashes.length === 0 ? [] : [more])]
}

/** Ids of complaints whose complainant, or whose insured person, carries a name or a part of it of two characters. */
export function byName(tx: Tx, text: string): RawBuilder<unknown> {
  const { tenantId } = tx.actor
  const name = normaliseName(text)
  const grams = nameGrams(name)
  const [gram = ''] = grams
  const hashes = hashesOf(tx, name)
  const each = hashes.map(
    (hash) => sql`select g.complaint_id from complaint_name_gram g
      where g.tenant_id = ${tenantId} and g.gram_hash = ${hash}`,
  )
  const complainants = each.length === 0 ? sql`select null::uuid` : sql.join(each, sql` intersect `)
  return sql`(${complainants}) union all select n.id from person_name_gram g
    join person p on p.tenant_id = g.tenant_id and p.id = g.person_id and strpos(p.name, ${name}) > 0
    join complaint n on n.tenant_id = g.tenant_id and n.person_id = g.person_id
    where g.tenant_id = ${tenantId} and g.gram = ${gram}`
}

/** Ids of complaints of whoever left this telephone, or whose insured person has it. */
export function byPhone(tx: Tx, phone: string): RawBuilder<unknown> {
  const { tenantId } = tx.actor
  const hash = tx.vault.lookupHash('phone', phone)
  return sql`select n.id from complaint n where n.tenant_id = ${tenantId} and n.phone_hash = ${hash}
    union all select n.id from person p join complaint n on n.tenant_id = p.tenant_id and n.person_id = p.id
      where p.tenant_id = ${tenantId} and p.phone_hash = ${hash}`
}

function hashesOf(tx: Tx, name: string): Buffer[] {
  return nameGrams(name).map((gram) => tx.vault.lookupHash('name', `complainant:${gram}`))
}
