/**
 * CLM-07: a new version of a decision table begins as a draft; the published one counts until the new one takes its
 * place.
 */
import type { draftTable as route, TableView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { findTable, insertTable, lockPublishedTable } from './store-tables.ts'
import { tableView } from './views-tables.ts'

export async function draftTable(tx: Tx, { body }: Input<typeof route>): Promise<Decision<TableView>> {
  const { db, actor } = tx
  // Tables are asked by name in the code: a name nobody asks would be a table without effect.
  if (!(await lockPublishedTable(db, actor.tenantId, body.code))) return refuse('request.not_found')
  const id = newId()
  await insertTable(db, actor.tenantId, {
    id,
    code: body.code,
    content: JSON.stringify(body.content),
    madeBy: actor.id,
    madeAt: tx.now,
  })
  tx.record({ name: 'decision_table.drafted', subject: { kind: 'decision_table', id }, facts: { code: body.code } })
  const table = await findTable(db, actor.tenantId, id)
  return table ? ok(tableView(tx, table)) : refuse('request.not_found')
}
