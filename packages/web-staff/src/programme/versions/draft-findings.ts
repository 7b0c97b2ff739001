/**
 * What is wrong with a draft while it is edited (PRG-09), at the place of the form it belongs to: `exclusions.2`,
 * `documents`, `premium`; empty = of the draft as a whole. The same reader and linter that the server asks at
 * publication; examples are worked out by the server alone.
 */
import { lintVersion, parseProgrammeVersion } from '@anpei/domain/programme'
import { listAt, textAt, type Data } from './definition.ts'
import { PARAMETERS } from './parameters.ts'

export type DraftFinding = { readonly severity: 'error' | 'warning'; readonly text: string }
export type Places = ReadonlyMap<string, readonly DraftFinding[]>

const LISTS = ['benefits', 'exclusions', 'documents', 'promises', 'notes'] as const
const LIST_OF: Readonly<Record<string, string>> = { 责任免除: 'exclusions', 服务承诺: 'promises', 例子: 'examples' }

export function findingsByPlace(draft: Data): Places {
  const read = parseProgrammeVersion(draft)
  const found = read.ok
    ? lintVersion(read.value).map(({ severity, facts, zh }) => ({ place: placeOf(draft, facts), severity, text: zh }))
    : unreadable(read.facts)
  return Map.groupBy(found, ({ place }) => place)
}

/** What cannot be read, each beside the field whose path stands with it. */
function unreadable(facts: Facts): (DraftFinding & { place: string })[] {
  const paths = listAt(facts, ['paths'])
  return listAt(facts, ['problems']).map((text, at) => ({
    place: placeOfPath(String(paths[at])),
    severity: 'error',
    text: `${String(text)}。`,
  }))
}

function placeOfPath(path: string): string {
  const item = /^(\w+)\[(\d+)\]/.exec(path)
  if (item) return `${item[1]}.${Number(item[2]) - 1}`
  const [first = ''] = path.split('.')
  return PLACES[first] ?? ''
}

const PLACES: Readonly<Record<string, string>> = {
  title: 'premium',
  eligibility: 'premium',
  premium: 'premium',
  parameters: 'parameters',
  ...Object.fromEntries(LISTS.map((list) => [list, list])),
}

type Facts = Readonly<Record<string, unknown>>

/** A finding of the linter names a list, a field by its path, or an item by its title. */
function placeOf(draft: Data, facts: Facts): string {
  const [list, path, title] = [textAt(facts, ['list']), textAt(facts, ['path']), titleOf(facts)]
  if (list !== '') return LIST_OF[list] ?? (list.startsWith('材料清单') ? 'documents' : '')
  if (path !== '') return placeOfPath(path) || (path in PARAMETERS ? 'parameters' : benefitAt(draft, path))
  if ('minAge' in facts) return 'premium'
  for (const name of LISTS) {
    const at = listAt(draft, [name]).findIndex((one) => one === title || textAt(one, ['title']) === title)
    if (at >= 0) return facts['claimKind'] === undefined ? `${name}.${at}` : 'documents'
  }
  return paperList(draft, title)
}

function titleOf(facts: Facts): string {
  return textAt(facts, ['title']) || textAt(facts, ['text'])
}

function benefitAt(draft: Data, path: string): string {
  const [code] = path.split('.')
  const at = listAt(draft, ['benefits']).findIndex((one) => textAt(one, ['code']) === code)
  return at < 0 ? '' : `benefits.${at}`
}

/** The list a paper stands in; causes that nothing proves stand beside the lists. */
function paperList(draft: Data, title: string): string {
  const at = listAt(draft, ['documents']).findIndex((list) =>
    listAt(list, ['documents']).some((paper) => textAt(paper, ['title']) === title),
  )
  if (at >= 0) return `documents.${at}`
  return title === '交通事故' || title === '高空坠物' ? 'documents' : ''
}
