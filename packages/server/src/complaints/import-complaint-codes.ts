/**
 * CMP-04: the national code table of causes, from the file the standard was bought as. Nothing of it is delivered with
 * the product and nothing is invented: until it is imported the causes stand as interim.
 */
import type { importComplaintCodes as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideCodeTable } from '@anpei/domain/complaints'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { readTable, TableUnreadable } from '../files/index.ts'
import type { ArrivedFile, Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { saveCodes } from './store-categories.ts'

export async function importComplaintCodes(
  tx: Tx,
  { body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<Answer<typeof route>>> {
  const [file] = files
  if (!file) return refuse('file.none')
  const rows = await readCodes(file)
  if (!rows.ok) return rows
  const codes = decideCodeTable(rows.value)
  if (!codes.ok) return codes
  await saveCodes(tx, body.standard, codes.value)
  const count = codes.value.length
  tx.record({ name: 'complaint.codes_imported', subject: { kind: 'complaint_code', id: newId() }, facts: { count } })
  return ok({ count })
}

const COLUMNS = [
  ['代码', 'code'],
  ['名称', 'name'],
  ['上级代码', 'parent'],
] as const

/** CSV or workbook, whatever the encoding. */
async function readCodes({ bytes, name: fileName }: ArrivedFile) {
  const limits = { maxRows: 2000 }
  const table = await readTable(pieces(bytes), { fileName, required: COLUMNS.map((names) => [...names]), limits })
  if (!table.ok) return table
  const places = COLUMNS.map((names) => table.value.columns.findIndex((title) => names.some((name) => name === title)))
  const rows: { rowNo: number; code: string; name: string; parentCode: string | null }[] = []
  try {
    for await (const { rowNo, cells } of table.value.rows) {
      const [code = '', name = '', parent = ''] = places.map((place) => (cells[place] ?? '').trim())
      rows.push({ rowNo, code, name, parentCode: parent === '' ? null : parent })
    }
  } catch (fault) {
    if (fault instanceof TableUnreadable) return fault.refusal
    throw fault
  }
  return ok(rows)
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
