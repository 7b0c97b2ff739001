/** PRG-01: the terms a programme begins with from blank: every sum nothing, parameters at their default. */
import { readFileSync } from 'node:fs'
import { isRecord } from '@anpei/domain/programme'

const BLANK = new URL('../../../../../config/first-version.json', import.meta.url)

export function blankTerms(): Readonly<Record<string, unknown>> {
  const terms: unknown = JSON.parse(readFileSync(BLANK, 'utf8'))
  if (!isRecord(terms)) throw new Error('config/first-version.json is no version')
  return terms
}
