/** A table as the bytes of a file people open. */
import { buffer } from 'node:stream/consumers'
import type { Mark } from './watermark.ts'
import { writeCsv, writeXlsx, type Rows } from './write-table.ts'

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

export type TableFormat = keyof typeof MEDIA_TYPES

export async function tableFile(
  format: TableFormat,
  sheet: string,
  rows: Rows,
  mark?: Mark,
): Promise<{ mediaType: string; bytes: Buffer }> {
  return {
    mediaType: MEDIA_TYPES[format],
    bytes: await buffer(format === 'csv' ? writeCsv(rows) : writeXlsx(rows, sheet, mark)),
  }
}
