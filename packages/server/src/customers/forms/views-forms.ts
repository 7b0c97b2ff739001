/** Forms and what was filled in, on screens (CUS-03): identifying answers masked, in the words of their version. */
import type {
  FilledForm,
  FormDefinition as FormView,
  listFilledForms as filledRoute,
  listForms as listRoute,
  startForm as startRoute,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskIdNumber, maskPhone, NEXT_STEPS, type FormDefinition, type HeldField } from '@anpei/domain/customers'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { changesOfKind } from '../../identity/index.ts'
import { FORM_CHANGE, formSubjectId } from './form-change.ts'
import { formInForce, formNames, versionsOf } from './form-definitions.ts'
import { openSecrets } from '../person-reads.ts'
import { filledFormsOf, type FilledRow } from './store-forms.ts'
import { loadPersonData, type PersonData } from '../store-persons.ts'

export async function listForms(tx: Tx): Promise<Decision<Answer<typeof listRoute>>> {
  const { db, actor } = tx
  const asked = { kind: FORM_CHANGE, state: 'waiting', subjectId: null, before: null, limit: 10 }
  const waiting = await changesOfKind(db, actor.tenantId, asked)
  const forms = await Promise.all(formNames().map((form) => formInForce(db, actor.tenantId, form)))
  return ok({
    forms: forms.map((form) => ({
      ...formView(form),
      waiting: waiting.some((change) => change.subject_id === formSubjectId(form.form)),
    })),
    can: holds(actor, 'care.lead') ? ['propose'] : [],
  })
}

export async function startForm(
  tx: Tx,
  { params }: Input<typeof startRoute>,
): Promise<Decision<Answer<typeof startRoute>>> {
  const person = await loadPersonData(tx.db, tx.actor, 'care.write', params.personId)
  if (!person) return refuse('request.not_found')
  const definition = await formInForce(tx.db, tx.actor.tenantId, params.form)
  const held = Object.entries(heldOf(tx, person)).map(([field, value]) => [field, masked(field, value)])
  return ok({ definition: formView(definition), held: Object.fromEntries(held) })
}

export async function listFilledForms(
  tx: Tx,
  { params, query }: Input<typeof filledRoute>,
): Promise<Decision<Answer<typeof filledRoute>>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'care.read', params.personId)
  if (!person) return refuse('request.not_found')
  const rows = await filledFormsOf(db, actor.tenantId, person.id, query.subjectId ?? null)
  const forms = await Promise.all(rows.map((row) => filledView(tx, row)))
  return ok({ forms, can: person.merged_into === null && holds(actor, 'care.write') ? ['fill'] : [] })
}

export async function filledView(tx: Tx, row: FilledRow): Promise<FilledForm> {
  const versions = await versionsOf(tx.db, tx.actor.tenantId, row.form)
  const definition = versions.find(({ version }) => version === row.version)
  if (!definition) throw new Error(`form ${row.form} version ${row.version} is lost`)
  const answers: Readonly<Record<string, string>> = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  const open = row.steps.some(({ decision }) => decision === null)
  return {
    id: row.id,
    form: row.form,
    title: definition.title,
    version: row.version,
    personId: row.person_id,
    subject:
      row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
    filledBy: row.filled_by_name,
    filledAt: row.filled_at,
    answers: definition.fields.flatMap(({ code, label, held, choices }) => {
      const answer = answers[code]
      if (answer === undefined) return []
      const word = choices.find(([choice]) => choice === answer)?.[1]
      return [{ label, answer: word ?? (held === null ? answer : masked(held, answer)) }]
    }),
    steps: row.steps.map((one) => ({ ...one, word: NEXT_STEPS[one.step] })),
    can: open && holds(tx.actor, 'care.write') ? ['decide'] : [],
  }
}

/** What the register holds and a form therefore does not ask. */
export function heldOf(tx: Tx, person: PersonData): Partial<Record<HeldField, string>> {
  const { idNumber, phone, address } = openSecrets(tx, person)
  return { name: person.name, idNumber, ...(phone ? { phone } : {}), ...(address ? { address } : {}) }
}

function masked(field: string, value: string): string {
  if (field === 'idNumber') return maskIdNumber(value)
  if (field === 'phone') return maskPhone(value)
  return field === 'address' ? `${value.slice(0, 12)}***` : value
}

export function formView(form: FormDefinition): FormView {
  return {
    ...form,
    fields: form.fields.map((field) => ({ ...field, choices: field.choices.map(([code, word]) => [code, word]) })),
    steps: form.steps.map(({ when, step, why }) => ({
      when: Object.fromEntries(Object.entries(when).map(([code, answers]) => [code, [...answers]])),
      step,
      why,
    })),
  }
}
