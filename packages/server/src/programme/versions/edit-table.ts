/** CLM-07: a draft of a decision table is edited; published tables never change. */
import type { editTable as route, TableView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findTable, saveTableContent } from './store-tables.ts'
import { tableView } from './views-tables.ts'

export async function editTable(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<TableView>> {
  const { db, actor } = tx
  const table = await findTable(db, actor.tenantId, params.tableId, true)
  if (!table) return refuse('request.not_found')
  if (table.state !== 'draft') return refuse('programme.published_never_changes')
  await saveTableContent(db, actor.tenantId, table.id, JSON.stringify(body.content), actor.id, tx.now)
  tx.record({
    name: 'decision_table.edited',
    subject: { kind: 'decision_table', id: table.id },
    facts: { code: table.code },
  })
  const after = await findTable(db, actor.tenantId, table.id)
  return after ? ok(tableView(tx, after)) : refuse('request.not_found')
}
