/** A form as it is edited: choices as lines, conditions as question and answer together; codes are given by itself. */
import type { FormDefinition } from '@anpei/contract/customers'
import { freeCode, type Choice } from '../kit/index.ts'

type FieldDraft = Omit<FormDefinition['fields'][number], 'choices'> & { choices: string }
type StepDraft = { step: FormDefinition['steps'][number]['step']; why: string; when: string[] }
export type FormDraft = { title: string; note: string; fields: FieldDraft[]; steps: StepDraft[] }

/** Stands in no code and in no answer of a choice. */
const BETWEEN = '='

export function draftOf(form: FormDefinition): FormDraft {
  return {
    title: form.title,
    note: form.note,
    fields: form.fields.map((field) => ({ ...field, choices: field.choices.map(([, word]) => word).join('\n') })),
    steps: form.steps.map(({ when, step, why }) => ({
      step,
      why,
      when: Object.entries(when).flatMap(([code, answers]) => answers.map((answer) => code + BETWEEN + answer)),
    })),
  }
}

/** An old choice keeps its code while its words stay; a new one, and a new question, get the next free code. */
export function definitionOf(draft: FormDraft, known: FormDefinition): Omit<FormDefinition, 'form' | 'version'> {
  const codes = new Set(draft.fields.map((field) => field.code))
  const fields = draft.fields.map((field) => {
    const code = field.code || freeCode('q', codes)
    const before = known.fields.find((one) => one.code === code)?.choices ?? []
    return {
      code,
      label: field.label.trim(),
      kind: field.kind,
      required: field.required ?? false,
      held: field.held ?? null,
      choices: field.kind === 'choice' ? choicesFrom(field.choices, before) : [],
    }
  })
  const steps = draft.steps.map(({ step, why, when }) => {
    const conditions: Record<string, string[]> = {}
    for (const one of when) {
      const [code = '', answer = ''] = one.split(BETWEEN)
      conditions[code] = [...(conditions[code] ?? []), answer]
    }
    return { step, why: why.trim(), when: conditions }
  })
  return { title: draft.title.trim(), note: (draft.note ?? '').trim(), fields, steps }
}

type Choices = FormDefinition['fields'][number]['choices']

function choicesFrom(lines: string, before: Choices): Choices {
  const taken = new Set(before.map(([code]) => code))
  return [...new Set(lines.split('\n').map((line) => line.trim()))]
    .filter((word) => word !== '')
    .map((word) => [before.find(([, known]) => known === word)?.[0] ?? freeCode('c', taken), word])
}

/** The answers a step may hang on: those of the choices that are saved already. */
export function whenChoices(draft: FormDraft | undefined, known: FormDefinition): Choice[] {
  const kept = new Set((draft?.fields ?? []).map((field) => field.code))
  return known.fields
    .filter((field) => kept.has(field.code))
    .flatMap((field) =>
      field.choices.map(([code, word]) => ({ value: field.code + BETWEEN + code, label: `${field.label}：${word}` })),
    )
}
