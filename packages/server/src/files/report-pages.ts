/** A report as printed pages and as a workbook: the same tables in both. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { PDF_FONT, pdfPrinter } from './pdf-printer.ts'
import { workbookFile } from './workbook-file.ts'

type ReportTable = {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly note: string
}
export type ReportPages = {
  readonly title: string
  readonly summary: string
  readonly tables: readonly ReportTable[]
}

const INK = '#16262d'
const LINE = '#c8d4d9'
const BODY = 9

export async function reportPdf(report: ReportPages, madeAt: string): Promise<Buffer> {
  const { pdfmake } = await pdfPrinter()
  const page: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 40, 36, 40],
    info: { title: report.title },
    defaultStyle: { font: PDF_FONT, fontSize: BODY, color: INK },
    footer: (current, total) => ({
      text: `${report.title}　生成 ${madeAt}　第 ${current}/${total} 页`,
      alignment: 'center',
      fontSize: 8,
      margin: [0, 12, 0, 0],
    }),
    content: [
      { text: report.title, fontSize: 18, bold: true },
      { text: report.summary, fontSize: 12, margin: [0, 6, 0, 4] },
      ...report.tables.flatMap(drawn),
    ],
  }
  return pdfmake.createPdf(page).getBuffer()
}

function drawn(table: ReportTable): Content[] {
  const head: Content = { text: table.title, fontSize: 13, bold: true, margin: [0, 14, 0, 4] }
  const note: Content = { text: table.note, fontSize: 8, margin: [0, 3, 0, 0] }
  if (table.rows.length === 0) return [head, note]
  return [
    head,
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: table.head.map((_, column) => (isLong(table, column) ? '*' : 'auto')),
        body: [
          table.head.map((text) => ({ text, bold: true, fillColor: '#eef3f5' })),
          ...table.rows.map((row) =>
            row.map(
              (cell) => ({ text: String(cell), alignment: typeof cell === 'number' ? 'right' : 'left' }) as const,
            ),
          ),
        ],
      },
      layout: { hLineColor: () => LINE, vLineColor: () => LINE, hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
    },
    note,
  ]
}

/** Columns of sentences share the room that is left. */
function isLong(table: ReportTable, column: number): boolean {
  return table.rows.some((row) => String(row[column] ?? '').length > 10)
}

export function reportWorkbook(report: ReportPages): Promise<Buffer> {
  const summary = { name: '摘要', widths: [110], rows: [[report.title], [report.summary]] }
  const sheets = report.tables.map((table) => ({
    name: sheetName(table.title),
    widths: table.head.map((_, column) => (isLong(table, column) ? 34 : 12)),
    rows: [table.head, ...table.rows, ...(table.note === '' ? [] : [[], [table.note]])],
  }))
  return workbookFile([summary, ...sheets])
}

/** A sheet's name has at most 31 characters and no brackets of its own. */
function sheetName(title: string): string {
  return title.replace(/（.*$/, '').slice(0, 31)
}
