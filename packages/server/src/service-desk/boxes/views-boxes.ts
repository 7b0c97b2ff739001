/** SRV-02: complaint boxes, the one to be opened first in front, and the log of the openings of each. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type {
  BoxOpening,
  ComplaintBox,
  listBoxes as listRoute,
  listBoxOpenings as openingsRoute,
  listOutlets as outletsRoute,
} from '@anpei/contract/service-desk'
import { holds, ok, refuse, stateOf, type Decision, type Instant } from '@anpei/domain/kernel'
import {
  boxLifecycle,
  openingLifecycle,
  REQUEST_KINDS,
  requestLifecycle,
  type RequestKind,
} from '@anpei/domain/service-desk'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { countUpTo, pageOf, readCursor } from '../../identity/index.ts'
import { timeLeftBy } from '../../sla/index.ts'
import { requestScope } from '../store.ts'
import { boxScope, type OpeningTold } from './store-boxes.ts'

const MOST_OUTLETS = 500

type BoxRow = {
  id: string
  state: string
  institution_id: string
  institution_name: string
  place: string
  hung_at: Instant
  opened_at: Instant | null
  due_at: Instant | null
  due_clock: string | null
  cursor_key: string
}

export async function listBoxes(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const state = query.removed === 'yes' ? 'removed' : 'hung'
  const where = sql<boolean>`b.state = ${state} and ${boxScope(tx.actor, 'desk.read')}`
  const [due, id] = readCursor(query.cursor, 2) ?? []
  const beyond =
    due === undefined ? sql<boolean>`true` : sql<boolean>`(b.due_or_never, b.id) > (${due}::timestamptz, ${id}::uuid)`
  const [rows, total] = await Promise.all([
    boxRows(tx, sql<boolean>`${where} and ${beyond}`, query.limit + 1),
    query.cursor ? null : countOf(tx, where),
  ])
  const views = await boxViews(tx, rows)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.cursor_key, row.id],
      (row) => views.get(row.id) ?? fail(row.id),
      total,
    ),
  )
}

export async function boxView(tx: Tx, boxId: string): Promise<Decision<ComplaintBox>> {
  const rows = await boxRows(tx, sql<boolean>`b.id = ${boxId} and ${boxScope(tx.actor, 'desk.read')}`, 1)
  const view = (await boxViews(tx, rows)).get(boxId)
  return view ? ok(view) : refuse('request.not_found')
}

export async function listBoxOpenings(
  tx: Tx,
  { params, query }: Input<typeof openingsRoute>,
): Promise<Decision<Answer<typeof openingsRoute>>> {
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const beyond =
    at === undefined ? sql<boolean>`true` : sql<boolean>`(o.opened_at, o.id) < (${at}::timestamptz, ${id}::uuid)`
  const rows = await openingRows(
    tx,
    sql<boolean>`o.box_id = ${params.boxId} and ${boxScope(tx.actor, 'desk.read')} and ${beyond}`,
    query.limit + 1,
  )
  const views = await openingViews(tx, rows)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.opened_at, row.id],
      (row) => views.get(row.id) ?? fail(row.id),
    ),
  )
}

/** One opening as whoever wrote or signs it sees it. */
export async function openingView(tx: Tx, openingId: string): Promise<Decision<BoxOpening>> {
  const rows = await openingRows(tx, sql<boolean>`o.id = ${openingId}`, 1)
  const view = (await openingViews(tx, rows)).get(openingId)
  return view ? ok(view) : refuse('request.not_found')
}

export async function listOutlets(tx: Tx): Promise<Decision<Answer<typeof outletsRoute>>> {
  const { rows } = await sql<Answer<typeof outletsRoute>['items'][number]>`select b.id, b.name from (
      select id, id as institution_id, name from institution where tenant_id = ${tx.actor.tenantId}) b
    where ${boxScope(tx.actor, 'desk.lead')} order by b.name limit ${MOST_OUTLETS}`.execute(tx.db)
  return ok({ items: rows })
}

