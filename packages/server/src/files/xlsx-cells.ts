/**
 * PRG-05: the cells of a workbook's XML (ECMA-376) as the text a person sees: shared and inline strings without their
 * phonetic guides, days as YYYY-MM-DD, long numbers never with invented digits.
 */
import { dayOfNumber } from '@anpei/domain/kernel'

export type CellContext = {
  readonly sharedStrings: readonly string[]
  /** For each cell style whether it shows a date. */
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])
const CELL = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g
const TEXT = /<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g
/** Day 0 of the two date systems of spreadsheets, counted from 1970-01-01. */
const EPOCH_1900 = -25_569
const EPOCH_1904 = -24_107
const LAST_DAY = 2_958_465
const MOST_COLUMNS = 16_384

function unescapeXml(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    })
    .replace(/_x([0-9a-fA-F]{4})_/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** All runs of a string item, without the reading aids (rPh). */
export function textOfItem(xml: string): string {
  const plain = xml.includes('<rPh') ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const match of plain.matchAll(TEXT)) text += unescapeXml(match[1] ?? '')
  return text
}

/** `B12` → 1; a cell without an address follows the one before. */
function columnOf(attributes: string, next: number): number {
  const letters = /\br="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]
  if (letters === undefined) return next
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/**
 * A spreadsheet keeps 15 digits of a number. An identity number or account stored as a number has lost its end; it is
 * given as the spreadsheet shows it (4.4…E+17), so that it can never pass for a number again.
 */
function numberText(raw: string): string {
  if (/^-?\d{1,15}$/.test(raw)) return raw
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  return Math.abs(value) >= 1e15 ? value.toExponential(14).toUpperCase() : String(value)
}

function dateText(raw: string, date1904: boolean): string {
  const serial = Number(raw)
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_DAY) return numberText(raw)
  const seconds = Math.round((serial % 1) * 86_400)
  const time = seconds === 0 ? '' : new Date(seconds * 1000).toISOString().slice(11, 19)
  if (serial < 1) return time
  const day = dayOfNumber(Math.floor(serial) + (date1904 ? EPOCH_1904 : EPOCH_1900))
  return time === '' ? day : `${day} ${time}`
}

function cellText(attributes: string, body: string, context: CellContext): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
  if (type === 'inlineStr') return textOfItem(body)
  const raw = /<v\b[^>]*>([\s\S]*?)<\/v>/.exec(body)?.[1] ?? ''
  if (raw === '' || type === 'e') return ''
  if (type === 's') return context.sharedStrings[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return unescapeXml(raw)
  const style = /\bs="(\d+)"/.exec(attributes)?.[1]
  const isDate = style !== undefined && context.dateStyles[Number(style)] === true
  return isDate ? dateText(raw, context.date1904) : numberText(raw)
}

/** The cells of one `<row>`, empty ones filled in. */
export function rowCells(xml: string, context: CellContext): string[] {
  const cells: string[] = []
  for (const match of xml.matchAll(CELL)) {
    const column = columnOf(match[1] ?? '', cells.length)
    if (column >= MOST_COLUMNS) continue
    while (cells.length < column) cells.push('')
    cells[column] = cellText(match[1] ?? '', match[2] ?? '', context)
  }
  return cells
}

/** Number formats that show a day or time: the built-in ones, and own ones with y, m, d, h or s outside quotes. */
export function dateStylesOf(stylesXml: string): boolean[] {
  const own = new Map<string, boolean>()
  for (const match of stylesXml.matchAll(/<numFmt\b[^>]*>/g)) {
    const id = /\bnumFmtId="(\d+)"/.exec(match[0])?.[1]
    const code = unescapeXml(/\bformatCode="([^"]*)"/.exec(match[0])?.[1] ?? '')
    if (id !== undefined) own.set(id, /[ymdhs]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
  }
  const cellStyles = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(stylesXml)?.[0] ?? ''
  return [...cellStyles.matchAll(/<xf\b[^>]*>/g)].map((match) => {
    const id = /\bnumFmtId="(\d+)"/.exec(match[0])?.[1] ?? '0'
    return own.get(id) ?? isBuiltInDate(Number(id))
  })
}

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}
