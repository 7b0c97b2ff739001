/**
 * PRG-05: one door for table files. The content, not the name, says what a file is; the sentence of a refusal says
 * what to do about it.
 */
import { createReadStream } from 'node:fs'
import type { FileRefusal } from '@anpei/domain/files'
import { ok } from '@anpei/domain/kernel'
import type { Decision } from '@anpei/domain/kernel'
import { csvBatches, detectDelimiter } from './csv-rows.ts'
import { TABLE_LIMITS, TableUnreadable } from './table.ts'
import type { ByteSource, ReadingPosition, Table, TableEncoding, TableLimits, TableRow } from './table.ts'
import { decodeText, detectEncoding } from './text-encoding.ts'
import { xlsxBatches } from './xlsx-rows.ts'

export type ReadTableOptions = {
  readonly fileName: string
  /** Columns that must be there; a list inside the list names alternatives (`['身份证号', '公民身份号码']`). */
  readonly required?: readonly (string | readonly string[])[]
  readonly limits?: Partial<TableLimits>
}

type Batches = AsyncGenerator<readonly TableRow[]>
type Opened = { readonly batches: Batches; readonly encoding: TableEncoding | null; readonly format: 'csv' | 'xlsx' }

const HEAD_BYTES = 64 * 1024
const PIECE_BYTES = 256 * 1024
/** Offices put a title above the header; it is looked for in the first rows. */
const HEADER_WITHIN_ROWS = 10

/** Reads the header; a file that breaks further down makes the iteration of `rows` throw `TableUnreadable`. */
export async function readTable(source: ByteSource, options: ReadTableOptions): Promise<Decision<Table, FileRefusal>> {
  const limits = { ...TABLE_LIMITS, ...options.limits }
  const chunks = limitedBytes(source, limits.maxBytes)
  let opened: Opened | null = null
  try {
    opened = await open(chunks, options.fileName, limits)
    const { columns, early } = await findHeader(opened.batches, options.required ?? [])
    const rows = rowsOf(early, opened.batches, columns.length, limits)
    return ok({ columns, rows, encoding: opened.encoding, format: opened.format })
  } catch (fault) {
    await opened?.batches.return(undefined)
    await chunks.return(undefined)
    if (fault instanceof TableUnreadable) return fault.refusal
    throw fault
  }
}

async function* limitedBytes(source: ByteSource, maxBytes: number): AsyncGenerator<Buffer> {
  const stream = typeof source === 'string' ? createReadStream(source, { highWaterMark: PIECE_BYTES }) : source
  let size = 0
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    size += bytes.length
    if (size > maxBytes) throw new TableUnreadable('files.too_large', { limitMb: Math.floor(maxBytes / 2 ** 20) })
    yield bytes
  }
}

async function open(chunks: AsyncGenerator<Buffer>, fileName: string, limits: TableLimits): Promise<Opened> {
  const parts: Buffer[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const next = await chunks.next()
    if (next.done === true) break
    parts.push(next.value)
    size += next.value.length
  }
  const head = Buffer.concat(parts)
  if (head.length === 0) throw new TableUnreadable('files.empty')
  const position: ReadingPosition = { rowNo: 0 }
  const magic = head.subarray(0, 4).toString('hex')
  if (magic === '504b0304') {
    for await (const chunk of chunks) parts.push(chunk)
    return { batches: xlsxBatches(Buffer.concat(parts), limits, position), encoding: null, format: 'xlsx' }
  }
  if (magic === 'd0cf11e0') throw new TableUnreadable('files.xls_old')
  const encoding = detectEncoding(head)
  const headText = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(head, { stream: true })
  if (headText.trim() === '' && head.length < HEAD_BYTES) throw new TableUnreadable('files.empty')
  if (/[\0-\x08\x0e-\x1f]/.test(headText) || /^\s*(?:<|%PDF|\{\\rtf)/.test(headText)) {
    throw new TableUnreadable(/\.xlsx$/i.test(fileName) ? 'files.unreadable' : 'files.not_a_table', { rowNo: 1 })
  }
  const texts = decodeText(headThenRest(head, chunks), encoding, position)
  return { batches: csvBatches(texts, detectDelimiter(headText), limits, position), encoding, format: 'csv' }
}

async function* headThenRest(head: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  yield* rest
}

type Header = { readonly columns: readonly string[]; readonly early: readonly TableRow[] }

async function findHeader(batches: Batches, required: readonly (string | readonly string[])[]): Promise<Header> {
  const seen: TableRow[] = []
  while (seen.length < HEADER_WITHIN_ROWS) {
    const next = await batches.next()
    if (next.done === true) break
    for (const row of next.value) seen.push(row)
  }
  const candidates = seen.slice(0, HEADER_WITHIN_ROWS).map((row) => row.cells.map(columnName))
  const first = candidates[0]
  if (first === undefined) throw new TableUnreadable('files.empty')
  const at = candidates.findIndex((columns) => missingOf(columns, required).length === 0)
  const columns = candidates[at]
  if (columns === undefined) {
    const found = candidates.reduce(
      (best, other) => (missingOf(other, required).length < missingOf(best, required).length ? other : best),
      first,
    )
    throw new TableUnreadable('files.columns_missing', { missing: missingOf(found, required), found: [...found] })
  }
  return { columns, early: seen.slice(at + 1) }
}

function columnName(cell: string): string {
  return cell.replace(/[\s\ufeff]/g, '')
}

function missingOf(columns: readonly string[], required: readonly (string | readonly string[])[]): string[] {
  return required
    .map((one) => (typeof one === 'string' ? [one] : one))
    .filter((names) => !names.some((name) => columns.includes(name)))
    .map((names) => names.join('/'))
}

async function* rowsOf(
  early: readonly TableRow[],
  batches: Batches,
  width: number,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  let count = 0
  let batch: IteratorResult<readonly TableRow[], unknown> = { value: early }
  try {
    while (batch.done !== true) {
      for (const row of batch.value) {
        if (++count > limits.maxRows) throw new TableUnreadable('files.too_many_rows', { limit: limits.maxRows })
        yield row.cells.length < width ? { rowNo: row.rowNo, cells: filled(row.cells, width) } : row
      }
      batch = await batches.next()
    }
  } finally {
    await batches.return(undefined)
  }
}

function filled(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, i) => cells[i] ?? '')
}
