/**
 * What breaks next, for a supervisor: open claims and reports of the reader's scope by their earliest due time, cut
 * within an index that holds all filters before cases and clocks are read; counts stop at 10,000 and are asked for by
 * themselves, since they cost more than a page (CLK-04, SLA §2 rule 20). The shortest promise of all is a report's
 * (T11).
 */
import type { ClockBoardRow, countWhatBreaksNext as counts, listWhatBreaksNext as list } from '@anpei/contract/claims'
import type { Answer, Input } from '@anpei/contract/kernel'
import { claimLifecycle, reportLifecycle } from '@anpei/domain/claims'
import {
  addDays,
  dayOfInstant,
  ok,
  refuse,
  startOfDay,
  stateOf,
  type Decision,
  type Instant,
} from '@anpei/domain/kernel'
import { remainingOf } from '@anpei/domain/sla'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { countUpTo, toldTotal } from '../identity/index.ts'
import { calendarsOf, definitionsOf, hoursFor, type Calendars, type Definitions } from '../sla/index.ts'
import { readListCursor } from './list-cursor.ts'
import { claimScope } from './store-claims.ts'
import type { ReportTold } from './reports/store-reports.ts'

/** The very words of the indexes of warned clocks. */
const WARNED = sql<boolean>`k.state = 'running' and k.announced_percent >= 80`
const DUE = sql<string>`c.due_or_never`
/** A case by either name has the columns that filters and scopes ask for. */
const OPEN = {
  claim: sql<boolean>`c.state not in ('closed', 'withdrawn')`,
  report: sql<boolean>`c.state in ('draft', 'verified')`,
}
type Kind = keyof typeof OPEN
const KINDS: readonly Kind[] = ['claim', 'report']

type Query = Input<typeof list>['query']
type Filter = Input<typeof counts>['query']
type ClockColumns = {
  clock_id: string
  def_version: number
  state: string
  due_at: string | null
  explanation: string
  provisional: boolean
  announced_percent: number
}
type Row = {
  kind: Kind
  id: string
  no: string
  person_name: string | null
  /** What a report says of people nobody was matched with. */
  salt: Buffer | null
  sealed: Buffer | null
  village_name: string | null
  institution_id: string
  institution_name: string
  state: string
  owner_id: string | null
  owner_name: string | null
  anxious: boolean
  due_at: Instant | null
  cursor_key: string
  clocks: readonly ClockColumns[] | null
}

export async function listWhatBreaksNext(
  tx: Tx,
  { query }: Input<typeof list>,
): Promise<Decision<Answer<typeof list>>> {
  const cursor = query.cursor === undefined ? null : readListCursor(query.cursor)
  if (cursor === undefined) return refuse('request.malformed')
  const beyond = cursor ? sql<boolean>`(${DUE}, c.id) > (${cursor.key}::timestamptz, ${cursor.id}::uuid)` : null
  const where = sql<boolean>`${within(tx, query)} and ${shown(tx, query.show)} and ${beyond ?? sql`true`}`
  const [rows, { byId }, definitions] = await Promise.all([
    firstOf(tx, where, query.limit + 1),
    calendarsOf(tx),
    definitionsOf(tx),
  ])
  const items = rows.slice(0, query.limit)
  const last = items.at(-1)
  return ok({
    items: items.map((row) => viewOf(tx, row, byId, definitions)),
    nextCursor: rows.length > query.limit && last ? `${last.cursor_key}|${last.id}` : null,
    total: null,
    totalMore: false,
  })
}

export async function countWhatBreaksNext(
  tx: Tx,
  { query }: Input<typeof counts>,
): Promise<Decision<Answer<typeof counts>>> {
  const base = within(tx, query)
  const [late, today, warned] = await Promise.all([
    countOf(tx, sql`${base} and ${shown(tx, 'late')}`),
    countOf(tx, sql`${base} and ${shown(tx, 'today')}`),
    countOf(tx, sql`${base} and ${shown(tx, 'warned')}`),
  ])
  return ok({ late, today, warned })
}

