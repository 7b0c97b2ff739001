/**
 * SRV-06: what a term is worth. In an article: where it stands (title, keywords, text), against the article's length.
 * In a question: a known word counts more than a pair of characters; an article that denies what the question says is
 * about something else; of a tale the pairs count less than what it is told with. Rarity is counted by the store when
 * it searches; whether a reader was helped moves an article by at most a tenth.
 */
import { termsOf } from './segment.ts'
import { storyIntents } from './story.ts'
import type { Dictionary } from './synonyms.ts'

export type Searchable = { readonly title: string; readonly keywords: string; readonly body: string }
export type TermWeight = { readonly term: string; readonly weight: number }

const FIELD_WEIGHTS = { title: 4, keywords: 3, body: 1 } as const
const SATURATION = 2.5
const COMMON_LENGTH = 220
const WORD_WEIGHT = 2.5
const AFFIRMED_WEIGHT = 1.25
const DENIED_WEIGHT = -0.8
export const MOST_QUESTION = 200
const MOST_QUESTION_TERMS = 60
const TOLD_PAIR_WEIGHT = 0.2

export function articleTerms(article: Searchable, dictionary: Dictionary): TermWeight[] {
  const found = new Map<string, number>()
  let length = 0
  for (const field of ['title', 'keywords', 'body'] as const) {
    for (const [term, times] of termsOf(article[field], dictionary)) {
      found.set(term, (found.get(term) ?? 0) + times * FIELD_WEIGHTS[field])
      length += times
    }
  }
  const soft = SATURATION * (0.5 + (0.5 * length) / COMMON_LENGTH)
  return [...found].map(([term, times]) => ({ term, weight: rounded(times / (times + soft)) }))
}

export function questionTerms(question: string, dictionary: Dictionary): TermWeight[] {
  const weights = new Map<string, number>()
  const asked = question.slice(0, MOST_QUESTION)
  const terms = new Set(termsOf(asked, dictionary).keys())
  const intents = storyIntents(asked, terms)
  const pairWeight = intents.length > 0 ? TOLD_PAIR_WEIGHT : 1
  for (const term of terms) {
    weights.set(term, /^[=!]/.test(term) ? WORD_WEIGHT : pairWeight)
    // Who has no invoice reads about invoices, where nothing is written about having none.
    const affirmed = `=${term.slice(1)}`
    if (term.startsWith('!') && !weights.has(affirmed)) weights.set(affirmed, AFFIRMED_WEIGHT)
    // “小伤没有住院” is no answer to who lies in hospital.
    const denied = `!${term.slice(1)}`
    if (term.startsWith('=') && !weights.has(denied)) weights.set(denied, DENIED_WEIGHT)
  }
  for (const { term, weight } of intents) if (!weights.has(term)) weights.set(term, weight)
  return [...weights]
    .map(([term, weight]) => ({ term, weight }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_QUESTION_TERMS)
}

/** 0.9 to 1.1; few answers move little. */
export function helpfulness(yes: number, no: number): number {
  return rounded(0.9 + (0.2 * (yes + 2)) / (yes + no + 4))
}

/** The best article answers too little of the question: the asker is told so, and the owner hears of it. */
export const WEAK_SHARE = 0.22

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
