/** CUS-03: a form is filled for a person: only what we do not hold is asked; the answers stand sealed. */
import type { FilledForm, fillForm as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { decideAnswers, proposeSteps } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { formInForce } from './form-definitions.ts'
import { insertFilledForm, lockFilledForm } from './store-forms.ts'
import { loadPersonData } from '../store-persons.ts'
import { filledView, heldOf } from './views-forms.ts'

export async function fillForm(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<FilledForm>> {
  const { db, actor, vault } = tx
  const person = await loadPersonData(db, actor, 'care.write', params.personId)
  if (!person) return refuse('request.not_found')
  if (person.merged_into !== null) return refuse('customers.already_merged')
  const form = await formInForce(db, actor.tenantId, params.form)
  if (form.version !== body.version) return refuse('customers.form_replaced')
  const answers = decideAnswers(form, body.answers, heldOf(tx, person))
  if (!answers.ok) return answers
  const [id, salt] = [newId(), vault.newSalt()]
  const steps = proposeSteps(form, answers.value)
  await insertFilledForm(db, actor.tenantId, {
    id,
    form: form.form,
    version: form.version,
    personId: person.id,
    subject: body.subject,
    salt,
    sealed: vault.seal(salt, JSON.stringify(answers.value)),
    by: actor.id,
    at: tx.now,
    steps,
  })
  tx.record({
    name: 'form.filled',
    subject: body.subject ?? { kind: 'filled_form', id },
    personId: person.id,
    facts: { formId: id, title: form.title, version: form.version, steps: steps.map(({ step }) => step) },
  })
  const row = await lockFilledForm(db, actor.tenantId, id)
  return row ? ok(await filledView(tx, row)) : refuse('request.not_found')
}
