/**
 * CLM-07, PRG-09: a draft is handed over only when it runs and answers sample cases with a class and steps that fit.
 */
import type { submitTable as route, TableView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { tableLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { checkPriorities } from '../complaint-priority.ts'
import { checkContent } from './decision-table.ts'
import { findTable, saveTableState } from './store-tables.ts'
import { tableView } from './views-tables.ts'

export async function submitTable(tx: Tx, { params }: Input<typeof route>): Promise<Decision<TableView>> {
  const { db, actor } = tx
  const table = await findTable(db, actor.tenantId, params.tableId, true)
  if (!table) return refuse('request.not_found')
  const next = transition(tableLifecycle, 'submit', stateOf(tableLifecycle, table.state))
  if (!next.ok) return next
  const checked = await (table.code === 'complaint-priority' ? checkPriorities : checkContent)(table.content)
  if (!checked.ok) return checked
  await saveTableState(db, actor.tenantId, table.id, next.value, null)
  tx.record({
    name: 'decision_table.submitted',
    subject: { kind: 'decision_table', id: table.id },
    facts: { code: table.code },
  })
  const after = await findTable(db, actor.tenantId, table.id)
  return after ? ok(tableView(tx, after)) : refuse('request.not_found')
}
