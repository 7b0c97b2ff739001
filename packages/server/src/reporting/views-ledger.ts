/** The promise ledger: each promise by month, and the cases behind a figure (CLK-05). */
import type * as api from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, firstOfNextMonth, NOBODY_ID, ok, refuse, startOfDay } from '@anpei/domain/kernel'
import type { Decision, Instant } from '@anpei/domain/kernel'
import { keptRateBps, monthsUpTo, PROMISE_OUTCOMES, type PromiseOutcome } from '@anpei/domain/reporting'
import { sql, type RawBuilder } from 'kysely'
import { seenUnderSeal } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { institutionsBelow, institutionsHeld, pageOf, readCursor } from '../identity/index.ts'
import { outcomeSql } from '../sla/index.ts'
import { dutyCounts, dutyPromises } from './duty-counts.ts'
import { clockDefsOf, dutyDefsOf, promiseCounts } from './promise-counts.ts'
import { casesSql, ledgerInstitutions, ledgerScope } from './promise-sql.ts'
import type { CountRow } from './store-ledger.ts'

type Filter = { readonly institution?: string | undefined; readonly programme?: string | undefined }
type Named = { id: string; name: string }

export async function promiseLedger(
  tx: Tx,
  { query }: Input<typeof api.promiseLedger>,
): Promise<Decision<Answer<typeof api.promiseLedger>>> {
  const asked = Boolean(query.institution || query.programme)
  const duties = asked ? new Map<string, string>() : dutyPromises(tx)
  const defs = [...(await clockDefsOf(tx, query.kind)), ...(await dutyDefsOf(tx, [...duties.keys()], query.kind))]
  // One month ahead, where most of what runs falls due; the rest of it is told together as later.
  const last = query.until ?? firstOfNextMonth(dayOfInstant(tx.now)).slice(0, 7)
  const months = monthsUpTo(last, query.months)
  const to = query.until ?? null
  const [cases, names] = await Promise.all([casesOf(tx, query), namesFor(tx)])
  const [{ rows: counted, countedUntil }, ofDuties] = await Promise.all([
    promiseCounts(tx, {
      clockIds: defs.map(({ id }) => id),
      from: months[0] ?? last,
      to,
      cases,
      asksCase: asked || ledgerInstitutions(tx.actor) !== null,
    }),
    dutyCounts(tx, [...duties.keys()], months[0] ?? last, to),
  ])
  const rows = [...counted, ...ofDuties]
  return ok({
    months,
    laterFrom: to === null ? firstOfNextMonth(`${last}-01`).slice(0, 7) : null,
    countedUntil,
    promises: defs.map((def) => ({
      clockId: def.id,
      name: def.name,
      kind: def.kind,
      basis: `${def.basis.document} ${def.basis.article}`,
      guarantee: duties.get(def.id) ?? null,
      ...lineOf(
        rows.filter((row) => row.clock_id === def.id),
        months,
        to === null ? last : null,
      ),
    })),
    ...names,
  })
}

/** `last`: what is due after this month is told as later; null = nothing is. */
function lineOf(rows: readonly CountRow[], months: readonly string[], last: string | null) {
  const total = sumOf(rows)
  return {
    total,
    keptBps: keptRateBps(total),
    cells: months.map((month) => ({ month, ...rated(rows.filter((row) => row.month === month)) })),
    later: last === null ? null : rated(rows.filter((row) => row.month > last)),
  }
}

function rated(rows: readonly CountRow[]) {
  const counts = sumOf(rows)
  return { ...counts, keptBps: keptRateBps(counts) }
}

