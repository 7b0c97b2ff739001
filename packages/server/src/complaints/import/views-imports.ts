/** Imports of past complaints, their first rows, rows left out and saved mappings, as screens see them (CMP-13). */
import {
  HistoryMapping,
  type exportHistoryFaults as exportRoute,
  type getHistoryImport as getRoute,
  type getHistorySample as sampleRoute,
  type HistoryImportView,
  type listHistoryFaults as faultsRoute,
  type listHistoryImports as listRoute,
  type listHistoryMappings as mappingsRoute,
} from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { guessCause, guessOutcome, HISTORY_FAULTS, historyImportLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, stateOf, transitionsFrom, type Decision, type Instant } from '@anpei/domain/kernel'
import { sql, type RawBuilder } from 'kysely'
import { enterList } from '../../customers/index.ts'
import { tableFile } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { institutionScope, pageOf, readCursor } from '../../identity/index.ts'
import { taskProgress } from '../../programme/index.ts'
import { findImport, mappingsOf, type ImportSummary } from './store-imports.ts'

type Row = {
  id: string
  institution_id: string
  institution_name: string
  series: string
  file_name: string
  state: string
  headings: string[]
  mapping: unknown
  row_count: number
  new_count: number
  changed_count: number
  unchanged_count: number
  bad_count: number
  summary: Partial<ImportSummary>
  started_by_name: string | null
  started_at: Instant
  ended_at: Instant | null
  task: Parameters<typeof taskProgress>[0] | null
}

