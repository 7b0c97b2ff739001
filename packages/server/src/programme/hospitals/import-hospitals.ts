/**
 * CLM-08, ORG-05: a file of hospitals. Bad rows are named with their reason and stop nobody else; hospitals that are
 * new or differ wait together for a second person; the same file again changes nothing.
 */
import type { importHospitals as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { checkHospitalRow, joinHospitalRows, type HospitalRecord } from '@anpei/domain/programme'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { proposeChange } from '../../identity/index.ts'
import { newId } from '../../kernel/index.ts'
import { hospitalStand, HOSPITAL_IMPORT, type ImportedHospital } from './hospital-changes.ts'
import { readHospitalFile, type HospitalLine } from './hospital-file.ts'
import { hospitalsByCode } from './store-hospitals.ts'
import { codeText } from '../roster/views-imports.ts'

const MOST_ROWS = 2000

type RowFault = { readonly rowNo: number; readonly code: string; readonly text: string }

export async function importHospitals(
  tx: Tx,
  _input: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const file = files.find((one) => one.field === 'table')
  if (!file) return refuse('programme.file_missing')
  const read = await readHospitalFile(file, MOST_ROWS)
  if (!read.ok) return read
  const errors: RowFault[] = []
  const records = recordsOf(read.value, errors)
  const known = await hospitalsByCode(
    tx.db,
    tx.actor.tenantId,
    records.map((one) => one.code),
  )
  const byCode = new Map(known.map((one) => [one.code, one]))
  const fresh: ImportedHospital[] = []
  for (const record of records) {
    const stands = byCode.get(record.code)
    const before = stands ? hospitalStand(stands) : null
    if (before === hospitalStand(record)) continue
    const { aliases, levels, recognitions, ...rest } = record
    const changed = { ...rest, aliases: [...aliases], levels: [...levels], recognitions: [...recognitions] }
    fresh.push({ id: stands?.id ?? null, before, record: changed })
  }
  const addedCount = fresh.filter((one) => one.before === null).length
  const answer = {
    rowCount: read.value.length,
    addedCount,
    changedCount: fresh.length - addedCount,
    unchangedCount: records.length - fresh.length,
    errors: errors.sort((a, b) => a.rowNo - b.rowNo),
  }
  if (fresh.length === 0) return ok({ ...answer, changeId: null })
  const proposed = await proposeChange(tx, {
    kind: HOSPITAL_IMPORT,
    subject: { kind: 'hospital', id: newId() },
    title: `导入医院目录 ${file.name}：新增 ${addedCount}，修改 ${fresh.length - addedCount}`,
    before: { file: '', hospitals: [] },
    after: { file: file.name, hospitals: fresh.map((one) => shortly(one.record)) },
    sealed: fresh,
  })
  return proposed.ok ? ok({ ...answer, changeId: proposed.value.changeId }) : proposed
}

function recordsOf(lines: readonly HospitalLine[], errors: RowFault[]): HospitalRecord[] {
  const good: { readonly rowNo: number; readonly row: HospitalRecord }[] = []
  const fault = (rowNo: number, code: string): void => {
    errors.push({ rowNo, code, text: codeText(code) })
  }
  for (const { rowNo, cells } of lines) {
    const checked = checkHospitalRow(cells)
    if (checked.ok) good.push({ rowNo, row: checked.row })
    else for (const code of checked.codes) fault(rowNo, code)
  }
  const records: HospitalRecord[] = []
  for (const rows of Map.groupBy(good, ({ row }) => row.code).values()) {
    const joined = joinHospitalRows(rows.map(({ row }) => row))
    if (joined.ok) records.push(joined.value)
    else for (const { rowNo } of rows) fault(rowNo, joined.code)
  }
  return records
}

function shortly(record: ImportedHospital['record']): string {
  const levels = record.levels.map((one) => `${one.level} 级 ${one.from} 起`).join('，')
  const recognised = record.recognitions.map((one) => `${one.from} 起认可`).join('，')
  return `${record.code} ${record.name}（${[levels, recognised].filter((text) => text).join('；') || '未定级'}）`
}
