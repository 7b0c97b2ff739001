/** CUS-03: what the answers proposed is taken up or declined by a person, once; declining says why. */
import type { decideFormStep as route, FilledForm } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { NEXT_STEPS } from '@anpei/domain/customers'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockFilledForm, saveStepDecision } from './store-forms.ts'
import { loadPersonData } from '../store-persons.ts'
import { filledView } from './views-forms.ts'

export async function decideFormStep(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<FilledForm>> {
  const { db, actor } = tx
  const filled = await lockFilledForm(db, actor.tenantId, params.filledId)
  const step = filled?.steps.find((one) => one.step === params.step)
  if (!filled || !step || !(await loadPersonData(db, actor, 'care.write', filled.person_id))) {
    return refuse('request.not_found')
  }
  if (step.decision !== null) return refuse('customers.form_step_decided')
  const { decision, reason } = body
  if (decision === 'declined' && reason === '') return refuse('customers.form_reason_missing')
  const said = { decision, reason: reason || null, by: actor.id, at: tx.now }
  await saveStepDecision(db, actor.tenantId, params, said)
  tx.record({
    name: decision === 'accepted' ? 'form.step_accepted' : 'form.step_declined',
    subject: { kind: 'filled_form', id: filled.id },
    personId: filled.person_id,
    ...(reason ? { reason } : {}),
    facts: { step: params.step, stepWord: NEXT_STEPS[params.step], why: step.why },
  })
  const after = await lockFilledForm(db, actor.tenantId, filled.id)
  return after ? ok(await filledView(tx, after)) : refuse('request.not_found')
}
