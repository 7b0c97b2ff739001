/**
 * SRV-10: what a colleague should look at before words reach a customer: introduce yourself first, plain words beside
 * each official term, no words that hurt, promise or push away, a calm tone, no number that tells who somebody is, and
 * how one appears face to face. It advises; it never stands in the way. Source: service etiquette of the handbook.
 */

export type WordingRules = {
  readonly introduction: { readonly words: readonly string[]; readonly say: string }
  readonly terms: readonly { readonly term: string; readonly plain: readonly string[]; readonly say: string }[]
  readonly forbidden: readonly { readonly words: readonly string[]; readonly say: string }[]
  readonly tone: { readonly words: readonly string[]; readonly say: string }
  readonly secrets: { readonly say: string }
  readonly presence: { readonly channels: readonly string[]; readonly say: string }
}

export type WordingFacts = {
  /** Nobody of us has answered this customer in the matter yet. */
  readonly firstAnswer: boolean
  readonly channel: string
  /** Whoever writes: the own name is an introduction. */
  readonly author: string
}

export const WORDING_RULES = {
  introduction: '自我介绍',
  term: '专业词要配平常话',
  forbidden: '服务忌语',
  tone: '语气',
  secret: '保密',
  presence: '仪容',
} as const
export type WordingRule = keyof typeof WORDING_RULES

/** `found`: the words it is about, empty where it is about what is missing. */
export type WordingHint = { readonly rule: WordingRule; readonly found: string; readonly say: string }

/** How far plain words may stand from their term, in characters. */
const BESIDE = 30
/** ID number or bank card: as people write them, with blanks or hyphens between. */
const SECRET = /(?<!\d)\d(?:[ -]?\d){14,18}(?:[ -]?[Xx])?(?![\dXx])/

export function checkWording(text: string, facts: WordingFacts, rules: WordingRules): readonly WordingHint[] {
  if (text.trim() === '') return []
  return [
    ...introductionOf(text, facts, rules),
    ...rules.terms.flatMap(({ term, plain, say }) =>
      text.includes(term) && !explained(text, term, plain) ? [hint('term', term, say)] : [],
    ),
    ...rules.forbidden.flatMap(({ words, say }) => first(text, words).map((found) => hint('forbidden', found, say))),
    ...toneOf(text, rules),
    ...(SECRET.exec(text) ?? [])
      .slice(0, 1)
      .map((found) => hint('secret', `…${found.replace(/[ -]/g, '').slice(-4)}`, rules.secrets.say)),
    ...(facts.firstAnswer && rules.presence.channels.includes(facts.channel)
      ? [hint('presence', '', rules.presence.say)]
      : []),
  ]
}

function hint(rule: WordingRule, found: string, say: string): WordingHint {
  return { rule, found, say }
}

function first(text: string, words: readonly string[]): readonly string[] {
  return words.filter((word) => text.includes(word)).slice(0, 1)
}

function introductionOf(text: string, { firstAnswer, author }: WordingFacts, rules: WordingRules) {
  const named = author !== '' && text.includes(author)
  const introduced = named || rules.introduction.words.some((word) => text.includes(word))
  return firstAnswer && !introduced ? [hint('introduction', '', rules.introduction.say)] : []
}

/** Said once beside the term is enough. */
function explained(text: string, term: string, plain: readonly string[]): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
    const around = text.slice(Math.max(0, at - BESIDE), at + term.length + BESIDE)
    if (plain.some((word) => around.includes(word))) return true
  }
  return false
}

function toneOf(text: string, { tone }: WordingRules): readonly WordingHint[] {
  const found = first(text, tone.words)[0] ?? /[!！]{2,}|[?？]{2,}/.exec(text)?.[0]
  return found === undefined ? [] : [hint('tone', found, tone.say)]
}
