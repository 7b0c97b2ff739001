/**
 * A paper that somebody signed (CLM-03, SRV-07, LAW §6): A4, large type, what it says, what is declared, the signature
 * as it was drawn or the photo of the thumbprint, who signed, who saw it, and when. Characters the font lacks stand
 * as 〓.
 */
import { dayOfInstant, startOfDay, type Instant } from '@anpei/domain/kernel'
import { printedMinute } from '@anpei/domain/notifications'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { PDF_FONT, pdfPrinter } from '../../files/index.ts'
import { drawableText } from './drawable-text.ts'

type Line = { readonly label: string; readonly value: string }

export type SignedPaper = {
  readonly title: string
  readonly no: string
  readonly lines: readonly Line[]
  readonly sections?: readonly { readonly title: string; readonly texts: readonly string[] }[]
  readonly statement: string
  /** Who signed, how, for whom: above the picture. */
  readonly signed: readonly Line[]
  /** A JPEG on white; null where the proof is a recording. */
  readonly picture: Buffer | null
  /** Who saw it: below the picture. */
  readonly seen: readonly Line[]
  readonly at: Instant
}

export async function drawSignedPaper(paper: SignedPaper): Promise<Buffer> {
  const { pdfmake } = await pdfPrinter()
  return pdfmake.createPdf(layout(paper, await drawableText())).getBuffer()
}

/** 2026年11月23日12时49分: a proof names its year. */
export function datedMinute(at: Instant): string {
  return `${dayOfInstant(at).slice(0, 4)}年${printedMinute(at)}`
}

function layout(paper: SignedPaper, drawable: (text: string) => string): TDocumentDefinitions {
  const { title, picture, sections = [] } = paper
  const created = new Date(startOfDay(dayOfInstant(paper.at)))
  const line = ({ label, value }: Line): Content => ({
    text: [{ text: `${label}：`, bold: true }, drawable(value)],
    margin: [0, 0, 0, 6],
  })
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    version: '1.7',
    language: 'zh-CN',
    info: { title: `${title} ${paper.no}`, creator: 'Anpei', producer: 'Anpei', creationDate: created },
    defaultStyle: { font: PDF_FONT, fontSize: 16, lineHeight: 1.04 },
    content: [
      { text: title, alignment: 'center', fontSize: 28, bold: true, margin: [0, 0, 0, 16] },
      ...paper.lines.map(line),
      ...sections.flatMap((section): Content[] => [
        { text: drawable(section.title), bold: true, fontSize: 20, margin: [0, 12, 0, 6] },
        ...section.texts.map((text): Content => ({ text: drawable(text), margin: [0, 0, 0, 6] })),
      ]),
      { text: drawable(paper.statement), margin: [0, 12, 0, 16] },
      {
        unbreakable: true,
        stack: [
          ...paper.signed.map(line),
          ...(picture
            ? [
                {
                  image: `data:image/jpeg;base64,${picture.toString('base64')}`,
                  fit: [360, 180] satisfies [number, number],
                  margin: [0, 4, 0, 8] satisfies [number, number, number, number],
                },
              ]
            : []),
          ...paper.seen.map(line),
          line({ label: '签署时间', value: datedMinute(paper.at) }),
        ],
      },
    ],
  }
}
