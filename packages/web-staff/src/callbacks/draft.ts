/** What was answered so far, before it is sent (CBK-02). */
import type { answerCallback, ScriptView } from '@anpei/contract/callbacks'
import type { Sent } from '@anpei/contract/kernel'

export type Asked = ScriptView['questions'][number]
export type Draft = { readonly choice: string; readonly text: string }
export type Drafts = Readonly<Record<string, Draft>>
type Accident = NonNullable<NonNullable<Sent<typeof answerCallback>['body']>['accident']>
export type AccidentDraft = Partial<Accident>

export function isAnswered({ kind }: Asked, draft: Draft | undefined): boolean {
  return kind === 'text' ? (draft?.text ?? '') !== '' : (draft?.choice ?? '') !== ''
}

/** Whether own words are still missing beside the choice. */
export function needsDetail(question: Asked, draft: Draft | undefined): boolean {
  if (!draft || draft.text !== '') return false
  if (question.kind === 'phone' || question.kind === 'address') return draft.choice === 'no'
  return question.choices.some((choice) => choice.code === draft.choice && choice.detail)
}

export function answerText(question: Asked, draft: Draft | undefined): string {
  if (!draft || !isAnswered(question, draft)) return '没有说'
  const chosen =
    question.choices.find((choice) => choice.code === draft.choice)?.text ?? PLAIN[question.kind]?.[draft.choice]
  return [chosen ?? '', draft.text].filter((word) => word !== '').join('：')
}

/** Words of yes and no where the script names no choices. */
export const PLAIN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accident: { no: '没有', yes: '有' },
  phone: { yes: '没变', no: '变了' },
  address: { yes: '没变', no: '变了' },
}

/** A report is opened where day, kind and cause are known; else a colleague asks later. */
export function accidentOf(script: ScriptView, drafts: Drafts, accident: AccidentDraft): Accident | null {
  const asked = script.questions.find((question) => question.kind === 'accident')
  if (!asked || drafts[asked.code]?.choice !== 'yes') return null
  const { accidentOn, cause, kinds = [] } = accident
  if (!accidentOn || !cause || kinds.length === 0) return null
  return { accidentOn, cause, kinds, narrative: drafts[asked.code]?.text ?? '' }
}
