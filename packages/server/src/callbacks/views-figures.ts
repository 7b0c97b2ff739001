/**
 * CBK-02: the rate of success counts over what was due in these days, whatever became of it: numerator and denominator
 * are shown. Who called what, and about what, is in none of the numbers; so nobody's are left out.
 */
import type {
  getCallbackFigures as figuresRoute,
  listCallers as callersRoute,
  listFollowUps as followUpsRoute,
} from '@anpei/contract/callbacks'
import type { Answer, Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { villageScope } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor, staffNames } from '../identity/index.ts'
import { callers } from './choose-caller.ts'
import { followUpView } from './follow-up-view.ts'
import { callbackScope } from './scope.ts'
import { followUpsWhere } from './store-follow-ups.ts'
import { findCallback } from './store.ts'

const USUAL_DAYS = 30
type Figures = Answer<typeof figuresRoute>

export async function getCallbackFigures(tx: Tx, { query }: Input<typeof figuresRoute>): Promise<Decision<Figures>> {
  const to = query.to ?? dayOfInstant(tx.now)
  const from = query.from ?? addDays(to, 1 - USUAL_DAYS)
  if (from > to) return refuse('request.malformed')
  const { tenantId } = tx.actor
  const seen = villageScope(tx.actor, 'callback.read', sql`c.village_code`)
  const [counted, older] = await Promise.all([
    sql<Omit<Figures, 'from' | 'to' | 'olderOpen'>>`select count(*)::int as due,
        count(*) filter (where c.state = 'reached' and not c.declined)::int as reached,
        count(*) filter (where c.state = 'reached' and not c.declined and c.ended_on <= c.due_on)::int as "onTime",
        count(*) filter (where c.declined)::int as declined,
        count(*) filter (where c.state = 'exhausted')::int as exhausted,
        count(*) filter (where c.state in ('owed', 'contacting'))::int as open,
        count(*) filter (where c.satisfied = 'yes')::int as satisfied
      from callback c where c.tenant_id = ${tenantId} and c.due_on between ${from} and ${to}
        and c.state <> 'dropped' and ${seen}`.execute(tx.db),
    sql<{ n: number }>`select count(*)::int as n from callback c where c.tenant_id = ${tenantId}
      and c.state in ('owed', 'contacting') and c.due_on < ${from} and ${seen}`.execute(tx.db),
  ])
  const [row] = counted.rows
  if (!row) throw new Error('a count without a row')
  return ok({ from, to, ...row, olderOpen: older.rows[0]?.n ?? 0 })
}

export async function listFollowUps(
  tx: Tx,
  { query }: Input<typeof followUpsRoute>,
): Promise<Decision<Answer<typeof followUpsRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const beyond = place ? sql`(f.due_on, f.id) > (${place[0]}::date, ${place[1]}::uuid)` : sql`true`
  const rows = await followUpsWhere(
    tx,
    sql`f.state = 'open' and ${callbackScope(tx.actor, 'callback.read')} and ${beyond}
      order by f.due_on, f.id limit ${query.limit + 1}`,
  )
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.dueOn, row.id],
      (row) => followUpView(tx, row),
    ),
  )
}

/** Whom a lead may name: here or not, without those who have to stand aside. */
export async function listCallers(
  tx: Tx,
  { params }: Input<typeof callersRoute>,
): Promise<Decision<Answer<typeof callersRoute>>> {
  const found = await findCallback(tx, params.callbackId, 'callback.lead')
  if (!found.ok) return found
  const able = (await callers(tx, found.value)).filter((one) => !found.value.excluded.includes(one.id))
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    able.map((one) => one.id),
  )
  const items = able.map(({ id, openCount, absent }) => ({ id, name: names.get(id) ?? '', open: openCount, absent }))
  return ok({ items: items.toSorted((a, b) => a.open - b.open) })
}
