/** CLM-07, ORG-05: a second person publishes a decision table; it takes the place of the one before at once. */
import type { publishTable as route, TableView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { tableLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { findTable, lockPublishedTable, saveTableState } from './store-tables.ts'
import { tableView } from './views-tables.ts'

export async function publishTable(tx: Tx, { params }: Input<typeof route>): Promise<Decision<TableView>> {
  const { db, actor } = tx
  const table = await findTable(db, actor.tenantId, params.tableId, true)
  if (!table) return refuse('request.not_found')
  const next = transition(tableLifecycle, 'publish', stateOf(tableLifecycle, table.state))
  if (!next.ok) return next
  if (table.made_by === actor.id) return refuse('programme.not_by_the_maker')
  const before = await lockPublishedTable(db, actor.tenantId, table.code)
  const retired = before && transition(tableLifecycle, 'retire', stateOf(tableLifecycle, before.state))
  if (before && retired?.ok) await saveTableState(db, actor.tenantId, before.id, retired.value, null)
  await saveTableState(db, actor.tenantId, table.id, next.value, { by: actor.id, at: tx.now })
  tx.record({
    name: 'decision_table.published',
    subject: { kind: 'decision_table', id: table.id },
    facts: { code: table.code, replaces: before?.id ?? null },
  })
  const after = await findTable(db, actor.tenantId, table.id)
  return after ? ok(tableView(tx, after)) : refuse('request.not_found')
}
