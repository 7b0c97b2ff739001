/**
 * The signed application on paper (CLM-03, LAW §6): A4, large type, what was declared, the signature as it was drawn or
 * the photo of the thumbprint, who signed for whom, who saw it, and when. Characters the font lacks stand as 〓.
 */
import { RELATIONS, SIGNING_WAYS, type Relation, type SigningWay, type Witness } from '@anpei/domain/claims'
import { dayOfInstant, startOfDay, type Instant } from '@anpei/domain/kernel'
import { printedMinute } from '@anpei/domain/notifications'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { PDF_FONT, pdfPrinter } from '../files/index.ts'
import { drawableText } from '../notifications/index.ts'
import type { Application } from './application-form.ts'

export type SignedApplication = {
  readonly form: Application
  readonly way: SigningWay
  readonly signerName: string
  readonly relation: Relation
  readonly witness: Witness | null
  readonly signedAt: Instant
  /** A JPEG on white. */
  readonly picture: Buffer
}

export async function drawApplication(signed: SignedApplication): Promise<Buffer> {
  const { pdfmake } = await pdfPrinter()
  return pdfmake.createPdf(layout(signed, await drawableText())).getBuffer()
}

function layout(signed: SignedApplication, drawable: (text: string) => string): TDocumentDefinitions {
  const { form, witness } = signed
  const created = new Date(startOfDay(dayOfInstant(signed.signedAt)))
  const line = (label: string, value: string): Content => ({
    text: [{ text: `${label}：`, bold: true }, drawable(value)],
    margin: [0, 0, 0, 6],
  })
  return {
    pageSize: 'A4',
    pageMargins: [56, 56, 56, 56],
    version: '1.7',
    language: 'zh-CN',
    info: { title: `理赔申请书 ${form.claimNo}`, creator: 'Anpei', producer: 'Anpei', creationDate: created },
    defaultStyle: { font: PDF_FONT, fontSize: 16, lineHeight: 1.04 },
    content: [
      { text: '理赔申请书', alignment: 'center', fontSize: 28, bold: true, margin: [0, 0, 0, 16] },
      ...form.rows.map(({ label, value }) => line(label, value)),
      { text: form.statement, margin: [0, 12, 0, 16] },
      {
        unbreakable: true,
        stack: [
          line('签署方式', SIGNING_WAYS[signed.way]),
          line('签署人', `${signed.signerName}（被保险人的${RELATIONS[signed.relation]}）`),
          line('代表', form.insuredName),
          {
            image: `data:image/jpeg;base64,${signed.picture.toString('base64')}`,
            fit: [360, 180],
            margin: [0, 4, 0, 8],
          },
          ...(witness === null
            ? []
            : [line('见证人', `${witness.name}（${RELATIONS[witness.relation]}），${witness.contact}`)]),
          line('签署时间', printedMinute(signed.signedAt)),
        ],
      },
    ],
  }
}