function within({ actor }: Tx, query: Filter): RawBuilder<boolean> {
  const parts = [
    sql<boolean>`c.tenant_id = ${actor.tenantId}`,
    claimScope(actor, 'claim.read'),
    query.ownerId ? sql<boolean>`c.owner_id = ${query.ownerId}` : null,
    query.institutionId ? sql<boolean>`c.institution_id = ${query.institutionId}` : null,
    query.clockId ? sql<boolean>`c.due_clock = ${query.clockId}` : null,
  ].filter((part) => part !== null)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function shown({ now, actor: { tenantId } }: Tx, show: Query['show']): RawBuilder<boolean> {
  const today = dayOfInstant(now)
  switch (show) {
    case 'late':
      return sql<boolean>`${DUE} < ${now}::timestamptz`
    case 'today':
      // Midnight belongs to the day that ends; what fell due this morning is due today as well.
      return sql<boolean>`${DUE} > ${startOfDay(today)}::timestamptz
        and ${DUE} <= ${startOfDay(addDays(today, 1))}::timestamptz`
    case 'warned':
      // No case is warned that falls due after the last warned clock: only those before it are looked at, each by
      // itself (offset 0): the planner once read every warned clock for a page of fifty.
      return sql<boolean>`${DUE} >= ${now}::timestamptz and ${DUE} <= (select max(k.due_at) from clock k
          where k.tenant_id = ${tenantId} and ${WARNED})
        and exists (select 1 from clock k where k.tenant_id = c.tenant_id and k.subject_id = c.id and ${WARNED}
          offset 0)`
    case 'all':
      return sql<boolean>`true`
  }
}

async function countOf(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const counted = await countUpTo(
    tx.db,
    sql`select 1 from claim c where ${OPEN.claim} and ${where}
      union all select 1 from report c where ${OPEN.report} and ${where}`,
  )
  return toldTotal(counted).total
}

/** Each kind is cut within its own index; the first of both together are the first. */
async function firstOf(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<readonly Row[]> {
  const found = (await Promise.all(KINDS.map((kind) => pageOf(tx, kind, where, limit)))).flat()
  return found.sort((a, b) => byDue(a, b) || (a.id < b.id ? -1 : 1)).slice(0, limit)
}

function byDue(a: Row, b: Row): number {
  if (a.due_at === null || b.due_at === null) return Number(a.due_at === null) - Number(b.due_at === null)
  return Date.parse(a.due_at) - Date.parse(b.due_at)
}

async function pageOf(tx: Tx, kind: Kind, where: RawBuilder<boolean>, limit: number): Promise<readonly Row[]> {
  const table = sql.table(kind)
  const own =
    kind === 'claim'
      ? sql`c.claim_no as no, c.anxious, null::bytea as salt, null::bytea as sealed`
      : sql`c.report_no as no, false as anxious, c.salt, c.sealed`
  const { rows } = await sql<Row>`select ${kind} as kind, c.id, ${own}, p.name as person_name, d.name as village_name,
      c.institution_id, i.name as institution_name, c.state, c.owner_id, u.name as owner_name, c.due_at,
      ${DUE}::text as cursor_key,
      (select json_agg(k order by coalesce(k.due_at, 'infinity')) from clock k where k.tenant_id = c.tenant_id
        and k.subject_id = c.id and k.state in ('running', 'paused')) as clocks
    from (select c.tenant_id, c.id from ${table} c where ${OPEN[kind]} and ${where} order by ${DUE}, c.id
      limit ${limit}) cut
    join ${table} c on c.tenant_id = cut.tenant_id and c.id = cut.id
    left join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
    join institution i on i.tenant_id = c.tenant_id and i.id = c.institution_id
    left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.owner_id
    left join division d on d.code = c.village_code
    order by ${DUE}, c.id`.execute(tx.db)
  return rows
}

function nameOf(tx: Tx, row: Row): string {
  if (row.person_name !== null || !row.salt || !row.sealed) return row.person_name ?? ''
  const told: ReportTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return told.statedName
}

function stateWordOf({ kind, state }: Row): string {
  return kind === 'claim'
    ? claimLifecycle.states[stateOf(claimLifecycle, state)].zh
    : reportLifecycle.states[stateOf(reportLifecycle, state)].zh
}

function viewOf(tx: Tx, row: Row, byId: Calendars['byId'], definitions: Definitions): ClockBoardRow {
  const { now } = tx
  return {
    kind: row.kind,
    id: row.id,
    no: row.no,
    personName: nameOf(tx, row),
    villageName: row.village_name,
    institutionName: row.institution_name,
    state: row.state,
    stateWord: stateWordOf(row),
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    anxious: row.anxious,
    dueAt: row.due_at,
    late: row.due_at !== null && Date.parse(row.due_at) < Date.parse(now),
    clocks: (row.clocks ?? []).map((clock) => clockView(clock, now, byId, definitions, row.institution_id)),
  }
}

function clockView(
  clock: ClockColumns,
  now: Instant,
  byId: Calendars['byId'],
  definitions: Definitions,
  office: string,
): ClockBoardRow['clocks'][number] {
  const def = definitions.versionOf(clock.clock_id, clock.def_version)
  const calendar = def && hoursFor(byId, def, office)
  const dueAt = clock.due_at === null ? null : new Date(clock.due_at).toISOString()
  const left = def && calendar && dueAt !== null ? remainingOf(def.unit, calendar, now, dueAt) : null
  return {
    clockId: clock.clock_id,
    ...definitions.titleOf(clock.clock_id),
    dueAt,
    paused: clock.state === 'paused',
    late: left?.late ?? false,
    remaining: left?.zh ?? (clock.state === 'paused' ? '暂停计时' : ''),
    explanation: clock.explanation,
    provisional: clock.provisional,
    announcedPercent: clock.announced_percent,
  }
}
