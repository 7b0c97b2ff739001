/**
 * How a decision letter looks on paper (CLM-11, LAW §6): A4, body 16 pt (20 pt for who sees badly), headings from
 * 22 pt, line height 1.5, page numbers, the case number on every page.
 * Layout only, no wording of its own beyond the headings.
 */
import { startOfDay } from '@anpei/domain/kernel'
import { type LetterContent, type LetterTable, printedDay } from '@anpei/domain/notifications'
import { PDF_FONT } from '../../files/index.ts'
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'

const BODY = 16
const LARGE_BODY = 20
const HEADING = 22
const SMALL = 12
const FOOT = 'foot'
/** The font's own line is 1.448 of its size; times this, a line is 1.5. */
const LINE_FACTOR = 1.04
const INK = '#111111'
const LINE = '#8a8a8a'

const RULED: CustomTableLayout = {
  hLineWidth: () => 0.8,
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingLeft: () => 4,
  paddingRight: () => 4,
  paddingTop: () => 6,
  paddingBottom: () => 4,
}

function bodySize(content: LetterContent): number {
  return content.largeType === true ? LARGE_BODY : BODY
}

function heading(text: string): Content {
  return { text, style: 'heading', headlineLevel: 1 }
}

/** Sums and days stay on one line; long texts break between characters. */
function cell(text: string, align: 'left' | 'right', bold = false): TableCell {
  return { text, alignment: align, bold, noWrap: /^[-−]?¥[\d,.]+$/.test(text) }
}

/** Roughly the printed lines of a table; a short one is kept together with its heading. */
function isShort(table: LetterTable): boolean {
  const lines = table.rows.reduce((sum, row) => sum + 1 + Math.floor(row.join('').length / 12), 0)
  return lines <= 16
}

function sumRow({ label, value }: { label: string; value: string }, span: number): TableCell[] {
  return [
    { text: label, bold: true, colSpan: span - 1 },
    ...Array.from({ length: span - 2 }, (): TableCell => ({})),
    { text: value, bold: true, alignment: 'right', fontSize: 18, noWrap: true },
  ]
}

function inCapitals(text: string): Content {
  return { text: `（${text}）`, alignment: 'right', bold: true, margin: [0, 4, 0, 0] }
}

function tableBlock(table: LetterTable): Content[] {
  const labelled = table.columns.length > 2
  const head = labelled ? [table.columns.map(({ label, align }) => cell(label, align, true))] : []
  const rows = table.rows.map((row) =>
    row.map(
      (text, i): TableCell =>
        labelled || i > 0 ? cell(text, table.columns[i]?.align ?? 'left') : { text, bold: true, noWrap: true },
    ),
  )
  const sum = table.total === undefined ? [] : [sumRow(table.total, table.columns.length)]
  const grid: Content[] = [
    heading(table.title),
    {
      table: {
        headerRows: head.length,
        keepWithHeaderRows: head.length,
        dontBreakRows: true,
        widths: table.columns.map(({ width }) => (width === 'fit' ? 'auto' : '*')),
        body: [...head, ...rows, ...sum],
      },
      layout: RULED,
    },
    ...(table.total === undefined ? [] : [inCapitals(table.total.inCapitals)]),
  ]
  return [
    ...(isShort(table) ? [{ stack: grid, unbreakable: true }] : grid),
    ...table.working.flatMap((working): Content[] => [
      { text: working.heading, bold: true, margin: [0, 10, 0, 2], headlineLevel: 1 },
      ...working.lines.map((line): Content => ({ text: line, margin: [16, 0, 0, 0] })),
    ]),
  ]
}

function headOf(content: LetterContent): Content[] {
  return [
    { text: content.masthead, alignment: 'center', fontSize: bodySize(content), margin: [0, 0, 0, 6] },
    { text: content.title, alignment: 'center', fontSize: 28, bold: true, margin: [0, 0, 0, 8] },
    {
      table: {
        widths: ['*'],
        body: [
          [
            {
              text: [
                '信函编号：',
                { text: content.letterNo, bold: true },
                '\n案件号：',
                { text: content.claimNo, bold: true },
                '\n查询进度时请说：',
                { text: content.progressCode, bold: true },
              ],
            },
          ],
        ],
      },
      layout: RULED,
      margin: [0, 0, 0, 12],
    },
  ]
}

function endOf(content: LetterContent): Content[] {
  return [
    {
      stack: [
        { text: content.signedBy.unit },
        { text: `经办人：${content.signedBy.handler}` },
        { text: printedDay(content.issuedOn) },
      ],
      alignment: 'right',
      margin: [0, 24, 0, 0],
      unbreakable: true,
    },
  ]
}

function bodyOf(content: LetterContent): Content[] {
  const paragraph = (text: string): Content => ({ text, margin: [0, 0, 0, 8], leadingIndent: bodySize(content) * 2 })
  const titled = (title: string, text: string): Content => ({
    text: [{ text: title, bold: true }, text],
    margin: [0, 0, 0, 8],
  })
  return [
    { text: content.salutation, bold: true, margin: [0, 0, 0, 8] },
    ...content.paragraphs.map(paragraph),
    ...content.tables.flatMap(tableBlock),
    ...(content.clauses.length === 0 ? [] : [heading('依据的条款')]),
    ...content.clauses.map(({ ref, text }) => titled(`${ref}：`, text)),
    ...(content.closing.length === 0 ? [] : [heading('请您留意')]),
    ...content.closing.map(paragraph),
    ...(content.remedies.length === 0 ? [] : [heading('如果您不同意，可以这样做')]),
    ...content.remedies.map(({ title, text }, i) => titled(`${i + 1}. ${title}。`, text)),
    {
      stack: [
        heading('怎样找到我们'),
        ...content.contacts.map(({ label, value }): Content => ({ text: [{ text: `${label}：`, bold: true }, value] })),
      ],
      unbreakable: true,
    },
  ]
}

/** The document for pdfmake; the same content gives the same document. */
export function letterLayout(content: LetterContent): TDocumentDefinitions {
  const creationDate = new Date(startOfDay(content.issuedOn))
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 64],
    version: '1.7',
    language: 'zh-CN',
    info: {
      title: `${content.title} ${content.letterNo}`,
      author: content.masthead,
      creator: 'Anpei',
      producer: 'Anpei',
      creationDate,
      modDate: creationDate,
    },
    defaultStyle: { font: PDF_FONT, fontSize: bodySize(content), lineHeight: LINE_FACTOR, color: INK },
    styles: { heading: { fontSize: HEADING, bold: true, margin: [0, 16, 0, 6] }, [FOOT]: { fontSize: SMALL } },
    footer: (page, pages) => ({
      columns: [
        { text: `案件号 ${content.claimNo}`, alignment: 'left', style: FOOT },
        { text: `第${page}页，共${pages}页`, alignment: 'right', style: FOOT },
      ],
      margin: [56, 16, 56, 0],
    }),
    /** A heading never stands alone at the foot of a page; what the foot itself says does not follow it. */
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 &&
      !nodes.getFollowingNodesOnPage().some(({ text, style }) => text !== undefined && style !== FOOT),
    content: [...headOf(content), ...bodyOf(content), ...endOf(content)],
  }
}