function sumOf(rows: readonly CountRow[]) {
  const sum = (of: (row: CountRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  return {
    kept: sum((row) => row.kept),
    keptByAgreement: sum((row) => row.kept_by_agreement),
    broken: sum((row) => row.broken),
    running: sum((row) => row.running),
    cancelled: sum((row) => row.cancelled),
  }
}

/** An institution stands for itself and all below it; the first of all also for what no institution keeps yet. */
export async function casesOf(tx: Tx, { institution, programme }: Filter): Promise<RawBuilder<unknown>> {
  const parts = [ledgerScope(tx.actor)]
  if (institution) {
    const { ids, isFirst } = await institutionsBelow(tx.db, tx.actor.tenantId, institution)
    const nowhere = isFirst ? sql`or c.institution_id is null or c.institution_id = ${NOBODY_ID}` : sql``
    parts.push(sql`(c.institution_id = any(${ids}::uuid[]) ${nowhere})`)
  }
  if (programme) parts.push(sql`c.programme_id = ${programme}::uuid`)
  return sql.join(parts, sql` and `)
}

export async function namesFor(tx: Tx): Promise<{ institutions: Named[]; programmes: Named[] }> {
  const { tenantId } = tx.actor
  const [institutions, programmes] = await Promise.all([
    institutionsHeld(tx, ['ledger.read']),
    sql<Named>`select id, name from programme where tenant_id = ${tenantId} order by name`.execute(tx.db),
  ])
  return { institutions, programmes: programmes.rows }
}

type CaseRow = {
  clock_id: string
  subject_kind: string
  subject_id: string
  instance_no: number
  started_at: Instant
  due_at: Instant | null
  promised_due_at: Instant | null
  stopped_at: Instant | null
  explanation: string
  outcome: string
  institution: string | null
  owner: string | null
  no: string
}

export async function listPromiseCases(
  tx: Tx,
  { params, query }: Input<typeof api.listPromiseCases>,
): Promise<Decision<Answer<typeof api.listPromiseCases>>> {
  const due = dueWithin(tx.now, query.month ?? query.from, query.month ?? query.until)
  const outcome = query.outcome ? sql`(${outcomeSql(tx.now)}) = ${query.outcome}` : sql`true`
  const wish = { clocks: sql`k.clock_id = ${params.clockId} and ${outcome}`, cases: await casesOf(tx, query), ...due }
  const rows = await casesFor(tx, wish, { cursor: query.cursor, limit: query.limit + 1 })
  return ok(pageOf(rows, query.limit, (row) => [row.due_at ?? '', row.subject_id, String(row.instance_no)], toCase))
}

export type CaseWish = {
  readonly clocks: RawBuilder<unknown>
  readonly cases: RawBuilder<unknown>
  /** Over clocks with a due time, and over those without. */
  readonly dated: RawBuilder<unknown>
  readonly undated: RawBuilder<unknown>
}

/** Clocks with a due time first, in their order; where they end, those without one. Each half walks its own index. */
export async function casesFor(
  tx: Tx,
  wish: CaseWish,
  place: { readonly cursor: string | undefined; readonly limit: number },
): Promise<CaseRow[]> {
  const [at, id, run] = readCursor(place.cursor, 3) ?? []
  const same = id === undefined ? sql`true` : sql`(k.subject_id, k.instance_no) > (${id}::uuid, ${run}::int)`
  const after = at ? sql`(k.due_at > ${at}::timestamptz or k.due_at = ${at}::timestamptz and ${same})` : sql`true`
  const dated =
    at === '' ? [] : await half(tx, wish, sql`k.due_at is not null and ${wish.dated} and ${after}`, place.limit)
  const left = place.limit - dated.length
  if (left === 0) return dated
  const beyond = at === '' ? same : sql`true`
  return [...dated, ...(await half(tx, wish, sql`k.due_at is null and ${wish.undated} and ${beyond}`, left))]
}

async function half(tx: Tx, wish: CaseWish, beyond: RawBuilder<unknown>, limit: number): Promise<CaseRow[]> {
  // Of a matter about oneself nothing is told, not even that it has a time limit (CUS-11).
  const open = seenUnderSeal(tx.actor, tx.now, sql`k.subject_kind`, sql`k.subject_id`)
  const clocks = sql`${wish.clocks} and ${open}`
  const given = { tenantId: tx.actor.tenantId, now: tx.now, clocks, cases: wish.cases }
  const { rows } = await sql<CaseRow>`${casesSql(given, { beyond, limit })}`.execute(tx.db)
  return rows
}

/** Of these months, both included, by the due time; what has none belongs to the month of its stop, or to this one. */
function dueWithin(now: Instant, first?: string, last?: string): Pick<CaseWish, 'dated' | 'undated'> {
  const month = dayOfInstant(now).slice(0, 7)
  const isNow = (first ?? month) <= month && month <= (last ?? month)
  const from = first === undefined ? '-infinity' : startOfDay(`${first}-01`)
  const before = last === undefined ? 'infinity' : startOfDay(firstOfNextMonth(`${last}-01`))
  return {
    dated: sql`k.due_at > ${from} and k.due_at <= ${before}`,
    undated: sql`(k.stopped_at >= ${from} and k.stopped_at < ${before} or ${isNow}::boolean and k.stopped_at is null)`,
  }
}

function toCase(row: CaseRow): api.PromiseCase {
  return {
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    no: row.no,
    runNo: row.instance_no,
    institution: row.institution,
    owner: row.owner,
    outcome: outcomeOf(row.outcome),
    startedAt: row.started_at,
    dueAt: row.due_at,
    promisedDueAt: row.promised_due_at,
    stoppedAt: row.stopped_at,
    explanation: row.explanation,
  }
}

function outcomeOf(text: string): PromiseOutcome {
  for (const outcome in PROMISE_OUTCOMES) if (isOutcome(outcome) && outcome === text) return outcome
  throw new Error(`unknown outcome ${text}`)
}

function isOutcome(text: string): text is PromiseOutcome {
  return Object.hasOwn(PROMISE_OUTCOMES, text)
}

/** One case of the ledger, if the reader may see it. */
export async function findPromise(tx: Tx, clockId: string, subjectId: string): Promise<Decision<CaseRow>> {
  const clocks = sql`k.clock_id = ${clockId} and k.subject_id = ${subjectId}`
  const wish = { clocks, cases: ledgerScope(tx.actor), dated: sql`true`, undated: sql`true` }
  const [row] = await casesFor(tx, wish, { cursor: undefined, limit: 1 })
  return row ? ok(row) : refuse('request.not_found')
}
