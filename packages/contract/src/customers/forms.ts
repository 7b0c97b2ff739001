/** 信息采集 and 信息评估 (CUS-03): versioned forms, filled for a person, whose answers propose next steps. */
import { FIELD_KINDS, FORMS, HELD_FIELDS, NEXT_STEPS, PERSON_FORMS } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

export const FormName = keysOf(FORMS)
const PersonFormName = keysOf(PERSON_FORMS)
const formParams = z.object({ form: FormName })

export const FormDefinition = z
  .object({
    form: FormName,
    version: z.int(),
    title: z.string(),
    note: z.string(),
    fields: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        kind: keysOf(FIELD_KINDS),
        required: z.boolean(),
        /** What the register may hold: then it is not asked. */
        held: keysOf(HELD_FIELDS).nullable(),
        choices: z.array(z.tuple([z.string(), z.string()])),
      }),
    ),
    steps: z.array(
      z.object({
        when: z.record(z.string(), z.array(z.string())),
        step: keysOf(NEXT_STEPS),
        why: z.string(),
      }),
    ),
  })
  .meta({ id: 'FormDefinition', description: '表单' })
export type FormDefinition = z.output<typeof FormDefinition>

export const FilledForm = z
  .object({
    id: Id,
    form: FormName,
    title: z.string(),
    version: z.int(),
    personId: Id,
    subject: z.object({ kind: z.string(), id: Id }).nullable(),
    filledBy: z.string(),
    filledAt: Instant,
    /** In the words of the version it was filled on; what identifies is masked. */
    answers: z.array(z.object({ label: z.string(), answer: z.string() })),
    steps: z.array(
      z.object({
        step: keysOf(NEXT_STEPS),
        word: z.string(),
        why: z.string(),
        decision: z.enum(['accepted', 'declined']).nullable(),
        reason: z.string().nullable(),
        decidedBy: z.string().nullable(),
      }),
    ),
    can: Can,
  })
  .meta({ id: 'FilledForm', description: '填好的表单' })
export type FilledForm = z.output<typeof FilledForm>

export const listForms = route({
  id: 'listForms',
  method: 'GET',
  path: '/api/forms',
  permission: 'care.read',
  summary: '现行表单',
  answer: z.object({
    forms: z.array(FormDefinition.extend({ waiting: z.boolean() })),
    can: Can,
  }),
})
export const startForm = route({
  id: 'startForm',
  method: 'GET',
  path: '/api/persons/:personId/forms/:form',
  permission: 'care.write',
  summary: '为客户填表：要问什么、已经有什么（脱敏）',
  sensitive: true,
  params: personParams.extend({ form: PersonFormName }),
  answer: z.object({ definition: FormDefinition, held: z.record(z.string(), z.string()) }),
})
export const fillForm = route({
  id: 'fillForm',
  method: 'POST',
  path: '/api/persons/:personId/forms/:form',
  permission: 'care.write',
  summary: '填好表单，得到下一步建议',
  params: personParams.extend({ form: PersonFormName }),
  body: z.object({
    version: z.int(),
    answers: z.record(z.string().max(40), z.string().max(2000)),
    /** What it is filled for, for example a request of the desk. */
    subject: z
      .object({ kind: Text(40), id: Id })
      .nullable()
      .default(null),
  }),
  answer: FilledForm,
})
export const listFilledForms = route({
  id: 'listFilledForms',
  method: 'GET',
  path: '/api/persons/:personId/forms',
  permission: 'care.read',
  summary: '为客户填过的表单（新的在前）',
  sensitive: true,
  params: personParams,
  query: z.object({ subjectId: Id.optional() }),
  answer: z.object({ forms: z.array(FilledForm), can: Can }),
})
export const decideFormStep = route({
  id: 'decideFormStep',
  method: 'POST',
  path: '/api/filled-forms/:filledId/steps/:step',
  permission: 'care.write',
  summary: '采纳或不采纳建议（不采纳须写明理由）',
  params: z.object({ filledId: Id, step: keysOf(NEXT_STEPS) }),
  body: z.object({ decision: z.enum(['accepted', 'declined']), reason: MaybeText(300).default('') }),
  answer: FilledForm,
})
export const proposeFormVersion = route({
  id: 'proposeFormVersion',
  method: 'POST',
  path: '/api/forms/:form/versions',
  permission: 'care.lead',
  summary: '提出新版表单（第二人复核后发布）',
  params: formParams,
  body: z.object({ definition: FormDefinition.omit({ form: true, version: true }) }),
  answer: z.object({ changeId: Id }),
})
