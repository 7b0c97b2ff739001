/** Counts calls and requests of a span of days, by who worked on them or by channel (RPT-02, SRV-05). */
import type { Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { callScope } from '../calls/call-scope.ts'
import { requestScope } from '../store.ts'
import { CALLED, COUNTED } from './counted.ts'

export type By = 'agent' | 'institution' | 'channel'
export type Span = { readonly from: Instant; readonly before: Instant }
/** `key` null = the whole. */
export type CallCounts = {
  readonly key: string | null
  readonly isWhole: boolean
  readonly calls: number
  readonly answered: number
  readonly inTime: number
  readonly backKept: number
  readonly backDecided: number
}
export type RequestCounts = {
  readonly key: string | null
  readonly isWhole: boolean
  readonly requests: number
  readonly kept: number
  readonly decided: number
  readonly hours: number | null
  readonly solved: number
  readonly atOnce: number
  readonly reopened: number
}

const CALL_KEYS: Readonly<Record<By, RawBuilder<string>>> = {
  agent: sql<string>`coalesce(c.agent_id, c.owner_id)::text`,
  institution: sql<string>`u.institution_id::text`,
  channel: sql<string>`case when c.line = 'elder' then 'elder_line' else 'phone' end`,
}
const REQUEST_KEYS: Readonly<Record<By, RawBuilder<string>>> = {
  agent: sql<string>`r.owner_id::text`,
  institution: sql<string>`r.institution_id::text`,
  channel: sql<string>`r.channel`,
}
const ANSWER_SECONDS = 60

export async function countCalls(tx: Tx, { from, before }: Span, by: By): Promise<readonly CallCounts[]> {
  const { rows } = await sql<CallCounts>`
    with c as (select c.id, ${CALL_KEYS[by]} as key, c.answered_at is not null as heard,
        extract(epoch from c.answered_at - c.rang_at) <= ${ANSWER_SECONDS} as quick, c.answered_at is null as owed
      from desk_call c left join staff_user u on u.tenant_id = c.tenant_id and u.id = coalesce(c.agent_id, c.owner_id)
      where c.tenant_id = ${tx.actor.tenantId} and ${CALLED} and c.rang_at >= ${from} and c.rang_at < ${before}
        and ${callScope(tx.actor, 'desk.lead')})
    select c.key, grouping(c.key) = 1 as "isWhole", count(*)::int as calls,
      count(*) filter (where c.heard)::int as answered,
      count(*) filter (where c.quick)::int as "inTime", count(*) filter (where k.state = 'met')::int as "backKept",
      count(*) filter (where k.state in ('met', 'broken'))::int as "backDecided"
    from c left join clock k on c.owed and k.tenant_id = ${tx.actor.tenantId} and k.subject_id = c.id
      and k.clock_id in ('T03', 'T10', 'T20b', 'C02')
    group by rollup (c.key)`.execute(tx.db)
  return rows
}

export async function countRequests(tx: Tx, { from, before }: Span, by: By): Promise<readonly RequestCounts[]> {
  const { rows } = await sql<RequestCounts>`
    with r as (select r.id, ${REQUEST_KEYS[by]} as key, r.solved_at is not null as solved,
        ${COUNTED.reopened} as reopened, ${COUNTED.once} as once,
        extract(epoch from r.first_answered_at - r.received_at) / 3600 as hours
      from desk_request r where r.tenant_id = ${tx.actor.tenantId} and r.state <> 'merged'
        and r.received_at >= ${from} and r.received_at < ${before}
        and ${requestScope(tx.actor, 'desk.lead')}),
      k as (select k.subject_id, count(*) filter (where k.state = 'met') as kept,
        count(*) filter (where k.state in ('met', 'broken')) as decided
      from clock k where k.tenant_id = ${tx.actor.tenantId} and k.subject_id in (select id from r)
        and k.clock_id in ('T04', 'T05', 'T42') group by k.subject_id)
    select r.key, grouping(r.key) = 1 as "isWhole", count(*)::int as requests, coalesce(sum(k.kept), 0)::int as kept,
      coalesce(sum(k.decided), 0)::int as decided, avg(r.hours)::float8 as hours,
      count(*) filter (where r.solved or r.reopened)::int as solved,
      count(*) filter (where r.once)::int as "atOnce", count(*) filter (where r.reopened)::int as reopened
    from r left join k on k.subject_id = r.id group by rollup (r.key)`.execute(tx.db)
  return rows
}

export async function countTopics(
  tx: Tx,
  { from, before }: Span,
): Promise<readonly { topic: string | null; count: number }[]> {
  const { rows } = await sql<{ topic: string | null; count: number }>`select topic, count(*)::int as count
    from desk_request r where tenant_id = ${tx.actor.tenantId} and state <> 'merged' and received_at >= ${from}
      and received_at < ${before}
      and ${requestScope(tx.actor, 'desk.lead')} group by topic order by count desc, topic`.execute(tx.db)
  return rows
}

export async function namesOf(tx: Tx, by: Exclude<By, 'channel'>): Promise<ReadonlyMap<string, string>> {
  const table = by === 'agent' ? sql`staff_user` : sql`institution`
  const { rows } = await sql<{ id: string; name: string }>`select id, name from ${table}
    where tenant_id = ${tx.actor.tenantId}`.execute(tx.db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
