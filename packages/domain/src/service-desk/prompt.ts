/**
 * SRV-02: what a caller hears before a human answers: recorded prompts, each for an occasion, in a language, for one
 * line or for all of them. The newest version that is valid on the day is played, a line's own before the common one.
 */
import type { Language } from '../identity/index.ts'
import type { Day } from '../kernel/index.ts'
import type { CallLine } from './call.ts'

export const PROMPT_OCCASIONS = {
  greeting: '问候',
  recorded: '通话录音告知',
  choose_language: '请选择语言',
  keys: '按键说明',
  waiting: '请稍候',
  out_of_hours: '非服务时间',
  call_back_offered: '没有接通，会给您回电',
  call_back_noted: '已记下，会给您回电',
} as const
export type PromptOccasion = keyof typeof PROMPT_OCCASIONS

/** `every`: where a line has none of its own. */
export type PromptLine = CallLine | 'every'

export type Prompt = {
  readonly id: string
  readonly line: PromptLine
  readonly occasion: PromptOccasion
  readonly language: Language
  readonly version: number
  /** What is said, word by word. */
  readonly words: string
  readonly validFrom: Day
}

/** The prompts a caller of this line hears on this day, one for each occasion and language. */
export function promptsInForce<P extends Prompt>(all: readonly P[], line: CallLine, day: Day): readonly P[] {
  const meant = all.filter((one) => one.validFrom <= day && (one.line === line || one.line === 'every'))
  return meant.filter((one) => !meant.some((other) => sameUse(one, other) && goesBefore(other, one)))
}

function sameUse(one: Prompt, other: Prompt): boolean {
  return one.occasion === other.occasion && one.language === other.language
}

function goesBefore(one: Prompt, other: Prompt): boolean {
  return one.line === other.line ? one.version > other.version : one.line !== 'every'
}
