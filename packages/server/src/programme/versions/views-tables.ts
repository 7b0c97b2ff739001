/** Decision tables as screens see them (CLM-07). */
import type {
  getTable as getRoute,
  listTables as listRoute,
  TableView,
  tryTable as tryRoute,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { holds, ok, refuse, stateOf, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import { tableLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { TABLE_TITLES, tryContent } from './decision-table.ts'
import { findTable, tablesOfTenant, type TableData } from './store-tables.ts'

const TITLES: Readonly<Record<string, string>> = TABLE_TITLES

function tableRow(table: TableData) {
  const state = stateOf(tableLifecycle, table.state)
  return {
    id: table.id,
    code: table.code,
    title: TITLES[table.code] ?? table.code,
    versionNo: table.version_no,
    state,
    stateWord: tableLifecycle.states[state].zh,
    madeBy: table.made_by_name,
    madeAt: table.made_at,
    publishedBy: table.published_by_name,
    publishedAt: table.published_at,
  }
}

export function tableView(tx: Tx, table: TableData): TableView {
  const row = tableRow(table)
  const { actor } = tx
  const steps = transitionsFrom(tableLifecycle, row.state).filter((name) =>
    name === 'submit'
      ? holds(actor, 'programme.edit')
      : name === 'publish' && holds(actor, 'programme.publish') && table.made_by !== actor.id,
  )
  const content = typeof table.content === 'object' && table.content !== null ? { ...table.content } : {}
  return {
    ...row,
    content,
    can: [...steps, ...(row.state === 'draft' && holds(actor, 'programme.edit') ? ['edit'] : [])],
  }
}

export async function listTables(tx: Tx): Promise<Decision<Answer<typeof listRoute>>> {
  return ok({ tables: (await tablesOfTenant(tx.db, tx.actor.tenantId)).map(tableRow) })
}

export async function getTable(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<TableView>> {
  const table = await findTable(tx.db, tx.actor.tenantId, params.tableId)
  return table ? ok(tableView(tx, table)) : refuse('request.not_found')
}

export async function tryTable(_tx: Tx, { body }: Input<typeof tryRoute>): Promise<Decision<Answer<typeof tryRoute>>> {
  const tried = await tryContent(body.content, body.input)
  return tried.ok ? ok({ output: tried.value }) : tried
}
