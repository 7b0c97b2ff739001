/**
 * How long a change of policy is shown and told ahead (PRG-08). No law read for this names the days: they are
 * parameters of the company (config/change-terms.json), shown with their source.
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'
import { readObject } from './object-reader.ts'

export type ChangeTerms = {
  /** 公示, both ends counted. */
  readonly displayDays: number
  /** Days between the last telling and the start of the version. */
  readonly noticeDays: number
  readonly cutNoticeDays: number
}

export function parseChangeTerms(data: unknown): Decision<ChangeTerms, 'programme.version_unreadable'> {
  const problems: string[] = []
  const reader = readObject(data, '', problems)
  const terms = {
    displayDays: reader.whole('displayDays', 1, 365),
    noticeDays: reader.whole('noticeDays', 0, 365),
    cutNoticeDays: reader.whole('cutNoticeDays', 0, 730),
  }
  const sources = reader.map('sources')
  for (const name of Object.keys(terms)) if (!sources[name]) problems.push(`“${name}”没有注明出处`)
  reader.noOtherFields()
  if (terms.cutNoticeDays < terms.noticeDays) problems.push('“cutNoticeDays”不能比“noticeDays”短')
  return problems.length === 0 ? ok(terms) : refuse('programme.version_unreadable', { problems })
}
