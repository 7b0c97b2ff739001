/**
 * SRV-04, CUS-04: the queue, ordered by what breaks first: the earliest of promise, follow-up and time to come back;
 * among those that break together who is to be served with care comes first, and, while nobody has it, a customer whose
 * dialect the reader speaks before all, one whose dialect he does not speak last (SRV-02). Keyset pages: the page is
 * cut by index before anything is joined.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { listRequests as route } from '@anpei/contract/service-desk'
import { holds, ok, stateOf, type Decision, type Instant } from '@anpei/domain/kernel'
import {
  REQUEST_CHANNELS,
  REQUEST_KINDS,
  requestLifecycle,
  type ChannelName,
  type RequestKind,
} from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { countUpTo, pageOf, readCursor } from '../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../sla/index.ts'
import { topicName } from './desk-data.ts'
import { queueFilter, type QueueQuery } from './queue-filter.ts'
import { mySpeech, spokenOf, type Speaks } from './spoken.ts'
import type { RequestTold } from './store.ts'

type Row = {
  id: string
  request_no: string
  state: string
  kind: RequestKind
  channel: ChannelName
  confidential: boolean
  topic: string | null
  special: boolean
  language: string | null
  received_at: Instant
  last_message_at: Instant
  unanswered_since: Instant | null
  message_count: number
  follow_up_at: Instant | null
  snoozed_until: Instant | null
  due_at: Instant | null
  due_clock: string | null
  salt: Buffer
  sealed: Buffer
  person_id: string | null
  person_name: string | null
  owner_name: string | null
  cursor_key: string
}

type Part = { readonly where: RawBuilder<boolean>; readonly key: RawBuilder<string> }
const FREE = sql<boolean>`r.language is not null and r.owner_id is null`

/** By what breaks first: three parts, each in the order of an index, that lie one in another. */
function partsByDue(speaks: Speaks): readonly Part[] {
  return [
    { where: sql<boolean>`not (${FREE})`, key: sql<string>`r.queue_at` },
    { where: sql<boolean>`${FREE} and r.language = any(${[...speaks]}::text[])`, key: sql<string>`r.spoken_at` },
    { where: sql<boolean>`${FREE} and r.language <> all(${[...speaks]}::text[])`, key: sql<string>`r.unspoken_at` },
  ]
}
const NEWEST: Part = { where: sql<boolean>`true`, key: sql<string>`r.received_at` }

export async function listRequests(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const where = await queueFilter(tx, query)
  const speaks = await mySpeech(tx)
  const [rows, total, left] = await Promise.all([
    rowsOf(tx, query, where, speaks),
    query.cursor ? null : countOf(tx, where),
    timeLeftBy(tx),
  ])
  const seen = holds(tx.actor, 'care.read') ? rows : []
  const care = await careOf(
    tx,
    seen.flatMap((row) => row.person_id ?? []),
  )
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.cursor_key, row.id],
      (row) => ({
        ...rowView(tx, row, left),
        language: spokenOf(row.language, speaks),
        careRank: care.get(row.person_id ?? '')?.steering.rank ?? null,
      }),
      total,
    ),
  )
}

async function rowsOf(tx: Tx, query: QueueQuery, where: RawBuilder<boolean>, speaks: Speaks): Promise<readonly Row[]> {
  const descending = query.sort === 'newest'
  const [after, id] = readCursor(query.cursor, 2) ?? []
  const order = descending ? sql`place desc, id desc` : sql`place, id`
  const cut = ({ where: its, key }: Part) => {
    const place = sql<boolean>`(${key}, r.id) ${descending ? sql`<` : sql`>`} (${after}::timestamptz, ${id}::uuid)`
    return sql`(select *, ${key} as place from desk_request r
      where r.tenant_id = ${tx.actor.tenantId} and ${where} and ${its} and ${after === undefined ? sql`true` : place}
      order by ${order} limit ${query.limit + 1})`
  }
  const { rows } = await sql<Row>`
    select r.id, r.request_no, r.state, r.kind, r.channel, r.confidential, r.topic, r.special, r.language,
      r.received_at, r.last_message_at, r.unanswered_since, r.message_count, r.follow_up_at, r.snoozed_until, r.due_at,
      r.due_clock, r.salt, r.sealed, r.person_id, p.name as person_name, u.name as owner_name,
      r.place::text as cursor_key
    from (select * from (${sql.join((descending ? [NEWEST] : partsByDue(speaks)).map(cut), sql` union all `)}) parts
      order by ${order} limit ${query.limit + 1}) r
    left join person p on p.tenant_id = r.tenant_id and p.id = r.person_id
    left join staff_user u on u.tenant_id = r.tenant_id and u.id = r.owner_id
    order by r.place ${descending ? sql`desc` : sql``}, r.id ${descending ? sql`desc` : sql``}`.execute(tx.db)
  return rows
}

function countOf(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  return countUpTo(tx.db, sql`select 1 from desk_request r where r.tenant_id = ${tx.actor.tenantId} and ${where}`)
}

function rowView(tx: Tx, row: Row, left: TellLeft) {
  const told: RequestTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const state = stateOf(requestLifecycle, row.state)
  return {
    id: row.id,
    requestNo: row.request_no,
    state,
    stateWord: requestLifecycle.states[state].zh,
    kind: row.kind,
    kindWord: REQUEST_KINDS[row.kind],
    channel: row.channel,
    channelWord: REQUEST_CHANNELS[row.channel],
    confidential: row.confidential,
    name: row.person_name ?? told.contact.name,
    subject: told.subject,
    ownerName: row.owner_name,
    topicName: row.topic === null ? null : topicName(row.topic),
    special: row.special,
    receivedAt: row.received_at,
    lastMessageAt: row.last_message_at,
    unanswered: row.unanswered_since !== null,
    messageCount: row.message_count,
    followUpAt: row.follow_up_at,
    snoozedUntil: row.snoozed_until,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock),
  }
}
