/**
 * The file for the bank, made from the stored rows whenever it is asked for: the same rows give the same bytes, so a
 * crash
 * while it is written loses nothing (CLM-12). CSV by the bank's template, or ISO 20022 pain.001.001.09.
 */
import { formatYuan, type Fen, type Instant } from '@anpei/domain/kernel'
import iconv from 'iconv-lite'
import { XMLBuilder } from 'fast-xml-parser'
import { bankTemplate, type BankTemplate } from './bank-template.ts'

export type BankPayment = {
  readonly paymentNo: string
  readonly holderName: string
  readonly account: string
  readonly bank: string | null
  readonly amountFen: Fen
}
export type BankBatch = {
  readonly batchNo: string
  readonly format: string
  readonly madeAt: Instant
  readonly payments: readonly BankPayment[]
}
export type BankFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer }

const PAIN_001 = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09'

export function bankFile(batch: BankBatch): BankFile {
  const template = bankTemplate()
  return batch.format === 'pain.001'
    ? {
        fileName: `${batch.batchNo}.xml`,
        mediaType: 'application/xml',
        bytes: Buffer.from(painXml(batch, template), 'utf8'),
      }
    : { fileName: `${batch.batchNo}.csv`, mediaType: 'text/csv', bytes: csvBytes(batch, template) }
}

/** `1234.50`: no sign, no separators. */
function plainYuan(fen: Fen): string {
  return formatYuan(fen).replace(/[¥,]/g, '')
}

function csvBytes(batch: BankBatch, template: BankTemplate): Buffer {
  const rows = [
    template.file.columns.map((column) => column.title),
    ...batch.payments.map((payment) => {
      const values = {
        ...payment,
        batchNo: batch.batchNo,
        bank: payment.bank ?? '',
        amountYuan: plainYuan(payment.amountFen),
        purpose: template.purpose,
      }
      return template.file.columns.map((column) => values[column.value])
    }),
  ]
  const text = rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
  return template.file.encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text, 'utf8')
}

/** A leading sign would be read as a formula by a spreadsheet; names and banks never begin with one lawfully. */
function csvCell(text: string): string {
  const safe = text.replace(/^[=+\-@\t\r]+/, '')
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function painXml(batch: BankBatch, { debtor, purpose }: BankTemplate): string {
  const sum = plainYuan(batch.payments.reduce((total, payment) => total + payment.amountFen, 0n))
  const count = String(batch.payments.length)
  const agent = (bic: string) => ({ FinInstnId: { BICFI: bic } })
  const document = {
    Document: {
      '@_xmlns': PAIN_001,
      CstmrCdtTrfInitn: {
        GrpHdr: {
          MsgId: batch.batchNo,
          CreDtTm: batch.madeAt,
          NbOfTxs: count,
          CtrlSum: sum,
          InitgPty: { Nm: debtor.name },
        },
        PmtInf: {
          PmtInfId: batch.batchNo,
          PmtMtd: 'TRF',
          NbOfTxs: count,
          CtrlSum: sum,
          ReqdExctnDt: { Dt: batch.madeAt.slice(0, 10) },
          Dbtr: { Nm: debtor.name },
          DbtrAcct: { Id: { Othr: { Id: debtor.account } } },
          DbtrAgt: agent(debtor.bic),
          CdtTrfTxInf: batch.payments.map((payment) => ({
            PmtId: { InstrId: payment.paymentNo, EndToEndId: payment.paymentNo },
            Amt: { InstdAmt: { '@_Ccy': 'CNY', '#text': plainYuan(payment.amountFen) } },
            CdtrAgt: { FinInstnId: { Nm: payment.bank ?? '未填' } },
            Cdtr: { Nm: payment.holderName },
            CdtrAcct: { Id: { Othr: { Id: payment.account } } },
            RmtInf: { Ustrd: purpose },
          })),
        },
      },
    },
  }
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: ' ', suppressEmptyNode: false })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(document)}`
}
