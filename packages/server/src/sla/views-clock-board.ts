/**
 * What breaks next, for a supervisor: the open cases of every kind by their earliest due time, as far as the reader's
 * own list of that kind shows them. Each kind is cut within its own index, and the first of all together are the first;
 * counts stop at 1,000 and are asked for by themselves, since they cost more than a page (CLK-04, SLA §2 rule 20).
 */
import type { ClockBoardRow, countWhatBreaksNext as counts, listWhatBreaksNext as list } from '@anpei/contract/sla'
import type { Answer, Input } from '@anpei/contract/kernel'
import {
  addDays,
  dayOfInstant,
  holds,
  ok,
  refuse,
  startOfDay,
  stateOf,
  type Decision,
  type Instant,
} from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../http/index.ts'
import { institutionsBelow, institutionsHeld, pageOf, readCursor, staffOf } from '../identity/index.ts'
import { definitionsOf, type Definitions } from './definitions.ts'
import type { BoardKind, CaseBoards } from './subjects.ts'
import { timeLeftBy, type TellLeft } from './time-left.ts'

const MOST_COUNTED = 1000
/** The very words of the indexes of warned clocks. */
const WARNED = sql<boolean>`k.state = 'running' and k.announced_percent >= 80`

type Asked = Input<typeof counts>['query']
/** Of the institution asked for: itself and all below it, and who works there; null = of all. */
type House = { readonly institutions: readonly string[]; readonly staff: readonly string[] }
type Filter = Asked & { readonly house: House | null }
type Query = Filter & Pick<Input<typeof list>['query'], 'show' | 'limit'>
type Kinds = readonly (readonly [string, BoardKind])[]
type Tell = { readonly left: TellLeft; readonly titleOf: Definitions['titleOf'] }
type ClockColumns = {
  clock_id: string
  /** Null for what is no clock. */
  def_version: number | null
  state: string
  due_at: string | null
  explanation: string
  provisional: boolean
  announced_percent: number
}
type Row = {
  kind: string
  id: string
  no: string
  name: string | null
  salt: Buffer | null
  sealed: Buffer | null
  village_name: string | null
  institution_id: string | null
  institution_name: string | null
  state: string
  owner_id: string | null
  owner_name: string | null
  anxious: boolean
  due_clock: string | null
  reason: string | null
  warned: boolean
  due_at: Instant | null
  cursor_key: string
  clocks: readonly ClockColumns[] | null
}

export async function listWhatBreaksNext(
  tx: Tx,
  boards: CaseBoards,
  { query }: Input<typeof list>,
): Promise<Decision<Answer<typeof list>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const filter = { ...query, house: await houseOf(tx, query) }
  const [rows, left, { titleOf }] = await Promise.all([
    rowsOf(tx, kindsFor(tx, boards, query), filter, place),
    timeLeftBy(tx),
    definitionsOf(tx),
  ])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.cursor_key, row.id],
      (row) => viewOf(tx, boards, row, { left, titleOf }),
    ),
  )
}

export async function countWhatBreaksNext(
  tx: Tx,
  boards: CaseBoards,
  { query }: Input<typeof counts>,
): Promise<Decision<Answer<typeof counts>>> {
  const kinds = kindsFor(tx, boards, query)
  const all = kindsFor(tx, boards, {})
  const filter = { ...query, house: await houseOf(tx, query) }
  const [late, today, warned, institutions] = await Promise.all([
    countOf(tx, kinds, { ...filter, show: 'late' }),
    countOf(tx, kinds, { ...filter, show: 'today' }),
    countOf(tx, kinds, { ...filter, show: 'warned' }),
    institutionsHeld(tx, [...new Set(all.map(([, { permission }]) => permission))]),
  ])
  return ok({ late, today, warned, kinds: all.map(([kind, { word }]) => ({ kind, word })), institutions })
}

async function houseOf({ db, actor }: Tx, { institutionId }: Asked): Promise<House | null> {
  if (institutionId === undefined) return null
  const { ids: institutions, isFirst } = await institutionsBelow(db, actor.tenantId, institutionId)
  return isFirst ? null : { institutions, staff: await staffOf(db, actor.tenantId, institutions) }
}

/** The kinds whose own list the reader may ask for. */
function kindsFor({ actor }: Tx, boards: CaseBoards, { kind }: Asked): Kinds {
  if (actor.kind === 'customer') return []
  return [...boards].filter(([name, one]) => (kind === undefined || kind === name) && holds(actor, one.permission))
}

