/** The WHERE of the queue: what the actor may see first, then what was asked (SRV-04). */
import type { Input } from '@anpei/contract/kernel'
import type { listRequests as route } from '@anpei/contract/service-desk'
import { addDays, startOfDay } from '@anpei/domain/kernel'
import { nameGrams, normaliseName, parsePhone } from '@anpei/domain/customers'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { COUNTED } from './metrics/counted.ts'
import { requestScope } from './store.ts'

export type QueueQuery = Input<typeof route>['query']
export type Queue = QueueQuery['queue']

/** The words of the partial indexes: what waits for somebody. */
export const OPEN = sql<boolean>`r.state in ('received', 'taken', 'answered', 'snoozed')`
const AWAKE = sql<boolean>`r.state in ('received', 'taken', 'answered', 'snoozed') and r.state <> 'snoozed'`
const MOST_PERSONS = 2000

export async function queueFilter(tx: Tx, query: QueueQuery): Promise<RawBuilder<boolean>> {
  const parts: RawBuilder<boolean>[] = [requestScope(tx.actor, 'desk.read'), inQueue(tx, query.queue)]
  if (query.state === 'open') parts.push(AWAKE)
  else if (query.state === 'ended') parts.push(sql<boolean>`not ${OPEN}`)
  else if (query.state) parts.push(sql<boolean>`r.state = ${query.state}`)
  if (query.kind) parts.push(sql<boolean>`r.kind = ${query.kind}`)
  if (query.channel) parts.push(sql<boolean>`r.channel = ${query.channel}`)
  if (query.topic) parts.push(sql<boolean>`r.topic = ${query.topic}`)
  // With what was registered under a record that was merged into the person's.
  if (query.ownerId) parts.push(sql<boolean>`r.owner_id = ${query.ownerId}`)
  if (query.personId)
    parts.push(sql<boolean>`r.person_id in (select p.id from person p where p.tenant_id = ${tx.actor.tenantId}
      and (p.id = ${query.personId} or p.merged_into = ${query.personId}))`)
  if (query.institutionId) parts.push(sql<boolean>`r.institution_id = ${query.institutionId}`)
  if (query.fromOn || query.toOn) parts.push(receivedIn(query))
  if (query.figure) parts.push(COUNTED[query.figure])
  if (query.q) parts.push(await matches(tx, query.q))
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** What was merged away is counted where it went. */
function receivedIn({ fromOn, toOn }: QueueQuery): RawBuilder<boolean> {
  const from = fromOn ? sql`and r.received_at >= ${startOfDay(fromOn)}` : sql``
  const to = toOn ? sql`and r.received_at < ${startOfDay(addDays(toOn, 1))}` : sql``
  return sql<boolean>`(r.state <> 'merged' ${from} ${to})`
}

export function inQueue(tx: Tx, queue: Queue): RawBuilder<boolean> {
  switch (queue) {
    case 'all':
      return sql<boolean>`true`
    case 'mine':
      return sql<boolean>`r.owner_id = ${tx.actor.id}::uuid`
    case 'unassigned':
      return sql<boolean>`r.owner_id is null`
    case 'team':
      return sql<boolean>`r.institution_id = ${tx.actor.institutionId}::uuid`
  }
}

/** A number or its beginning, a telephone, else a name or a part of it of at least two characters. */
async function matches(tx: Tx, q: string): Promise<RawBuilder<boolean>> {
  if (/^s\d{2,}$/i.test(q)) {
    const from = q.toUpperCase()
    return sql<boolean>`(r.request_no >= ${from} and r.request_no < ${`${from}~`})`
  }
  const phone = parsePhone(q)
  if (phone.ok) return sql<boolean>`r.phone_hash = ${tx.vault.lookupHash('phone', phone.value.phone)}`
  const name = normaliseName(q)
  const [gram] = nameGrams(name)
  if (!gram) return sql<boolean>`false`
  const { rows } = await sql<{ person_id: string }>`
    select g.person_id from person_name_gram g join person p on p.tenant_id = g.tenant_id and p.id = g.person_id
    where g.tenant_id = ${tx.actor.tenantId} and g.gram = ${gram} and strpos(p.name, ${name}) > 0
      and exists (select 1 from desk_request r where r.tenant_id = g.tenant_id and r.person_id = g.person_id)
    limit ${MOST_PERSONS}`.execute(tx.db)
  return sql<boolean>`r.person_id = any(${rows.map((row) => row.person_id)}::uuid[])`
}
