/**
 * SRV-03: the call log; what is owed a call back first by what breaks first. While nobody has taken it, a caller whose
 * dialect the reader speaks comes as if five minutes earlier, one whose dialect he does not speak as if later (SRV-02).
 * Keyset pages.
 */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { listCalls as route } from '@anpei/contract/service-desk'
import { addDays, ok, startOfDay, type Decision } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, pageOf, readCursor } from '../../identity/index.ts'
import { timeLeftBy } from '../../sla/index.ts'
import { CALLED } from '../metrics/counted.ts'
import { mySpeech, type Speaks } from '../spoken.ts'
import { callScope } from './call-scope.ts'
import { callRows, toView } from './views-calls.ts'

export async function listCalls(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { show, line, state, fromOn, toOn, limit } = query
  const isOwed = show === 'owed'
  const speaks = await mySpeech(tx)
  const key = isOwed ? owedPlace(speaks) : sql<string>`c.rang_at`
  const parts: RawBuilder<boolean>[] = [
    isOwed ? sql<boolean>`c.state = 'missed'` : sql<boolean>`true`,
    ...(show === 'mine' ? [sql<boolean>`c.agent_id = ${tx.actor.id}`] : []),
    ...(line ? [sql<boolean>`c.line = ${line}`] : []),
    ...(state ? [sql<boolean>`c.state = ${state}`] : []),
    ...(fromOn ? [sql<boolean>`${CALLED} and c.rang_at >= ${startOfDay(fromOn)}`] : []),
    ...(toOn ? [sql<boolean>`${CALLED} and c.rang_at < ${startOfDay(addDays(toOn, 1))}`] : []),
  ]
  const where = sql<boolean>`${sql.join(parts, sql` and `)}`
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond =
    at === undefined
      ? sql<boolean>`true`
      : isOwed
        ? sql<boolean>`(${key}, c.id) > (${at}::timestamptz, ${id}::uuid)`
        : sql<boolean>`(${key}, c.id) < (${at}::timestamptz, ${id}::uuid)`
  const order = isOwed ? sql`${key}, c.id` : sql`${key} desc, c.id desc`
  const [rows, total, left] = await Promise.all([
    callRows(tx, { where: sql<boolean>`${where} and ${beyond}`, order, key, limit: limit + 1 }),
    query.cursor ? null : countOf(tx, where),
    timeLeftBy(tx),
  ])
  return ok(
    pageOf(
      rows,
      limit,
      (row) => [row.cursor_key, row.id],
      (row) => toView(tx, row, left, speaks),
      total,
    ),
  )
}

function owedPlace(speaks: Speaks): RawBuilder<string> {
  return sql<string>`(c.due_or_rang + case when c.language is null or c.owner_id is not null then interval '0'
    when c.language = any(${[...speaks]}::text[]) then interval '-5 minutes' else interval '5 minutes' end)`
}

function countOf(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  return countUpTo(
    tx.db,
    sql`select 1 from desk_call c where c.tenant_id = ${tx.actor.tenantId} and ${where}
      and ${callScope(tx.actor, 'desk.read')}`,
  )
}
