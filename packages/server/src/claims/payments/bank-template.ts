/** The bank's own file template, as data (CLM-12): columns and encoding out, columns and words back. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const FILE = new URL('../../../../../config/bank-files/demo-bank.json', import.meta.url)

const Template = z.object({
  name: z.string(),
  debtor: z.object({ name: z.string(), account: z.string(), bank: z.string(), bic: z.string() }),
  file: z.object({
    encoding: z.enum(['utf-8', 'gb18030']),
    columns: z
      .array(
        z.object({
          title: z.string(),
          value: z.enum(['batchNo', 'paymentNo', 'holderName', 'account', 'bank', 'amountYuan', 'purpose']),
        }),
      )
      .min(1),
  }),
  purpose: z.string(),
  return: z.object({
    paymentNo: z.string(),
    amountYuan: z.string(),
    outcome: z.string(),
    fault: z.string(),
    paidWords: z.array(z.string()),
    failedWords: z.array(z.string()),
  }),
  /** Columns of a statement of what came in (CLM-16). */
  statement: z.object({ reference: z.string(), receivedOn: z.string(), amountYuan: z.string(), text: z.string() }),
})
export type BankTemplate = z.output<typeof Template>

let loaded: BankTemplate | undefined

export function bankTemplate(): BankTemplate {
  return (loaded ??= Template.parse(JSON.parse(readFileSync(FILE, 'utf8'))))
}
