/**
 * The slip of the counter on paper (NTF-01, LAW §6): A4, words of the notice in 20 pt, its number, and room for a
 * signature or a thumbprint, the day and a witness.
 */
import { readFile } from 'node:fs/promises'
import { startOfDay, type Day } from '@anpei/domain/kernel'
import { printedDay } from '@anpei/domain/notifications'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { PDF_FONT, pdfPrinter } from '../../files/index.ts'
import { GETA, undrawableBy } from './render-letter-glyphs.ts'

export type Slip = {
  readonly slipNo: string
  readonly title: string
  readonly text: string
  readonly printedOn: Day
  readonly unit: string
  readonly hotline: string
  readonly address: string
}

const LINE = '_'

function slipLayout(slip: Slip): TDocumentDefinitions {
  const created = new Date(startOfDay(slip.printedOn))
  const line = (label: string, length: number): Content => ({
    text: `${label}${LINE.repeat(length)}`,
    margin: [0, 14, 0, 0],
  })
  const lines = slip.text
    .replace(/^【[^】]*】/, '')
    .split(/(?<=[。；])/)
    .filter((one) => one.trim() !== '')
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    version: '1.7',
    language: 'zh-CN',
    info: {
      title: `签收单 ${slip.slipNo}`,
      author: slip.unit,
      creator: 'Anpei',
      producer: 'Anpei',
      creationDate: created,
    },
    defaultStyle: { font: PDF_FONT, fontSize: 18, lineHeight: 1.04 },
    content: [
      { text: slip.unit, alignment: 'center', fontSize: 16 },
      { text: '通知签收单', alignment: 'center', fontSize: 28, bold: true, margin: [0, 6, 0, 6] },
      { text: `签收单号：${slip.slipNo}`, bold: true },
      { text: `事由：${slip.title}`, bold: true, margin: [0, 4, 0, 12] },
      ...lines.map((text): Content => ({ text, fontSize: 20, margin: [0, 0, 0, 6] })),
      { text: `打印日期：${printedDay(slip.printedOn)}`, margin: [0, 12, 0, 0] },
      {
        unbreakable: true,
        stack: [
          { text: '以上内容我已经看过，或者由工作人员念给我听，已经明白。', margin: [0, 20, 0, 0], bold: true },
          line('签名或按手印：', 30),
          line('与通知对象的关系：', 26),
          line('日期：', 38),
          line('经办人（念给本人听、见证手印）：', 14),
        ],
      },
      {
        text: `电话 ${slip.hotline.replace(/ /g, '\u00a0')}　地址 ${slip.address}`,
        fontSize: 14,
        margin: [0, 28, 0, 0],
      },
    ],
  }
}

export async function renderSlip(slip: Slip): Promise<Buffer> {
  const { pdfmake, normal } = await pdfPrinter()
  const missing = undrawableBy(await readFile(normal))(slip.text)
  const text = missing.reduce((words, char) => words.replaceAll(char, GETA), slip.text)
  return pdfmake.createPdf(slipLayout({ ...slip, text })).getBuffer()
}
