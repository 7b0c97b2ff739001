/** The list of complaints, by what breaks first (CMP-04, CMP-09). Keyset pages, cut by index before anything joins. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { listComplaints as route } from '@anpei/contract/complaints'
import {
  CAUSES,
  complaintLifecycle,
  type Cause,
  type CauseGroup,
  type ComplaintClass,
  type ComplaintLabel,
} from '@anpei/domain/complaints'
import { parsePhone } from '@anpei/domain/customers'
import { ok, stateOf, type Decision, type Instant } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS, type ChannelName } from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { countUpTo, pageOf, readCursor } from '../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../sla/index.ts'
import { byName, byPhone } from './store-names.ts'
import { complaintScope, type ComplaintTold } from './store.ts'

type Query = Input<typeof route>['query']
type Filter = Omit<Query, 'limit' | 'cursor'>
export type ComplaintItem = Answer<typeof route>['items'][number]
type Row = {
  id: string
  complaint_no: string
  state: string
  label: ComplaintLabel
  channel: ChannelName
  cause: Cause | null
  priority: number
  class: ComplaintClass
  major: boolean
  received_at: Instant
  due_at: Instant | null
  due_clock: string | null
  institution_id: string | null
  salt: Buffer
  sealed: Buffer
  person_name: string | null
  responsible_name: string | null
  claim_no: string | null
  cursor_key: string
}
const ORDERS = {
  due: { key: sql<string>`c.due_or_never`, descending: false },
  newest: { key: sql<string>`c.received_at`, descending: true },
} as const

export async function listComplaints(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  return ok(await complaintPage(tx, query))
}

export async function complaintPage(tx: Tx, query: Query): Promise<Answer<typeof route>> {
  const where = complaintFilter(tx, query)
  const [{ rows, total }, left] = await Promise.all([
    query.q?.trim() ? foundRows(tx, query, where) : listedRows(tx, query, where),
    timeLeftBy(tx),
  ])
  return pageOf(
    rows,
    query.limit,
    (row) => [row.cursor_key, row.id],
    (row) => toItem(tx, row, left),
    total,
  )
}

/** What of a list an actor may see, and asked for. */
export function complaintFilter(tx: Tx, query: Filter): RawBuilder<boolean> {
  const parts = [complaintScope(tx.actor, 'complaint.read')]
  if (query.whose !== 'all') parts.push(OPEN)
  if (query.whose === 'mine') parts.push(sql<boolean>`c.responsible_id = ${tx.actor.id}`)
  if (query.whose === 'unassigned') parts.push(sql<boolean>`c.responsible_id is null`)
  if (query.state) parts.push(sql<boolean>`c.state = ${query.state}`)
  if (query.cause) parts.push(sql<boolean>`c.cause = ${query.cause}`)
  if (query.causeGroup) parts.push(groupOf(query.causeGroup, query.cause))
  if (query.major) parts.push(sql<boolean>`c.major`)
  if (query.personId) parts.push(sql<boolean>`c.person_id = ${query.personId}`)
  if (query.claimId) parts.push(sql<boolean>`c.claim_id = ${query.claimId}`)
  const q = query.q?.trim()
  if (q) parts.push(searchOf(tx, q))
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}

const OPEN = sql<boolean>`c.ended_at is null`
const ENDED = sql<boolean>`c.ended_at is not null`

/** A cause lies in one group only. */
function groupOf(group: CauseGroup, cause: Cause | undefined): RawBuilder<boolean> {
  if (cause === undefined) return sql<boolean>`c.cause_group = ${group}`
  return CAUSES[cause].group === group ? sql<boolean>`true` : sql<boolean>`false`
}

/** Each by its own index; one or the other in one condition would read every complaint. */
function searchOf(tx: Tx, q: string): RawBuilder<boolean> {
  const phone = parsePhone(q)
  if (phone.ok) return sql<boolean>`c.id in (${byPhone(tx, phone.value.phone)})`
  if (/^t?\d+$/i.test(q)) return sql<boolean>`c.complaint_no = ${q.toUpperCase()}`
  return sql<boolean>`c.id in (${byName(tx, q)})`
}

