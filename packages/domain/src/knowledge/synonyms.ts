/**
 * SRV-06: words that mean the same, as people say them, gathered under one head. A word stands under one head only;
 * the heads are the terms that articles and questions meet in.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { normalise } from './normalise.ts'

export type SynonymGroup = { readonly head: string; readonly words: readonly string[] }

export const MOST_GROUPS = 1000
export const MOST_WORDS = 60
const LONGEST_WORD = 12

/** The first fault makes the whole refused: a half-read table would find half. */
export function checkSynonyms(groups: readonly SynonymGroup[]): Decision<readonly SynonymGroup[]> {
  const faulty = (what: string) => refuse('knowledge.synonyms_faulty', { what })
  if (groups.length > MOST_GROUPS) return faulty(`超过 ${MOST_GROUPS} 组`)
  const seen = new Map<string, string>()
  for (const { head, words } of groups) {
    if (words.length > MOST_WORDS) return faulty(`“${head}”超过 ${MOST_WORDS} 个词`)
    for (const word of [head, ...words]) {
      const plain = normalise(word)
      if (plain.length < 1 || plain.length > LONGEST_WORD || /\s/.test(plain))
        return faulty(`“${word}”要在 1 到 ${LONGEST_WORD} 个字，中间没有空格`)
      const other = seen.get(plain)
      if (other !== undefined)
        return faulty(other === head ? `“${word}”在“${head}”里重复` : `“${word}”已经在“${other}”里`)
      seen.set(plain, head)
    }
  }
  return ok(groups)
}

/** First letter → words beginning with it, longest first, with their head. */
export type Dictionary = ReadonlyMap<string, readonly { readonly word: string; readonly head: string }[]>

export function dictionaryOf(groups: readonly SynonymGroup[]): Dictionary {
  const found = new Map<string, { word: string; head: string }[]>()
  for (const { head, words } of groups) {
    for (const raw of [head, ...words]) {
      const word = normalise(raw)
      const first = word[0] ?? ''
      found.set(first, [...(found.get(first) ?? []), { word, head }])
    }
  }
  for (const words of found.values()) words.sort((a, b) => b.word.length - a.word.length)
  return found
}
