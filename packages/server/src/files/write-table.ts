/**
 * Tables we hand out. CSV carries a byte order mark so that a spreadsheet shows Chinese rightly, and no text of it can
 * start a formula (a cell beginning with = + - @ gets a leading apostrophe). Workbooks keep text as text by type.
 */
import { PassThrough, Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import iconv from 'iconv-lite'
import { markBook, markedSheet, type Mark } from './watermark.ts'

export type Cell = string | number | null
export type Rows = Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
export type WriteCsvOptions = { readonly encoding?: 'utf-8' | 'gb18030'; readonly bom?: boolean }

const PIECE_CHARS = 64 * 1024
const ROWS_PER_TURN = 500

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const first = cell.charCodeAt(0)
  const isFormula = first === 0x3d || first === 0x2b || first === 0x2d || first === 0x40 || first === 9 || first === 13
  const text = isFormula ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export function writeCsv(rows: Rows, options: WriteCsvOptions = {}): Readable {
  return Readable.from(csvPieces(rows, options), { objectMode: false })
}

async function* csvPieces(rows: Rows, options: WriteCsvOptions): AsyncGenerator<Buffer> {
  const encode =
    options.encoding === 'gb18030'
      ? (text: string): Buffer => iconv.encode(text, 'gb18030')
      : (text: string): Buffer => Buffer.from(text, 'utf8')
  let piece = options.encoding === 'gb18030' || options.bom === false ? '' : '\ufeff'
  for await (const row of rows) {
    piece += `${row.map(csvCell).join(',')}\r\n`
    if (piece.length < PIECE_CHARS) continue
    yield encode(piece)
    piece = ''
  }
  if (piece !== '') yield encode(piece)
}

/** exceljs is loaded only when a workbook is asked for, so that an idle server stays small. */
export function writeXlsx(rows: Rows, sheetName: string, mark?: Mark): Readable {
  const out = new PassThrough()
  fillWorkbook(rows, sheetName, out, mark).catch((fault: unknown) => {
    out.destroy(fault instanceof Error ? fault : new Error(String(fault)))
  })
  return out
}

async function fillWorkbook(rows: Rows, sheetName: string, out: PassThrough, mark: Mark | undefined): Promise<void> {
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: false, useSharedStrings: false })
  const sheet = workbook.addWorksheet(sheetName, markedSheet(mark))
  markBook(workbook, mark)
  let count = 0
  for await (const row of rows) {
    sheet.addRow([...row]).commit()
    if (++count % ROWS_PER_TURN === 0) await nextTurn()
    while (out.writableNeedDrain && !out.destroyed) await nextTurn()
  }
  sheet.commit()
  await workbook.commit()
}
