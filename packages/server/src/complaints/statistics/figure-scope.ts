/**
 * CMP-13 under the seals of CUS-11: a figure counts exactly the complaints that the same person's list shows, so it
 * tells nobody more than that list. Of the nightly count whoever is concerned in any complaint is given none that
 * concerns somebody of ours: these are counted at the moment of asking, as far as they may see them. The history names
 * nobody of ours.
 */
import type { ComplaintSeries, FigureDimension } from '@anpei/domain/complaints'
import { firstOfNextMonth, scopesOf, startOfDay, type Permission } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { institutionScope } from '../../identity/index.ts'
import { complaintScope } from '../store.ts'
import { ALL, countsSql, DIMENSION_COLUMNS, LIVED_SERIES } from './count-sql.ts'
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
  const history = [
    institutionScope(tx.actor, 'complaint.analyse', sql`h.institution_id`),
    within(sql`h.received_at`, begins, ends),
  ]
  if (query.series === 'imported') lived.push(sql`false`)
  else if (query.series) {
    lived.push(sql`${LIVED_SERIES} = ${query.series}`)
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

/** Rows of figures of the question, counted at night as far as they may be, the others now. */
export async function figureRows(tx: Tx, query: FigureQuery): Promise<{ rows: Part; countedUntil: string | null }> {
  const { tenantId } = tx.actor
  const counted = seesAll(tx, 'complaint.analyse') ? await lastCount(tx.db, tenantId) : null
  const asked = askedOf(tx, query)
  if (counted === null) {
    const live = countsSql({ tenantId, now: tx.now, lived: [asked.lived], history: asked.history })
    return { rows: sql`(${live})`, countedUntil: null }
  }
  const { until, countedUntil, historyMoved } = counted
  const concerned = await isConcerned(tx)
  const since = both([asked.lived, sql`c.received_at >= ${until}`])
  const ofMine = both([asked.lived, sql`c.received_at < ${until} and c.concerned_ids <> '{}'`])
  const live = countsSql({
    tenantId,
    now: tx.now,
    lived: concerned ? [since, ofMine] : [since],
    history: both([asked.history, historyMoved ? sql`true` : sql`false`]),
  })
  const kept = [sql`r.tenant_id = ${tenantId} and r.month between ${query.from} and ${query.to}`]
  kept.push(sql`r.institution_id = ${query.institutionId ?? ALL.institutionId}`)
  kept.push(sql`r.product = ${query.product === '-' ? '' : (query.product ?? ALL.product)}`)
  if (query.series) kept.push(sql`r.series = ${query.series}`)
  if (historyMoved) kept.push(sql`r.series <> 'imported'`)
  if (concerned) kept.push(sql`not r.concerning`)
  const rows = sql`(select month, series, dimension, value, received, open, repeated, withdrawn, redirected, upheld,
      reopened, overdue, unsatisfied from complaint_month r where ${both(kept)}
    union all (${live}))`
  return { rows, countedUntil }
}

/** Whether they are concerned in any complaint. */
export async function isConcerned({ db, actor }: Tx): Promise<boolean> {
  const { rows } = await sql<{
    is: boolean
  }>`select exists (select from complaint c where c.tenant_id = ${actor.tenantId}
    and c.concerned_ids <> '{}' and ${actor.id}::uuid = any(c.concerned_ids)) as is`.execute(db)
  return rows[0]?.is ?? false
}

/** But those that concern them. */
export function seesAll({ actor }: Tx, permission: Permission): boolean {
  return actor.kind === 'system' || scopesOf(actor, permission).some(({ kind }) => kind === 'tenant')
}