function within(tx: Tx, one: BoardKind, query: Filter) {
  const { alias, open, seen, owner } = one
  const parts = [
    sql<boolean>`${sql.ref(alias)}.tenant_id = ${tx.actor.tenantId}`,
    open,
    seen(tx),
    query.ownerId ? sql<boolean>`${owner} = ${query.ownerId}` : null,
    query.house && keptIn(one, query.house),
  ].filter((part) => part !== null)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** By the ids of people, not by the post of each case's own: that was looked up for every case of a kind. */
function keptIn({ institution, keeper }: BoardKind, { institutions, staff }: House): RawBuilder<boolean> {
  const here = institution && oneOf(institution, institutions)
  const worked = keeper && sql<boolean>`${keeper} = any(${[...staff]}::uuid[])`
  if (here && worked) return sql<boolean>`(${here} or ${institution} is null and ${worked})`
  return here ?? worked ?? sql<boolean>`false`
}

/** One is said by itself: its index has the order of the board, which several have not together. */
function oneOf(institution: RawBuilder<unknown>, houses: readonly string[]): RawBuilder<boolean> {
  return houses.length === 1
    ? sql<boolean>`${institution} = ${houses[0]}::uuid`
    : sql<boolean>`${institution} = any(${[...houses]}::uuid[])`
}

function shown(tx: Tx, { alias, due, own }: BoardKind, show: Query['show']): RawBuilder<boolean> {
  const { now, actor } = tx
  const today = dayOfInstant(now)
  switch (show) {
    case 'late':
      return sql<boolean>`${due} < ${now}::timestamptz`
    case 'today':
      // Midnight belongs to the day that ends; what fell due this morning is due today as well.
      return sql<boolean>`${due} > ${startOfDay(today)}::timestamptz
        and ${due} <= ${startOfDay(addDays(today, 1))}::timestamptz`
    case 'warned': {
      // No case is warned that falls due after the last warned clock: only those before it are looked at, each by
      // itself (offset 0): the planner once read every warned clock for a page of fifty.
      const warned = sql<boolean>`${due} <= (select max(k.due_at) from clock k
          where k.tenant_id = ${actor.tenantId} and ${WARNED})
        and exists (select 1 from clock k where k.tenant_id = ${actor.tenantId}
          and k.subject_id = ${sql.ref(`${alias}.id`)} and ${WARNED} offset 0)`
      return sql<boolean>`${due} >= ${now}::timestamptz and ${own ? sql`(${own.warned} or ${warned})` : warned}`
    }
    case 'all':
      return sql<boolean>`true`
  }
}

async function countOf(tx: Tx, kinds: Kinds, query: Omit<Query, 'limit'>): Promise<number> {
  if (kinds.length === 0) return 0
  const parts = kinds.map(
    ([, kind]) => sql`(select 1 from ${sql.table(kind.table)} ${sql.ref(kind.alias)}
      where ${within(tx, kind, query)} and ${shown(tx, kind, query.show)} limit ${MOST_COUNTED})`,
  )
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1
    from (${sql.join(parts, sql` union all `)}) parts limit ${MOST_COUNTED}) counted`.execute(tx.db)
  return rows[0]?.n ?? 0
}

/** Each kind is cut within its own index; names and clocks are read for the rows of the page alone. */
async function rowsOf(tx: Tx, kinds: Kinds, query: Query, place: string[] | null): Promise<readonly Row[]> {
  if (kinds.length === 0) return []
  const limit = query.limit + 1
  const cuts = kinds.map(([kind, one]) => sql`(${cutOf(tx, kind, one, query, place)} limit ${limit})`)
  const { rows } = await sql<Row>`select s.kind, s.id, s.no, coalesce(s.name, p.name) as name, s.salt, s.sealed,
      d.name as village_name, s.institution_id, i.name as institution_name, s.state, s.owner_id, u.name as owner_name,
      s.anxious, s.due_clock, s.reason, s.warned, nullif(s.due, 'infinity') as due_at, s.due::text as cursor_key,
      (select json_agg(k order by coalesce(k.due_at, 'infinity')) from clock k where k.tenant_id = ${tx.actor.tenantId}
        and k.subject_id = s.id and k.state in ('running', 'paused')) as clocks
    from (select * from (${sql.join(cuts, sql` union all `)}) cut order by due, id limit ${limit}) s
    left join person p on p.tenant_id = ${tx.actor.tenantId} and p.id = s.person_id
    left join institution i on i.tenant_id = ${tx.actor.tenantId} and i.id = s.institution_id
    left join staff_user u on u.tenant_id = ${tx.actor.tenantId} and u.id = s.owner_id
    left join division d on d.code = s.village_code
    order by s.due, s.id`.execute(tx.db)
  return rows
}

function cutOf(tx: Tx, kind: string, one: BoardKind, query: Query, place: string[] | null): RawBuilder<unknown> {
  const { table, alias, due, dueClock, no, owner, person, village, name, anxious, sealedName, own } = one
  const id = sql.ref(`${alias}.id`)
  const told = sealedName ? sql`${sql.ref(`${alias}.salt`)} as salt, ${sql.ref(`${alias}.sealed`)} as sealed` : UNTOLD
  const beyond = place ? sql`(${due}, ${id}) > (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`
  return sql`select ${kind}::text as kind, ${id} as id, ${sql.ref(`${alias}.state`)} as state, ${due} as due,
      ${no} as no, ${owner} as owner_id, ${placeOf(one)} as institution_id, ${person ?? NO_ID} as person_id,
      ${village ?? NO_TEXT} as village_code, ${name ?? NO_TEXT} as name, ${anxious ?? sql`false`} as anxious, ${told},
      ${dueClock} as due_clock, ${own?.reason ?? NO_TEXT} as reason, ${own?.warned ?? sql`false`} as warned
    from ${sql.table(table)} ${sql.ref(alias)}
    where ${within(tx, one, query)} and ${shown(tx, one, query.show)} and ${beyond} order by ${due}, ${id}`
}

function placeOf({ alias, institution, keeper }: BoardKind): RawBuilder<unknown> {
  if (!keeper) return institution ?? NO_ID
  const post = sql`(select w.institution_id from staff_user w
    where w.tenant_id = ${sql.ref(`${alias}.tenant_id`)} and w.id = ${keeper})`
  return institution ? sql`coalesce(${institution}, ${post})` : post
}

const NO_ID = sql`null::uuid`
const NO_TEXT = sql`null::text`
const UNTOLD = sql`null::bytea as salt, null::bytea as sealed`

function viewOf(tx: Tx, boards: CaseBoards, row: Row, tell: Tell): ClockBoardRow {
  const board = boards.get(row.kind)
  if (board === undefined) throw new Error(`no board for a ${row.kind}`)
  const clocks = row.clocks ?? (board.own && row.due_at ? [ownClock(row)] : [])
  return {
    kind: row.kind,
    kindWord: board.word,
    id: row.id,
    no: row.no,
    name: nameOf(tx, board, row),
    villageName: row.village_name,
    institutionName: row.institution_name,
    state: row.state,
    stateWord: board.lifecycle.states[stateOf(board.lifecycle, row.state)]?.zh ?? '',
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    anxious: row.anxious,
    dueAt: row.due_at,
    late: row.due_at !== null && Date.parse(row.due_at) < Date.parse(tx.now),
    clocks: clocks.map((clock) => ({
      ...clockView(clock, tell, row.institution_id),
      ...(row.clocks === null && board.own?.title ? { title: board.own.title } : {}),
    })),
  }
}

function nameOf(tx: Tx, { sealedName }: BoardKind, { name, salt, sealed }: Row): string {
  if (name !== null || !sealedName || !salt || !sealed) return name ?? ''
  return sealedName(tx.vault.openText(salt, sealed))
}

/** What a kind without clocks is due by, told as a clock would be. */
function ownClock({ due_clock, due_at, reason, warned }: Row): ClockColumns {
  return {
    clock_id: due_clock ?? '',
    def_version: null,
    state: 'running',
    due_at,
    explanation: reason ?? '',
    provisional: false,
    announced_percent: warned ? 80 : 0,
  }
}

function clockView(
  clock: ClockColumns,
  { left, titleOf }: Tell,
  office: string | null,
): ClockBoardRow['clocks'][number] {
  const { clock_id: clockId, def_version: version } = clock
  const dueAt = clock.due_at === null ? null : new Date(clock.due_at).toISOString()
  const isPaused = clock.state === 'paused'
  const told = left(dueAt, clockId, { ...(version === null ? {} : { version }), office })
  return {
    clockId,
    ...titleOf(clockId),
    dueAt,
    paused: isPaused,
    late: told?.late ?? false,
    remaining: told?.text ?? (isPaused ? '暂停计时' : ''),
    explanation: clock.explanation,
    provisional: clock.provisional,
    announcedPercent: clock.announced_percent,
  }
}
