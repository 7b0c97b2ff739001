/**
 * SRV-02: what becomes of a caller in the menu. Every way out of it but one ends with a human: the key for a human at
 * once, a language with who speaks it, silence and a key that means nothing too; who asks to be called back is. Nobody
 * is asked a third time, and nobody is held back because it is late: out of hours the caller is told so and put through
 * to whoever is there.
 */
import type { Language } from '../identity/index.ts'
import type { CallPlan, PlanKey } from './call-plan.ts'
import type { Prompt, PromptOccasion } from './prompt.ts'

export type MenuAsked<P extends Prompt> = {
  readonly plan: CallPlan
  /** Those in force on this line. */
  readonly prompts: readonly P[]
  /** The key; null: none yet, or silence. */
  readonly pressed: string | null
  /** How often this caller was asked before. */
  readonly turn: number
  /** What the caller is known to speak; null: nobody knows. */
  readonly language: Language | null
  readonly isOpen: boolean
}

export type MenuAnswer<P extends Prompt> = {
  readonly plays: readonly P[]
  readonly next: 'ask' | 'human' | 'call_back'
  /** What was chosen by a key just now. */
  readonly chosen: Language | null
}

const MOST_TURNS = 2

export function nextOfMenu<P extends Prompt>(asked: MenuAsked<P>): MenuAnswer<P> {
  const { plan, pressed, turn } = asked
  if (pressed === null) return turn === 0 ? menu(asked, [...plan.opening, ...plan.menu]) : human(asked, null)
  const key = plan.keys.find((one) => one.key === pressed)
  if (key?.does === 'call_back')
    return { plays: playsOf(asked, ['call_back_noted'], spokenBy(asked, null)), next: 'call_back', chosen: null }
  if (key?.does === 'human' || key?.does === 'language') return human(asked, key)
  return turn < MOST_TURNS ? menu(asked, plan.menu) : human(asked, null)
}

/** What is played where nobody takes the call. */
export function playsUnanswered<P extends Prompt>(asked: MenuAsked<P>): readonly P[] {
  return playsOf(asked, asked.plan.unanswered, spokenBy(asked, null))
}

function menu<P extends Prompt>(asked: MenuAsked<P>, occasions: readonly PromptOccasion[]): MenuAnswer<P> {
  const offered = asked.plan.keys.flatMap(({ language }) => (language === null ? [] : [language]))
  const languages: Language[] = ['zh', ...offered.filter((one) => one !== 'zh')]
  const plays = occasions.flatMap((occasion) =>
    languages.flatMap((language) => asked.prompts.filter(isOf(occasion, language))),
  )
  return { plays, next: 'ask', chosen: null }
}

function human<P extends Prompt>(asked: MenuAsked<P>, key: PlanKey | null): MenuAnswer<P> {
  const { plan, isOpen } = asked
  const chosen = key?.language ?? null
  const occasions = isOpen ? plan.waiting : [...plan.outOfHours, ...plan.waiting]
  return { plays: playsOf(asked, occasions, spokenBy(asked, chosen)), next: 'human', chosen }
}

function spokenBy<P extends Prompt>(asked: MenuAsked<P>, chosen: Language | null): Language {
  return chosen ?? asked.language ?? 'zh'
}

/** In the caller's language where it was recorded, else in Mandarin. */
function playsOf<P extends Prompt>(
  { prompts }: MenuAsked<P>,
  occasions: readonly PromptOccasion[],
  language: Language,
): readonly P[] {
  return occasions.flatMap((occasion) => {
    const own = prompts.filter(isOf(occasion, language))
    return own.length > 0 ? own : prompts.filter(isOf(occasion, 'zh'))
  })
}

function isOf(occasion: PromptOccasion, language: Language): (prompt: Prompt) => boolean {
  return (prompt) => prompt.occasion === occasion && prompt.language === language
}
