/**
 * PRG-05: rows of the first sheet of a workbook, read as a stream of XML from the archive in memory.
 */
import { dateStylesOf, rowCells, textOfItem } from './xlsx-cells.ts'
import type { CellContext } from './xlsx-cells.ts'
import { TableUnreadable } from './table.ts'
import type { ReadingPosition, TableLimits, TableRow } from './table.ts'
import { entryText, openArchive } from './zip-archive.ts'
import type { ZipArchive } from './zip-archive.ts'

const WORKBOOK = 'xl/workbook.xml'
/** Longest text between two row ends: a full row of 16,384 cells, or the head of the sheet. */
const MAX_PIECE_CHARS = 8 * 1024 * 1024
const MAX_STRINGS = 20_000_000

export async function* xlsxBatches(
  bytes: Buffer,
  limits: TableLimits,
  position: ReadingPosition,
): AsyncGenerator<TableRow[]> {
  const archive = openArchive(bytes)
  if (!archive.entries.has(WORKBOOK)) throw new TableUnreadable('files.not_a_table')
  const workbook = await wholeText(archive, WORKBOOK, position)
  const sheet = await firstSheet(archive, workbook, position)
  const context: CellContext = {
    sharedStrings: await sharedStringsOf(archive, position),
    dateStyles: dateStylesOf(await wholeText(archive, 'xl/styles.xml', position)),
    date1904: /<workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook),
  }
  for await (const pieces of piecesOf(archive, sheet, 'row', position)) {
    const rows: TableRow[] = []
    for (const piece of pieces) {
      const cells = rowOf(piece, context, limits, position)
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ rowNo: position.rowNo, cells })
    }
    if (rows.length > 0) yield rows
  }
}

function rowOf(piece: string, context: CellContext, limits: TableLimits, position: ReadingPosition): string[] {
  const start = piece.lastIndexOf('<row')
  const number = /^<row\b[^>]*?\br="(\d+)"/.exec(piece.slice(Math.max(0, start)))?.[1]
  const passed = number === undefined ? piece.split(/<row\b/).length - 1 : 0
  position.rowNo = number === undefined ? position.rowNo + passed : Number(number)
  const cells = rowCells(piece.slice(Math.max(0, start)), context)
  while (cells.length > 0 && cells.at(-1) === '') cells.pop()
  if (cells.length > limits.maxColumns) throw new TableUnreadable('files.too_wide', { rowNo: position.rowNo })
  return cells
}

async function sharedStringsOf(archive: ZipArchive, position: ReadingPosition): Promise<string[]> {
  const strings: string[] = []
  for await (const pieces of piecesOf(archive, 'xl/sharedStrings.xml', 'si', position)) {
    for (const piece of pieces) strings.push(textOfItem(piece.slice(Math.max(0, piece.lastIndexOf('<si')))))
    if (strings.length > MAX_STRINGS) throw new TableUnreadable('files.too_wide', { rowNo: position.rowNo })
  }
  return strings
}

/** Cuts the XML at every end of `<tag>`; names written with a prefix (`x:row`) lose it. */
async function* piecesOf(
  archive: ZipArchive,
  name: string,
  tag: string,
  position: ReadingPosition,
): AsyncGenerator<string[]> {
  const entry = archive.entries.get(name)
  if (entry === undefined) return
  let carry = ''
  let prefix: string | null = null
  for await (const text of entryText(archive, entry, position)) {
    carry += text
    prefix ??= prefixOf(carry)
    const found = carry.split(`</${prefix ?? ''}${tag}>`)
    carry = found.pop() ?? ''
    if (carry.length > MAX_PIECE_CHARS) throw new TableUnreadable('files.too_wide', { rowNo: position.rowNo })
    yield prefix === null || prefix === '' ? found : found.map((piece) => withoutPrefix(piece, `${prefix}`))
  }
}

function prefixOf(xml: string): string | null {
  const root = /<(\w+:)?(?:worksheet|sst)\b/.exec(xml)
  return root === null ? null : (root[1] ?? '')
}

function withoutPrefix(xml: string, prefix: string): string {
  return xml.replaceAll(`<${prefix}`, '<').replaceAll(`</${prefix}`, '</')
}

async function wholeText(archive: ZipArchive, name: string, position: ReadingPosition): Promise<string> {
  const entry = archive.entries.get(name)
  if (entry === undefined) return ''
  let text = ''
  for await (const piece of entryText(archive, entry, position)) {
    text += piece
    if (text.length > MAX_PIECE_CHARS) throw new TableUnreadable('files.unreadable', { rowNo: position.rowNo })
  }
  const root = /<(\w+:)(?:workbook|styleSheet|Relationships)\b/.exec(text)?.[1]
  return root === undefined ? text : withoutPrefix(text, root)
}

/** The path of the sheet that stands first in the workbook. */
async function firstSheet(archive: ZipArchive, workbook: string, position: ReadingPosition): Promise<string> {
  const id = /<sheet\b[^>]*?\br:id="([^"]+)"/.exec(workbook)?.[1]
  const links = await wholeText(archive, 'xl/_rels/workbook.xml.rels', position)
  for (const match of links.matchAll(/<Relationship\b[^>]*>/g)) {
    const target = /\bTarget="([^"]+)"/.exec(match[0])?.[1]
    if (id === undefined || target === undefined || !match[0].includes(`Id="${id}"`)) continue
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    if (archive.entries.has(path)) return path
  }
  throw new TableUnreadable('files.unreadable', { rowNo: 0 })
}