async function importRows(tx: Tx, where: RawBuilder<boolean>, limit: number): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select i.id, i.institution_id, o.name as institution_name, i.series, i.file_name,
      i.state, i.headings, i.mapping, i.row_count, i.new_count, i.changed_count, i.unchanged_count, i.bad_count,
      i.summary, u.name as started_by_name, i.started_at, i.ended_at,
      (select json_build_object('id', t.id, 'state', t.state, 'done_count', t.done_count, 'total_count', t.total_count,
        'fault', t.fault) from background_task t where t.tenant_id = i.tenant_id and t.id = i.task_id) as task
    from complaint_import i
    join institution o on o.tenant_id = i.tenant_id and o.id = i.institution_id
    left join staff_user u on u.tenant_id = i.tenant_id and u.id = i.started_by
    where i.tenant_id = ${tx.actor.tenantId} and ${where}
      and ${institutionScope(tx.actor, 'complaint.import', sql`i.institution_id`)}
    order by i.id desc limit ${limit}`.execute(tx.db)
  return rows
}

function importView(row: Row): HistoryImportView {
  const state = stateOf(historyImportLifecycle, row.state)
  const { reasons = [], outcomes = [], faults = {} } = row.summary
  const nothingNew = row.new_count + row.changed_count === 0
  const may = transitionsFrom(historyImportLifecycle, state).filter((act) => act !== 'begin' || !nothingNew)
  return {
    id: row.id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    series: row.series,
    fileName: row.file_name,
    state,
    stateWord: historyImportLifecycle.states[state].zh,
    task: row.task ? taskProgress(row.task) : null,
    headings: row.headings,
    mapping: HistoryMapping.parse(row.mapping),
    rowCount: row.row_count,
    newCount: row.new_count,
    changedCount: row.changed_count,
    unchangedCount: row.unchanged_count,
    badCount: row.bad_count,
    faults: Object.entries(faults)
      .map(([fault, count]) => ({ fault, text: faultText(fault), count }))
      .sort((a, b) => b.count - a.count),
    unmappedReasons: reasons.map((one) => ({ ...one, guess: guessCause(one.word) })),
    unmappedOutcomes: outcomes.map((one) => ({ ...one, guess: guessOutcome(one.word) })),
    startedBy: row.started_by_name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    can: may.filter((act) => act === 'rehearse' || act === 'begin' || act === 'cancel'),
  }
}

function faultText(fault: string): string {
  return Object.entries(HISTORY_FAULTS).find(([name]) => name === fault)?.[1] ?? fault
}

export async function importAnswer(tx: Tx, importId: string): Promise<Decision<HistoryImportView>> {
  const [row] = await importRows(tx, sql<boolean>`i.id = ${importId}`, 1)
  return row ? ok(importView(row)) : refuse('request.not_found')
}

export function getHistoryImport(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<HistoryImportView>> {
  return importAnswer(tx, params.importId)
}

export async function listHistoryImports(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const [before] = readCursor(query.cursor, 1) ?? []
  const where = before === undefined ? sql<boolean>`true` : sql<boolean>`i.id < ${before}::uuid`
  const rows = await importRows(tx, where, query.limit + 1)
  return ok(pageOf(rows, query.limit, (row) => [row.id], importView))
}

export async function getHistorySample(
  tx: Tx,
  { params }: Input<typeof sampleRoute>,
): Promise<Decision<Answer<typeof sampleRoute>>> {
  const found = await findImport(tx, params.importId)
  if (!found.ok) return found
  const { salt, sealed } = found.value
  return ok({ rows: sealed === null ? [] : JSON.parse(tx.vault.openText(salt, sealed)) })
}

type Fault = {
  row_no: number
  faults: string[]
  salt: Buffer
  sealed: Buffer
  personId: string | null
  personName: string | null
}

async function faultsOf(tx: Tx, importId: string, after: number, limit: number): Promise<readonly Fault[]> {
  const { rows } = await sql<Fault>`select f.row_no, f.faults, f.salt, f.sealed, p.id as "personId",
      p.name as "personName"
    from complaint_import_fault f left join person p on p.tenant_id = f.tenant_id and p.id = f.person_id
    where f.tenant_id = ${tx.actor.tenantId} and f.import_id = ${importId} and f.row_no > ${after}
    order by f.row_no limit ${limit}`.execute(tx.db)
  return rows
}

export async function listHistoryFaults(
  tx: Tx,
  { params, query }: Input<typeof faultsRoute>,
): Promise<Decision<Answer<typeof faultsRoute>>> {
  const found = await findImport(tx, params.importId)
  if (!found.ok) return found
  const rows = await faultsOf(tx, params.importId, Number(readCursor(query.cursor, 1)?.[0] ?? 0), query.limit + 1)
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [String(row.row_no)],
      (row) => ({
        rowNo: row.row_no,
        faults: row.faults.map(faultText),
        cells: cellsOf(tx, row),
        person: row.personId === null ? null : { id: row.personId, name: row.personName ?? '' },
      }),
    ),
  )
}

function cellsOf(tx: Tx, { salt, sealed }: Pick<Fault, 'salt' | 'sealed'>): string[] {
  return JSON.parse(tx.vault.openText(salt, sealed))
}

const MOST_FAULTS = 20_000

/** In the columns of the file, with the reasons behind them: corrected, it can be imported as it is. */
export async function exportHistoryFaults(
  tx: Tx,
  { params }: Pick<Input<typeof exportRoute>, 'params'>,
): Promise<Decision<FileAnswer>> {
  const found = await findImport(tx, params.importId)
  if (!found.ok) return found
  const rows = await faultsOf(tx, params.importId, 0, MOST_FAULTS)
  const { headings } = found.value
  const table = (function* () {
    yield [...headings, '行号', '问题']
    for (const row of rows) {
      const cells = cellsOf(tx, row)
      yield [...headings.map((_, at) => cells[at] ?? ''), String(row.row_no), row.faults.map(faultText).join('；')]
    }
  })()
  const reason = `改正后重新导入：${found.value.fileName}`
  const made = await enterList(tx, { what: 'complaint_rejects', format: 'csv', reason, rowCount: rows.length })
  if (!made.ok) return made
  const { mark } = made.value
  const file = await tableFile('csv', '问题行', table, mark)
  return ok({ ...file, fileName: `历史投诉问题行-${dayOfInstant(tx.now)}-${mark.no}.csv` })
}

export async function listHistoryMappings(
  tx: Tx,
  _input: Input<typeof mappingsRoute>,
): Promise<Decision<Answer<typeof mappingsRoute>>> {
  const [mappings, institutions] = await Promise.all([
    mappingsOf(tx, null),
    sql<{ id: string; name: string }>`select o.id, o.name from institution o
      where o.tenant_id = ${tx.actor.tenantId}
        and ${institutionScope(tx.actor, 'complaint.import', sql`o.id`)} order by o.name limit 500`.execute(tx.db),
  ])
  return ok({ institutions: institutions.rows, mappings: [...mappings] })
}