async function boxRows(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<BoxRow[]> {
  const { rows } = await sql<BoxRow>`select b.id, b.state, b.institution_id, i.name as institution_name, b.place,
      b.hung_at, b.opened_at, b.due_at, b.due_clock, b.due_or_never::text as cursor_key
    from desk_box b join institution i on i.tenant_id = b.tenant_id and i.id = b.institution_id
    where b.tenant_id = ${tx.actor.tenantId} and ${where} order by b.due_or_never, b.id limit ${limit}`.execute(tx.db)
  return rows
}

function countOf(tx: Tx, where: RawBuilder<boolean>): Promise<number> {
  return countUpTo(tx.db, sql`select 1 from desk_box b where b.tenant_id = ${tx.actor.tenantId} and ${where}`)
}

async function boxViews(tx: Tx, rows: readonly BoxRow[]): Promise<ReadonlyMap<string, ComplaintBox>> {
  const ids = rows.map((row) => row.id)
  const [left, waiting] = await Promise.all([
    timeLeftBy(tx),
    openingRows(tx, sql<boolean>`o.box_id = any(${ids}::uuid[]) and o.state = 'recorded'`, ids.length),
  ])
  const openings = await openingViews(tx, waiting)
  const works = holds(tx.actor, 'desk.work')
  const leads = holds(tx.actor, 'desk.lead')
  const view = (row: BoxRow): ComplaintBox => {
    const state = stateOf(boxLifecycle, row.state)
    const own = waiting.find((one) => one.box_id === row.id)
    const free = state === 'hung' && !own
    return {
      id: row.id,
      state,
      stateWord: boxLifecycle.states[state].zh,
      institution: { id: row.institution_id, name: row.institution_name },
      place: row.place,
      hungAt: row.hung_at,
      openedAt: row.opened_at,
      dueAt: row.due_at,
      timeLeft: left(row.due_at, row.due_clock),
      waiting: (own && openings.get(own.id)) ?? null,
      can: [...(free && works ? ['open'] : []), ...(free && leads ? ['remove'] : [])],
    }
  }
  return new Map(rows.map((row) => [row.id, view(row)]))
}

type OpeningRow = {
  id: string
  box_id: string
  state: string
  opened_at: Instant
  recorded_at: Instant
  opened_by: string
  witness_id: string
  witness: string
  decided_at: Instant | null
  request_ids: string[]
  salt: Buffer
  sealed: Buffer
}

async function openingRows(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<OpeningRow[]> {
  const { rows } = await sql<OpeningRow>`select o.id, o.box_id, o.state, o.opened_at, o.recorded_at,
      coalesce(a.name, '') as opened_by, o.witness_id, coalesce(w.name, '') as witness, o.decided_at, o.request_ids,
      o.salt, o.sealed
    from desk_box_opening o join desk_box b on b.tenant_id = o.tenant_id and b.id = o.box_id
      left join staff_user a on a.tenant_id = o.tenant_id and a.id = o.opened_by
      left join staff_user w on w.tenant_id = o.tenant_id and w.id = o.witness_id
    where o.tenant_id = ${tx.actor.tenantId} and ${where}
    order by o.opened_at desc, o.id desc limit ${limit}`.execute(tx.db)
  return rows
}

type Letter = { id: string; requestNo: string; kind: RequestKind; state: string }

async function openingViews(tx: Tx, rows: readonly OpeningRow[]): Promise<ReadonlyMap<string, BoxOpening>> {
  const ids = rows.flatMap((row) => row.request_ids)
  const { rows: letters } = await sql<Letter>`select r.id, r.request_no as "requestNo", r.kind, r.state
    from desk_request r where r.tenant_id = ${tx.actor.tenantId} and r.id = any(${ids}::uuid[])
      and ${requestScope(tx.actor, 'desk.read')}`.execute(tx.db)
  const seen = new Map(letters.map((one) => [one.id, one]))
  const view = (row: OpeningRow): BoxOpening => {
    const state = stateOf(openingLifecycle, row.state)
    const told: OpeningTold = JSON.parse(tx.vault.openText(row.salt, row.sealed))
    return {
      id: row.id,
      boxId: row.box_id,
      state,
      stateWord: openingLifecycle.states[state].zh,
      openedAt: row.opened_at,
      recordedAt: row.recorded_at,
      openedBy: row.opened_by,
      witness: row.witness,
      decidedAt: row.decided_at,
      letters: row.request_ids.length,
      requests: row.request_ids.flatMap((id) => letterView(seen.get(id))),
      ...told,
      can: state === 'recorded' && row.witness_id === tx.actor.id ? ['witness'] : [],
    }
  }
  return new Map(rows.map((row) => [row.id, view(row)]))
}

function letterView(letter: Letter | undefined): BoxOpening['requests'] {
  if (!letter) return []
  const { id, requestNo, kind } = letter
  const stateWord = requestLifecycle.states[stateOf(requestLifecycle, letter.state)].zh
  return [{ id, requestNo, kindWord: REQUEST_KINDS[kind], stateWord }]
}

function fail(id: string): never {
  throw new Error(`no view of ${id}`)
}
