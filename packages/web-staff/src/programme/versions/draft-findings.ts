/**
 * What is wrong with a draft while it is edited (PRG-09), at the place of the form it belongs to: `exclusions.2`,
 * `documents`, `premium`; empty = of the draft as a whole. The same reader and linter that the server asks at
 * publication; examples are worked out by the server alone.
 */
import { lintVersion, parseProgrammeVersion } from '@anpei/domain/programme'
import { listAt, textAt, type Data } from './definition.ts'
import { CLAIM_KIND_WORDS, FIELD_WORDS, NUMBERS, PARAMETERS, VEHICLES } from './parameters.ts'

export type DraftFinding = { readonly severity: 'error' | 'warning'; readonly text: string }
export type Places = ReadonlyMap<string, readonly DraftFinding[]>

const LISTS = ['benefits', 'exclusions', 'documents', 'promises', 'notes'] as const
const LIST_OF: Readonly<Record<string, string>> = { 责任免除: 'exclusions', 服务承诺: 'promises', 例子: 'examples' }

export function findingsByPlace(draft: Data): Places {
  const read = parseProgrammeVersion(draft)
  const found = read.ok
    ? lintVersion(read.value).map(({ severity, facts, zh }) => ({
        place: placeOf(draft, facts),
        severity,
        text: inWords(zh),
      }))
    : problemsOf(read.facts['problems']).map(unreadable)
  return Map.groupBy(found, ({ place }) => place)
}

function problemsOf(problems: unknown): string[] {
  return Array.isArray(problems) ? problems.filter((one) => typeof one === 'string') : []
}

const PATH = /“([A-Za-z_]+(?:\[\d+\])?(?:\.\w+(?:\[\d+\])?)*)”/

function unreadable(problem: string): DraftFinding & { place: string } {
  const path = PATH.exec(problem)?.[1] ?? ''
  const empty = problem.endsWith('应当是文字')
  return {
    place: placeOfPath(path),
    severity: 'error',
    text: empty ? `“${labelOf(path)}”没有填写。` : `${inWords(problem)}。`,
  }
}

/** Where the sentence names a field by its path, the word for it. */
function inWords(text: string): string {
  return text
    .replace(PATH, (_, path: string) => `“${labelOf(path)}”`)
    .replace(/（([a-z_]+)）/, (_, kind: string) => `（${CLAIM_KIND_WORDS[kind] ?? kind}）`)
}

function labelOf(path: string): string {
  const parts = path.split('.')
  const [name = '', ...before] = parts.reverse()
  const word =
    FIELD_WORDS[name] ??
    NUMBERS[name]?.title ??
    PARAMETERS[name]?.title ??
    VEHICLES[name] ??
    CLAIM_KIND_WORDS[name] ??
    name
  const paper = /^documents\[(\d+)\]$/.exec(before[0] ?? '')
  if (paper && before.length > 1) return `第 ${paper[1]} 样材料的${word}`
  return before[0] === 'sources' ? `${word}的出处` : word
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
