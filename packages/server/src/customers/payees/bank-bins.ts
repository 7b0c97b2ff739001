/** The banks' leading digits from config/banks (CUS-01), read once. */
import { readFileSync } from 'node:fs'
import { bankBinsOf, type BankBins, type BankBinSource } from '@anpei/domain/customers'

let bins: BankBins | undefined

export function bankBins(): BankBins {
  if (bins) return bins
  const source: BankBinSource = JSON.parse(
    readFileSync(new URL('../../../../../config/banks/bins.json', import.meta.url), 'utf8'),
  )
  return (bins = bankBinsOf(source))
}
