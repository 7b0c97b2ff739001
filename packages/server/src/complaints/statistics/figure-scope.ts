/**
 * CMP-13 under the seals of CUS-11: a figure counts exactly the complaints that the same person's list shows, so it
 * tells nobody more than that list. What concerns somebody of ours is never in the nightly count, which all share; it
 * is counted at the moment of asking, for those who may see it. The history names nobody of ours.
 */
import type { ComplaintSeries, FigureDimension } from '@anpei/domain/complaints'
import { firstOfNextMonth, NOBODY_ID, scopesOf, startOfDay } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { complaintScope } from '../store.ts'
import { countsSql, DIMENSION_COLUMNS } from './count-sql.ts'
import { lastCount } from './store-figures.ts'

export type FigureQuery = {
  readonly from: string
  readonly to: string
  /** All of them, kept apart, where none is said. */
  readonly series?: ComplaintSeries | undefined
  readonly institutionId?: string | undefined
  readonly product?: string | undefined
}
type Part = RawBuilder<unknown>

const both = (parts: readonly Part[]): Part => sql`(${sql.join(parts, sql` and `)})`

/** Complaints `c` and history `h` of a question, as far as the actor may see them. */
export function askedOf(tx: Tx, query: FigureQuery): { lived: Part; history: Part } {
  const [begins, ends] = [startOfDay(`${query.from}-01`), startOfDay(firstOfNextMonth(`${query.to}-01`))]
  const lived = [complaintScope(tx.actor, 'complaint.analyse'), within(sql`c.received_at`, begins, ends)]
  const history = [historyScope(tx), within(sql`h.received_at`, begins, ends)]
  if (query.series === 'imported') lived.push(sql`false`)
  else if (query.series) {
    lived.push(query.series === 'regulator' ? sql`c.channel = 'regulator'` : sql`c.channel <> 'regulator'`)
    history.push(sql`false`)
  }
  if (query.institutionId) {
    lived.push(sql`c.institution_id = ${query.institutionId}`)
    history.push(sql`h.institution_id = ${query.institutionId}`)
  }
  if (query.product !== undefined) {
    lived.push(valueIs('product', 'lived', query.product))
    history.push(valueIs('product', 'history', query.product))
  }
  return { lived: both(lived), history: both(history) }
}

/** `-` stands for none. */
export function valueIs(dimension: FigureDimension, of: 'lived' | 'history', value: string): Part {
  return sql`${DIMENSION_COLUMNS[dimension][of]} = ${value === '-' ? '' : value}`
}

function within(at: Part, begins: string, ends: string): Part {
  return sql`${at} >= ${begins} and ${at} < ${ends}`
}

function historyScope(tx: Tx): Part {
  if (tx.actor.kind === 'system') return sql`true`
  const scopes = scopesOf(tx.actor, 'complaint.analyse')
  if (scopes.some((scope) => scope.kind === 'tenant')) return sql`true`
  const ids = scopes.flatMap((scope) => (scope.kind === 'institution' ? scope.institutionIds : []))
  return sql`h.institution_id = any(${ids}::uuid[])`
}

/** Rows of figures of the question, counted at night as far as they may be, the others now. */
export async function figureRows(tx: Tx, query: FigureQuery): Promise<{ rows: Part; countedUntil: string | null }> {
  const { tenantId } = tx.actor
  const counted = seesAll(tx) ? await lastCount(tx.db, tenantId) : null
  const asked = askedOf(tx, query)
  if (counted === null) return { rows: sql`(${countsSql({ tenantId, now: tx.now, ...asked })})`, countedUntil: null }
  const { until, historyMoved } = counted
  const live = countsSql({
    tenantId,
    now: tx.now,
    lived: both([asked.lived, sql`c.id in (${liveIds(tenantId, until, query)})`]),
    history: both([asked.history, historyMoved ? sql`true` : sql`false`]),
  })
  const kept = [sql`r.tenant_id = ${tenantId} and r.month between ${query.from} and ${query.to}`]
  if (query.series) kept.push(sql`r.series = ${query.series}`)
  if (historyMoved) kept.push(sql`r.series <> 'imported'`)
  if (query.institutionId) kept.push(sql`r.institution_id = ${query.institutionId}`)
  if (query.product !== undefined) kept.push(sql`r.product = ${query.product === '-' ? '' : query.product}`)
  const rows = sql`(select month, series, institution_id, product, dimension, value, received, open, repeated,
      withdrawn, redirected, upheld, reopened, overdue, unsatisfied from complaint_month r where ${both(kept)}
    union all (${live}))`
  return { rows, countedUntil: until }
}

function seesAll({ actor }: Tx): boolean {
  return actor.kind === 'system' || scopesOf(actor, 'complaint.analyse').some(({ kind }) => kind === 'tenant')
}

/** By index: what came since the count, and what concerns somebody of ours. */
function liveIds(tenantId: number, until: string, { from }: FigureQuery): Part {
  const begins = startOfDay(`${from}-01`)
  const since = until > begins ? until : begins
  return sql`select x.id from complaint x where x.tenant_id = ${tenantId} and x.received_at >= ${since}
    union select x.id from complaint x where x.tenant_id = ${tenantId} and x.concerned_ids <> '{}'
      and x.received_at >= ${begins}`
}

export const NO_INSTITUTION = NOBODY_ID
