/**
 * A table somebody hands us: the roster, a bank's return file. What it is, its limits, and how reading it ends early.
 */
import type { Readable } from 'node:stream'
import type { FileRefusal } from '@anpei/domain/files'
import { refuse } from '@anpei/domain/kernel'
import type { Facts, Refusal } from '@anpei/domain/kernel'

export type TableEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be'
/** `rowNo` is the number a spreadsheet shows; `cells` has at least as many entries as there are columns. */
export type TableRow = { readonly rowNo: number; readonly cells: readonly string[] }
export type Table = {
  /** The header, without spaces. */
  readonly columns: readonly string[]
  /** Throws `TableUnreadable` when the file turns out to be damaged, cut off or too large further down. */
  readonly rows: AsyncIterable<TableRow>
  /** null for a workbook. */
  readonly encoding: TableEncoding | null
  readonly format: 'csv' | 'xlsx'
}
export type ByteSource = string | Readable | AsyncIterable<Uint8Array>

export type TableLimits = {
  readonly maxBytes: number
  readonly maxRows: number
  readonly maxColumns: number
  /** Characters of one row of text. */
  readonly maxRowChars: number
}
export const TABLE_LIMITS: TableLimits = {
  maxBytes: 200 * 1024 * 1024,
  maxRows: 2_000_000,
  maxColumns: 256,
  maxRowChars: 256 * 1024,
}

/** Where reading stands, so that a fault found anywhere can name the row. */
export type ReadingPosition = { rowNo: number }

/** Carries the refusal out of the middle of a stream, where no value can be returned any more. */
export class TableUnreadable extends Error {
  readonly refusal: Refusal<FileRefusal>
  constructor(code: FileRefusal, facts: Facts = {}) {
    super(code)
    this.name = 'TableUnreadable'
    this.refusal = refuse(code, facts)
  }
}
