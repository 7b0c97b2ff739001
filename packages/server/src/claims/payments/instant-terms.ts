/** The terms of a transfer at once, as data (CLM-12): its own limit and its patience; the version of the day counts. */
import { readFileSync } from 'node:fs'
import type { Day, Fen } from '@anpei/domain/kernel'
import { z } from 'zod'

const FILE = new URL('../../../../../config/bank-files/instant-transfer.json', import.meta.url)
const Terms = z.object({
  version: z.int().min(1),
  effectiveFrom: z.iso.date(),
  singleLimitFen: z.int().min(1),
  requestValidSeconds: z.int().min(30).max(3600),
  answerPatienceSeconds: z.int().min(1).max(60),
  askAgainSeconds: z.array(z.int().min(1)).min(1),
})

export type InstantTerms = Omit<z.output<typeof Terms>, 'singleLimitFen'> & { readonly singleLimitFen: Fen }

let versions: z.output<typeof Terms>[] | undefined

export function instantTerms(on: Day): InstantTerms {
  versions ??= z.object({ versions: z.array(Terms).min(1) }).parse(JSON.parse(readFileSync(FILE, 'utf8'))).versions
  const known = versions
    .filter((one) => one.effectiveFrom <= on)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  const terms = known[0]
  if (!terms) throw new Error(`config/bank-files/instant-transfer.json: no terms for ${on}`)
  return { ...terms, singleLimitFen: BigInt(terms.singleLimitFen) }
}
