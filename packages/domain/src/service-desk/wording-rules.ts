/**
 * SRV-10: the rules of wording are data that the desk changes itself: what is missing, doubled or too long is found
 * before a second person sees the change, and what differs is told line by line.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { WordingRules } from './wording.ts'

const MOST_TERMS = 200
const MOST_WORDS = 60
const LONGEST_WORD = 20
const LONGEST_SAY = 120

export function checkRules(rules: WordingRules): Decision<WordingRules> {
  const what = faultOf(rules)
  return what === null ? ok(rules) : refuse('desk.wording_faulty', { what })
}

function faultOf({ introduction, terms, forbidden, tone, secrets, presence }: WordingRules): string | null {
  if (terms.length > MOST_TERMS || forbidden.length > MOST_TERMS) return `超过 ${MOST_TERMS} 条`
  const says = [introduction, ...terms, ...forbidden, tone, secrets, presence].map((one) => one.say)
  if (says.some((say) => say.trim() === '' || say.length > LONGEST_SAY)) return `提示要写，最多 ${LONGEST_SAY} 个字`
  const lists = [introduction.words, tone.words, ...terms.map((one) => one.plain), ...forbidden.map((one) => one.words)]
  if (lists.some((words) => words.length === 0 || words.length > MOST_WORDS))
    return `每一条要有 1 到 ${MOST_WORDS} 个词`
  const words = [...lists.flat(), ...terms.map((one) => one.term)]
  const bad = words.find((word) => word.trim() !== word || word === '' || word.length > LONGEST_WORD)
  if (bad !== undefined) return `“${bad}”要在 1 到 ${LONGEST_WORD} 个字，前后没有空格`
  const twice =
    doubled(terms.map((one) => one.term)) ?? doubled([...forbidden.flatMap((one) => one.words), ...tone.words])
  return twice === null ? null : `“${twice}”写了两次`
}

function doubled(words: readonly string[]): string | null {
  return words.find((word, at) => words.indexOf(word) !== at) ?? null
}

/** For the second person: the lines that go and those that come. */
export function rulesThatDiffer(before: WordingRules, after: WordingRules): { gone: string[]; come: string[] } {
  const [was, is] = [linesOf(before), linesOf(after)]
  return { gone: was.filter((line) => !is.includes(line)), come: is.filter((line) => !was.includes(line)) }
}

function linesOf({ introduction, terms, forbidden, tone, secrets, presence }: WordingRules): string[] {
  return [
    `自我介绍：${introduction.words.join('、')} → ${introduction.say}`,
    ...terms.map(({ term, plain, say }) => `专业词 ${term}：${plain.join('、')} → ${say}`),
    ...forbidden.map(({ words, say }) => `忌语 ${words.join('、')} → ${say}`),
    `语气：${tone.words.join('、')} → ${tone.say}`,
    `保密 → ${secrets.say}`,
    `仪容 → ${presence.say}`,
  ]
}
