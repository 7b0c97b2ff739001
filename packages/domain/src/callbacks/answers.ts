/**
 * CBK-02: what the answers mean: whether people are satisfied, and what opens by itself: a follow-up for a bad answer,
 * a correction where telephone or address have changed, a new report where there was an accident.
 */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import { choiceOf, SATISFIED_QUESTION, type Question, type Script } from './scripts.ts'
import { isOpinion, OPINIONS, type ContactField, type FollowUpKind, type Satisfied } from './words.ts'

/** `choice`: the code chosen, `yes` or `no`; `text`: own words, the new telephone, the new address. */
export type GivenAnswer = { readonly choice: string; readonly text: string }
export type GivenAnswers = Readonly<Record<string, GivenAnswer>>

/** `text`: the customer's own words; where a choice says it all, the words of the choice. */
type Part = { readonly question: string; readonly text: string }
export type Opened = { readonly kind: FollowUpKind; readonly parts: readonly Part[] }
export type Meaning = {
  readonly satisfied: Satisfied
  readonly opened: readonly Opened[]
  /** What was confirmed as right. */
  readonly verified: readonly ContactField[]
}

const NOTHING: GivenAnswer = { choice: '', text: '' }

export function decideAnswers(script: Script, answers: GivenAnswers): Decision<Meaning> {
  const open = script.questions.filter((question) => question.must && !isAnswered(question, answers[question.code]))
  if (open.length > 0) return refuse('callback.question_open', { questions: open.map((one) => one.text).join('；') })
  const opened: Opened[] = []
  const verified: ContactField[] = []
  for (const question of script.questions) {
    const answer = answers[question.code] ?? NOTHING
    if (!isAnswered(question, answer)) continue
    const read = readAnswer(question, answer)
    if (!read.ok) return read
    if (read.value.opens) {
      opened.push({ kind: read.value.opens, parts: [{ question: question.text, text: wordsOf(question, answer) }] })
    }
    if (read.value.verified) verified.push(read.value.verified)
  }
  return ok({ satisfied: satisfiedBy(answers[SATISFIED_QUESTION]?.choice), opened: asOneTask(opened), verified })
}

/** What somebody thinks of us is one matter for one colleague, under its gravest name, with all that was said. */
function asOneTask(opened: readonly Opened[]): Opened[] {
  const opinions = opened.filter((one) => isOpinion(one.kind))
  const kind = OPINIONS.find((grave) => opinions.some((one) => one.kind === grave))
  const others = opened.filter((one) => !isOpinion(one.kind))
  return kind ? [{ kind, parts: opinions.flatMap((one) => one.parts) }, ...others] : others
}

function wordsOf(question: Question, answer: GivenAnswer): string {
  return answer.text || (question.kind === 'choice' ? (choiceOf(question, answer.choice)?.text ?? '') : '')
}

function isAnswered(question: Question, answer: GivenAnswer | undefined): boolean {
  return question.kind === 'text' ? (answer?.text ?? '') !== '' : (answer?.choice ?? '') !== ''
}

type Read = { readonly opens: FollowUpKind | null; readonly verified: ContactField | null }
const FINE: Decision<Read> = ok({ opens: null, verified: null })

function readAnswer(question: Question, answer: GivenAnswer): Decision<Read> {
  const unknown = refuse('callback.answer_unknown', { question: question.text })
  const detail = refuse('callback.detail_missing', { question: question.text })
  switch (question.kind) {
    case 'text':
      return ok({ opens: 'suggestion', verified: null })
    case 'choice': {
      const choice = choiceOf(question, answer.choice)
      if (!choice) return unknown
      return choice.detail && answer.text === '' ? detail : ok({ opens: choice.opens, verified: null })
    }
    case 'accident':
      if (answer.choice === 'no') return FINE
      return answer.choice === 'yes' ? ok({ opens: 'accident', verified: null }) : unknown
    case 'phone':
    case 'address': {
      const { kind } = question
      if (answer.choice === 'yes') return ok({ opens: null, verified: kind })
      if (answer.choice !== 'no') return unknown
      if (answer.text === '') return detail
      return ok({ opens: kind === 'phone' ? 'wrong_phone' : 'wrong_address', verified: null })
    }
  }
}

function satisfiedBy(choice: string | undefined): Satisfied {
  return choice === 'yes' || choice === 'no' ? choice : 'unclear'
}
