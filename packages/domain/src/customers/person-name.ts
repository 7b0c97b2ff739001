/**
 * CUS-01: names are compared and searched in one form: no spaces between characters, half-width letters, and one
 * middle dot (·) between the parts of a transcribed name, whatever dot the keyboard gave.
 */
import { ok, refuse } from '../kernel/index.ts'
import type { Decision } from '../kernel/index.ts'

export type NameRefusal = 'customers.name_missing' | 'customers.name_characters' | 'customers.name_length'

const PLAIN = /^[\u4e00-\u9fff]+$/
const DOTS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u00b7\u0387]/g
const LONGEST = 50

export function normaliseName(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(DOTS, '·')
    .replace(/(?<=\p{Script=Han})\s*[.·]\s*(?=\p{Script=Han})/gu, '·')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

/** A name that can stand in a record: letters, and inside it dots, spaces, hyphens or apostrophes. */
export function parseName(text: string): Decision<string, NameRefusal> {
  const name = normaliseName(text)
  if (name === '') return refuse('customers.name_missing')
  if (name.length > LONGEST) return refuse('customers.name_length', { length: name.length, longest: LONGEST })
  if (!/^[\p{L}\p{Co}〇](?:[\p{L}\p{M}\p{Co}〇·.' -]*[\p{L}\p{M}\p{Co}〇.])?$/u.test(name)) {
    return refuse('customers.name_characters')
  }
  return ok(name)
}

/** The distinct pairs of neighbouring characters a name is found by; a single character gives itself. */
export function nameGrams(name: string): string[] {
  const characters = [
    ...normaliseName(name)
      .toLowerCase()
      .replace(/[·.' -]/g, ''),
  ]
  if (characters.length < 2) return characters
  const grams = new Set<string>()
  for (let i = 1; i < characters.length; i++) grams.add(`${characters[i - 1]}${characters[i]}`)
  return [...grams]
}
