/** SRV-02: what the customer wishes to speak, beside what whoever looks speaks. */
import type { SpokenLanguage } from '@anpei/contract/service-desk'
import { LANGUAGES, type Language } from '@anpei/domain/identity'
import type { Tx } from '../http/index.ts'
import { languagesOfStaff } from '../identity/index.ts'

export type Speaks = readonly string[]

export function mySpeech(tx: Tx): Promise<Speaks> {
  return languagesOfStaff(tx.db, tx.actor)
}

/** Null too for a word that is no language of ours. */
export function spokenOf(code: string | null, mine: Speaks): SpokenLanguage | null {
  const known = languageOf(code)
  return known === null ? null : { code: known, word: LANGUAGES[known], mine: mine.includes(known) }
}

function languageOf(code: string | null): Language | null {
  return CODES.find((one) => one === code) ?? null
}

const CODES: readonly Language[] = ['zh', 'teochew', 'hakka', 'cantonese', 'en']
