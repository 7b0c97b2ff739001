/** Bad rows as they came, for the screen and as a marked file that can be imported again (PRG-05, CUS-09). */
import type { DischargeCells, exportBadRows as route, RosterCells } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { enterList } from '../../customers/index.ts'
import { tableFile } from '../../files/index.ts'
import type { FileAnswer, Tx } from '../../http/index.ts'
import { badRowsOf } from './store-import-views.ts'
import { loadImport } from './store-imports.ts'
import { cellsOfRow, codeText } from './views-imports.ts'

const ROSTER_COLUMNS: Readonly<Record<keyof typeof RosterCells.shape, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  sex: '性别',
  address: '户籍地址',
  street: '镇街',
  village: '村居',
  villageCode: '村居代码',
  phone: '电话',
  status: '户籍状态',
  movedInOn: '户籍迁入日期',
  statusOn: '户籍状态变动日期',
}
const DISCHARGE_COLUMNS: Readonly<Record<keyof typeof DischargeCells.shape, string>> = {
  name: '姓名',
  idNumber: '身份证号',
  hospital: '医院',
  admittedOn: '入院日期',
  dischargedOn: '出院日期',
  diagnosis: '诊断',
  injuryCode: '损伤编码',
}

const MOST_ROWS = 100_000

/** The bad rows with their reasons, in the columns of their list: corrected, the file can be imported as it is. */
export async function exportBadRows(
  tx: Tx,
  { params }: Pick<Input<typeof route>, 'params'>,
): Promise<Decision<FileAnswer>> {
  const { db, actor } = tx
  const one = await loadImport(db, actor.tenantId, params.importId)
  if (!one) return refuse('request.not_found')
  const asked = { state: 'open', code: null, after: 0, limit: MOST_ROWS }
  const rows = await badRowsOf(db, actor.tenantId, one.id, asked)
  const columns = Object.entries(one.kind === 'discharge' ? DISCHARGE_COLUMNS : ROSTER_COLUMNS)
  const table = (function* () {
    yield ['行号', '问题', ...columns.map(([, title]) => title)]
    for (const row of rows) {
      const cells = cellsOfRow(JSON.parse(tx.vault.openText(row.salt, row.sealed)))
      const reasons = row.codes.map(codeText).join(' ')
      yield [String(row.row_no), reasons, ...columns.map(([name]) => cells[name] ?? '')]
    }
  })()
  const reason = `改正后重新导入：${one.file_name}`
  const made = await enterList(tx, { what: 'roster_rejects', format: 'csv', reason, rowCount: rows.length })
  if (!made.ok) return made
  const { mark } = made.value
  const file = await tableFile('csv', '问题行', table, mark)
  return ok({ ...file, fileName: `问题行-${dayOfInstant(tx.now)}-${mark.no}.csv` })
}
