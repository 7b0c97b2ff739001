/** SRV-07: needs and budget are written down by the form in force, and the products that stand side by side chosen. */
import type { IntroductionView, prepareIntroduction as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { decideAnswers } from '@anpei/domain/customers'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { introductionLifecycle } from '@anpei/domain/programme'
import { formInForce } from '../../customers/index.ts'
import type { Tx } from '../../http/index.ts'
import { productsOf } from './products.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function prepareIntroduction(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true })
  if (!found.ok) return found
  const one = found.value
  const step = transition(introductionLifecycle, 'prepare', one.state)
  if (!step.ok) return step
  const products = await productsOf(tx, body.products)
  if (!products.ok) return products
  const form = await formInForce(tx.db, tx.actor.tenantId, 'needs_and_budget')
  if (form.version !== body.version) return refuse('customers.form_replaced')
  const answers = decideAnswers(form, body.answers, {})
  if (!answers.ok) return answers
  const compared = products.value.map(({ versionId }) => versionId)
  const needs = { version: form.version, answers: answers.value }
  await saveIntroduction(tx, one.id, step.value, { compared, secret: { ...one.secret, needs } })
  tx.record({
    name: 'introduction.prepared',
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    facts: { formVersion: form.version, products: compared },
  })
  return introductionAnswer(tx, one.id)
}
