/** CMP-13: a file of past complaints as columns and rows, whatever it is written in. */
import { fieldNames, type HistoryField, type HistoryMapping } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import { readTable, type ByteSource, type TableRow } from '../../files/index.ts'

const HISTORY_LIMITS = { maxBytes: 60 * 1024 * 1024, maxRows: 1_000_000, maxColumns: 120 } as const

export type HistoryFile = { readonly headings: readonly string[]; readonly rows: AsyncIterable<TableRow> }

/** A column without a heading, or with one that stood before, gets a name of its own. */
export async function openHistoryFile(source: ByteSource, fileName: string): Promise<Decision<HistoryFile>> {
  const table = await readTable(source, { fileName, limits: HISTORY_LIMITS })
  if (!table.ok) return table
  const seen = new Set<string>()
  const headings = table.value.columns.map((column, at) => {
    const plain = column === '' ? `第${at + 1}列` : column.slice(0, 180)
    const heading = seen.has(plain) ? `${plain}（第${at + 1}列）` : plain
    seen.add(heading)
    return heading
  })
  return ok({ headings, rows: table.value.rows })
}

/** The cells of a field in a row, in the order of its columns. */
export function cellsByField(headings: readonly string[], { columns }: HistoryMapping) {
  const places = new Map<HistoryField, readonly number[]>(
    fieldNames().map((field) => [field, (columns[field] ?? []).map((name) => headings.indexOf(name))]),
  )
  return (cells: readonly string[]) =>
    (field: HistoryField): readonly string[] =>
      (places.get(field) ?? []).map((place) => cells[place] ?? '')
}
