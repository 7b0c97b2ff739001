/** Reports, newest first; those waiting for a look are found by their state (CLM-01: none disappears). */
import type { listReports as route } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { reportLifecycle } from '@anpei/domain/claims'
import { ok, refuse, stateOf, type Day, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, toldTotal } from '../../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { channelOf } from './channel-of.ts'
import { readListCursor } from '../list-cursor.ts'
import { reportScope, type ReportTold } from './store-reports.ts'

type Row = {
  id: string
  report_no: string
  state: string
  channel: string
  received_at: Instant
  accident_on: Day | null
  salt: Buffer
  sealed: Buffer
  person_name: string | null
  owner_name: string | null
  due_at: Instant | null
  due_clock: string | null
  claim_nos: string[]
}

export async function listReports(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { tenantId } = tx.actor
  const scope = reportScope(tx)
  const q = query.q?.trim().toUpperCase()
  const ofState = query.state ? sql`c.state = ${query.state}` : sql`true`
  const asked = sql<boolean>`${ofState} and ${q ? searched(q) : sql`true`}`
  const cursor = query.cursor === undefined ? null : readListCursor(query.cursor)
  if (cursor === undefined) return refuse('request.malformed')
  const beyond = cursor ? sql`(c.received_at, c.id) < (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : sql`true`
  const [left, found, total] = await Promise.all([
    timeLeftBy(tx),
    sql<Row>`
      select c.id, c.report_no, c.state, c.channel, c.received_at, c.accident_on, c.salt, c.sealed,
        p.name as person_name, u.name as owner_name, c.due_at, c.due_clock,
        (select coalesce(json_agg(k.claim_no order by k.claim_no), '[]') from claim k
          where k.tenant_id = c.tenant_id and k.report_id = c.id) as claim_nos
      from (select * from report c where c.tenant_id = ${tenantId} and ${scope} and ${asked} and ${beyond}
        order by c.received_at desc, c.id desc limit ${query.limit + 1}) c
      left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
      left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.owner_id
      order by c.received_at desc, c.id desc`.execute(tx.db),
    cursor
      ? null
      : countUpTo(tx.db, sql`select 1 from report c where c.tenant_id = ${tenantId} and ${scope} and ${asked}`),
  ])
  const shown = found.rows.slice(0, query.limit)
  const last = shown.at(-1)
  return ok({
    items: shown.map((row) => toItem(tx, row, left)),
    nextCursor: found.rows.length > query.limit && last ? `${last.received_at}|${last.id}` : null,
    ...toldTotal(total),
  })
}

function searched(q: string) {
  if (/^[BP]?\d{4,}$/.test(q)) {
    const from = q.startsWith('B') ? q : `B${q}`
    return sql<boolean>`(c.report_no >= ${from} and c.report_no < ${`${from}~`})`
  }
  return sql<boolean>`exists (select 1 from person n
    where n.tenant_id = c.tenant_id and n.id = c.person_id and n.name = ${q})`
}

function toItem(tx: Tx, row: Row, left: TellLeft) {
  const told: ReportTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const state = stateOf(reportLifecycle, row.state)
  return {
    id: row.id,
    reportNo: row.report_no,
    state,
    stateWord: reportLifecycle.states[state].zh,
    channel: channelOf(row.channel),
    receivedAt: row.received_at,
    personName: row.person_name ?? told.statedName,
    accidentOn: row.accident_on,
    ownerName: row.owner_name,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock),
    claimNos: row.claim_nos,
  }
}