/** By what is due, open and ended complaints have an index each. */
function halvesOf({ sort, whose, state }: Query): readonly RawBuilder<boolean>[] {
  if (sort !== 'due' || whose !== 'all') return [sql<boolean>`true`]
  if (state) return [complaintLifecycle.states[state].phase === 'open' ? OPEN : ENDED]
  return [OPEN, ENDED]
}

type Found = { readonly rows: readonly Row[]; readonly total: number | null }

async function listedRows(tx: Tx, query: Query, where: RawBuilder<boolean>): Promise<Found> {
  const { key, order, beyond } = placeOf(query)
  const pages = halvesOf(query).map((half) => {
    const page = sql`select c.id, ${key} from complaint c where c.tenant_id = ${tx.actor.tenantId} and ${where}
      and ${half} and ${beyond} order by ${order} limit ${query.limit + 1}`
    return sql`(${page})`
  })
  const cut = sql`select * from (${sql.join(pages, sql` union all `)}) c order by ${order} limit ${query.limit + 1}`
  const [{ rows }, total] = await Promise.all([
    rowsIn(tx, query, cut).execute(tx.db),
    query.cursor ? null : countComplaints(tx, where),
  ])
  return { rows, total }
}

/** What a search finds is found once, then cut and counted: a common name is carried by thousands. */
async function foundRows(tx: Tx, query: Query, where: RawBuilder<boolean>): Promise<Found> {
  const { key, order, beyond } = placeOf(query)
  const found = sql`select c.id, ${key} from complaint c where c.tenant_id = ${tx.actor.tenantId} and ${where}`
  const cut = sql`select * from found c where ${beyond} order by ${order} limit ${query.limit + 1}`
  const page = rowsIn<Row & { n: number }>(tx, query, cut, sql`(select count(*)::int from found)`)
  const { rows } = await sql<Row & { n: number }>`with found as materialized (${found}) ${page}`.execute(tx.db)
  return { rows, total: query.cursor ? null : (rows[0]?.n ?? 0) }
}

/** The order asked for, and what lies beyond the cursor. */
function placeOf(query: Query) {
  const { key, descending } = ORDERS[query.sort]
  const [after, id] = readCursor(query.cursor, 2) ?? []
  const beyond =
    after === undefined
      ? sql<boolean>`true`
      : descending
        ? sql<boolean>`(${key}, c.id) < (${after}::timestamptz, ${id}::uuid)`
        : sql<boolean>`(${key}, c.id) > (${after}::timestamptz, ${id}::uuid)`
  return { key, beyond, order: descending ? sql`${key} desc, c.id desc` : sql`${key}, c.id` }
}

/** The rows of a cut page; `n` beside each. */
function rowsIn<R extends Row>(tx: Tx, query: Query, cut: RawBuilder<unknown>, n = sql`null::int`): RawBuilder<R> {
  const { key, order } = placeOf(query)
  return sql<R>`
    select ${n} as n, c.id, c.complaint_no, c.state, c.label, c.channel, c.cause, c.priority, c.class, c.major,
      c.received_at, c.due_at, c.due_clock, c.institution_id, c.salt, c.sealed, p.name as person_name,
      u.name as responsible_name, k.claim_no, (${key})::text as cursor_key
    from (${cut}) cut
    join complaint c on c.tenant_id = ${tx.actor.tenantId} and c.id = cut.id
    left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.responsible_id
    left join claim k on k.tenant_id = c.tenant_id and k.id = c.claim_id
    order by ${order}`
}

export function countComplaints(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  return countUpTo(tx.db, sql`select 1 from complaint c where c.tenant_id = ${tx.actor.tenantId} and ${where}`)
}

function toItem(tx: Tx, row: Row, left: TellLeft) {
  const told: ComplaintTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const state = stateOf(complaintLifecycle, row.state)
  return {
    id: row.id,
    complaintNo: row.complaint_no,
    state,
    stateWord: complaintLifecycle.states[state].zh,
    label: row.label,
    channelWord: REQUEST_CHANNELS[row.channel],
    name: told.complainant.name || (row.person_name ?? '未留姓名'),
    cause: row.cause,
    causeWord: row.cause === null ? null : CAUSES[row.cause].zh,
    priority: row.priority,
    class: row.class,
    major: row.major,
    responsibleName: row.responsible_name,
    claimNo: row.claim_no,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock, { office: row.institution_id }),
  }
}
