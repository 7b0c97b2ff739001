/** The WHERE of claims lists, exports and boards: the actor's scope first, then what was asked. */
import type { listClaims as route } from '@anpei/contract/claims'
import type { Input } from '@anpei/contract/kernel'
import { normaliseName, nameGrams } from '@anpei/domain/customers'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { claimScope } from './store-claims.ts'

export type ClaimQuery = Input<typeof route>['query']
export type ClaimCondition = Pick<
  ClaimQuery,
  | 'state'
  | 'class'
  | 'kind'
  | 'owner'
  | 'division'
  | 'overdue'
  | 'undelivered'
  | 'personId'
  | 'accidentFrom'
  | 'accidentTo'
  | 'receivedFrom'
  | 'receivedTo'
  | 'closedFrom'
  | 'closedTo'
  | 'q'
>

const MOST_PERSONS = 2000

export async function claimFilter(tx: Tx, query: ClaimCondition): Promise<RawBuilder<boolean>> {
  const parts: RawBuilder<boolean>[] = [claimScope(tx.actor, 'claim.read')]
  if (query.state === 'open') parts.push(sql<boolean>`c.state not in ('closed', 'withdrawn')`)
  // Said twice: the plain comparison and the words of the partial index.
  else if (query.state) parts.push(stateIs(query.state))
  if (query.class) parts.push(sql<boolean>`c.class = ${query.class}`)
  if (query.kind) parts.push(sql<boolean>`${query.kind} = any(c.kinds)`)
  if (query.owner) parts.push(ownerIs(tx, query.owner))
  if (query.division) parts.push(divisionIs(query.division))
  if (query.overdue !== undefined)
    parts.push(sql<boolean>`(c.state not in ('closed', 'withdrawn')
      and c.due_or_never ${query.overdue ? sql`<` : sql`>=`} ${tx.now})`)
  if (query.undelivered !== undefined) parts.push(undeliveredIs(tx, query.undelivered))
  if (query.personId)
    parts.push(sql<boolean>`c.person_id in (select p.id from person p where p.tenant_id = ${tx.actor.tenantId}
      and (p.id = ${query.personId} or p.merged_into = ${query.personId}))`)
  if (query.accidentFrom) parts.push(sql<boolean>`c.accident_on >= ${query.accidentFrom}`)
  if (query.accidentTo) parts.push(sql<boolean>`c.accident_on <= ${query.accidentTo}`)
  if (query.receivedFrom)
    parts.push(sql<boolean>`c.received_at >= (${query.receivedFrom}::date)::timestamp at time zone 'Asia/Shanghai'`)
  if (query.receivedTo)
    parts.push(sql<boolean>`c.received_at < (${query.receivedTo}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (query.closedFrom)
    parts.push(sql<boolean>`c.closed_at >= (${query.closedFrom}::date)::timestamp at time zone 'Asia/Shanghai'`)
  if (query.closedTo)
    parts.push(sql<boolean>`c.closed_at < (${query.closedTo}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (query.q) parts.push(await matches(tx, query.q.trim()))
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

export function undeliveredIs({ actor }: Tx, wanted: boolean): RawBuilder<boolean> {
  return sql<boolean>`c.id ${wanted ? sql`in` : sql`not in`} (select l.subject_id from letter l
    where l.tenant_id = ${actor.tenantId} and l.subject_kind = 'claim' and l.delivered_at is null)`
}

function stateIs(state: string): RawBuilder<boolean> {
  const ended = state === 'closed' || state === 'withdrawn'
  return ended
    ? sql<boolean>`c.state = ${state}`
    : sql<boolean>`(c.state = ${state} and c.state not in ('closed', 'withdrawn'))`
}

function ownerIs(tx: Tx, owner: string): RawBuilder<boolean> {
  if (owner === 'none') return sql<boolean>`(c.owner_id is null and c.state not in ('closed', 'withdrawn'))`
  const id = owner === 'me' ? tx.actor.id : owner
  return /^[0-9a-f-]{36}$/.test(id) ? sql<boolean>`c.owner_id = ${id}::uuid` : sql<boolean>`false`
}

function divisionIs(code: string): RawBuilder<boolean> {
  return code.length === 9 ? sql<boolean>`c.town_code = ${code}` : sql<boolean>`c.village_code = ${code}`
}

/** A claim number or its beginning; else a name or a part of it of at least two characters. */
async function matches(tx: Tx, q: string): Promise<RawBuilder<boolean>> {
  if (/^p?\d{4,}$/i.test(q)) {
    const from = q.toUpperCase().startsWith('P') ? q.toUpperCase() : `P${q}`
    return sql<boolean>`(c.claim_no >= ${from} and c.claim_no < ${`${from}~`})`
  }
  const name = normaliseName(q)
  const [gram] = nameGrams(name)
  if (!gram) return sql<boolean>`false`
  const found = await sql<{ person_id: string }>`
    select g.person_id from person_name_gram g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
    where g.tenant_id = ${tx.actor.tenantId} and g.gram = ${gram} and strpos(p.name, ${name}) > 0
      and exists (select 1 from claim c where c.tenant_id = g.tenant_id and c.person_id = g.person_id)
    limit ${MOST_PERSONS}`.execute(tx.db)
  return sql<boolean>`c.person_id = any(${found.rows.map((row) => row.person_id)}::uuid[])`
}
