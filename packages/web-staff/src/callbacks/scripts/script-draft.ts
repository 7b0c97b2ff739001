/** A version of what is asked, as it is edited (CBK-02): questions keep their codes, new ones get the next free one. */
import type { CallbackScript, proposeCallbackScript } from '@anpei/contract/callbacks'
import type { Sent } from '@anpei/contract/kernel'
import { freeCode } from '../../kit/index.ts'

type Question = CallbackScript['questions'][number]
type ChoiceDraft = Partial<Question['choices'][number]>
type QuestionDraft = Partial<Omit<Question, 'choices'>> & { choices?: ChoiceDraft[] }
export type ScriptDraft = {
  name: string
  opening: string
  closing: string
  identity: string[]
  questions: QuestionDraft[]
  validFrom: string
  reason: string
}
type Body = NonNullable<Sent<typeof proposeCallbackScript>['body']>

export function draftOf({ name, opening, closing, identity, questions }: CallbackScript, today: string): ScriptDraft {
  return { name, opening, closing, identity, questions, validFrom: today, reason: '' }
}

/** What of a half-filled form can be shown and sent; lines without words are left out. */
function questionsOf(drafts: readonly QuestionDraft[]): Question[] {
  const taken = new Set(drafts.flatMap((one) => one.code ?? []))
  return drafts.flatMap((one) => {
    const { text = '', kind = 'choice', must = false, choices = [] } = one
    if (text.trim() === '') return []
    const code = one.code || freeCode('q', taken)
    return [{ code, text: text.trim(), kind, must, choices: kind === 'choice' ? choicesOf(choices) : [] }]
  })
}

function choicesOf(drafts: readonly ChoiceDraft[]): Question['choices'] {
  const taken = new Set(drafts.flatMap((one) => one.code ?? []))
  return drafts.flatMap(({ code, text = '', opens = null, detail = false }) =>
    text.trim() === '' ? [] : [{ code: code || freeCode('c', taken), text: text.trim(), opens: opens ?? null, detail }],
  )
}

export function bodyOf(draft: ScriptDraft, newest: CallbackScript): Body {
  const { name, opening, closing, validFrom, reason } = draft
  const identity = newest.identity.filter((one) => draft.identity.includes(one))
  const added = POINTS.filter((one) => draft.identity.includes(one) && !identity.includes(one))
  return {
    version: newest.version + 1,
    name,
    opening,
    closing,
    identity: [...identity, ...added],
    questions: questionsOf(draft.questions),
    validFrom,
    reason,
  }
}

const POINTS = ['name', 'birth', 'id_tail', 'home', 'case_no'] as const
