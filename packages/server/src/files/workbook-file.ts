/** Several tables as the sheets of one workbook. */
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { markBook, markedSheet, type Mark } from './watermark.ts'
import type { Cell } from './write-table.ts'

export type Sheet = {
  readonly name: string
  readonly widths: readonly number[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The first row of each sheet is its head: bold, and it stays in sight. */
export async function workbookFile(sheets: readonly Sheet[], mark?: Mark): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const out = new PassThrough()
  const bytes = buffer(out)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  markBook(workbook, mark)
  for (const { name, widths, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }], ...markedSheet(mark) })
    sheet.columns = widths.map((width) => ({ width }))
    for (const [at, row] of rows.entries()) {
      const line = sheet.addRow([...row])
      if (at === 0) line.font = { bold: true }
      line.commit()
    }
    sheet.commit()
  }
  await workbook.commit()
  return bytes
}
