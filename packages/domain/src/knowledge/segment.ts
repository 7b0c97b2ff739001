/**
 * SRV-06: a text becomes terms. Words of the dictionary become their head (`=住院津贴`), wherever they stand, also
 * inside longer ones; the rest becomes pairs of neighbouring characters, broken at words that only hold a sentence
 * together, so that an unknown word is still found by its pieces. No segmentation library: its dictionary changes
 * with the run time, and stored terms would no longer meet those of a question. A word that is denied is another term
 * (`!住院`): who was not in hospital asks for something else than who was.
 */
import { normalise } from './normalise.ts'
import type { Dictionary } from './synonyms.ts'

const HOLDING =
  '请问|想问|一下|怎么|怎样|怎麼|什么|可以|能不能|会不会|有没有|是不是|要不要|行不行|这个|那个|这些|那些|我们|你们|他们|' +
  '自己|时候|因为|所以|如果|还是|或者|已经|应该|现在|一个|哪个|哪些|[的了吗呢吧啊呀哦么嘛我你您他她它就也都还和跟或在是有把被让从到个着过要想会能该很太再又吃讲]'
const PARTING = new RegExp(`${HOLDING}|[^\\p{Script=Han}a-z0-9]+`, 'gu')
/** `没有住院` denies, `有没有住院` asks. */
const DENIED = /(?<!有)(?:没有|没|未)$/u
const HAN = /\p{Script=Han}/u
const LONGEST_TEXT = 20_000

/** Term → how often it stands in the text. */
export function termsOf(text: string, dictionary: Dictionary): Map<string, number> {
  const plain = normalise(text.slice(0, LONGEST_TEXT))
  const terms = new Map<string, number>()
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1)
  let deniedTo = 0
  for (let at = 0; at < plain.length; at++) {
    const words = (dictionary.get(plain[at] ?? '') ?? []).filter(({ word }) => plain.startsWith(word, at))
    if (words.length > 0 && DENIED.test(plain.slice(Math.max(0, at - 3), at))) {
      deniedTo = Math.max(deniedTo, at + (words[0]?.word.length ?? 0))
    }
    const denied = at < deniedTo
    for (const { head } of words) add(`${denied ? '!' : '='}${head}`)
  }
  for (const piece of plain.split(PARTING)) addPieces(piece, add)
  return terms
}

/** `跌倒住院` → 跌倒 倒住 住院; letters and digits stay together. */
function addPieces(piece: string, add: (term: string) => void): void {
  for (const run of piece.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? []) {
    if (!HAN.test(run)) add(run.slice(0, 30))
    else for (let at = 0; at + 2 <= run.length; at++) add(run.slice(at, at + 2))
  }
}
