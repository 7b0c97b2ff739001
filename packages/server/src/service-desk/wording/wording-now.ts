/** The rules of wording a tenant answers by: its newest own version, else those that came with the program (SRV-10). */
import { WordingRuleSet } from '@anpei/contract/service-desk'
import type { Tx } from '../../http/index.ts'
import { shippedWording } from '../desk-data.ts'
import { newestWording } from './store-wording.ts'

export type WordingNow = { readonly version: number; readonly rules: WordingRuleSet }

export async function wordingNow(tx: Tx): Promise<WordingNow> {
  const own = await newestWording(tx)
  return own
    ? { version: own.version, rules: WordingRuleSet.parse(own.rules) }
    : { version: 1, rules: shippedWording() }
}
