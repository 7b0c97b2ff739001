/** SRV-07: a person recommends one of the products, or none, and says why; what the machine proposed stays with it. */
import type { IntroductionView, recommendProduct as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, refuse, transition, type Decision } from '@anpei/domain/kernel'
import { introductionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { productsOf } from './products.ts'
import { proposalOf, proposedWords } from '../versions/proposal-of.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function recommendProduct(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true })
  if (!found.ok) return found
  const one = found.value
  const step = transition(introductionLifecycle, 'recommend', one.state)
  if (!step.ok) return step
  const { versionId, reasons } = body
  if (versionId !== null && !one.compared.includes(versionId)) return refuse('introduction.not_compared')
  if (one.secret.needs === null) return refuse('introduction.needs_missing')
  const products = await productsOf(tx, one.compared)
  if (!products.ok) return products
  const lastDay = products.value.find((product) => product.versionId === versionId)?.version.inForceTo ?? null
  if (lastDay !== null && lastDay < dayOfInstant(tx.now)) return refuse('introduction.product_over')
  const proposal = await proposalOf(tx, one, products.value)
  const recommendation = { reasons, proposed: proposedWords(proposal, products.value) }
  await saveIntroduction(tx, one.id, step.value, {
    recommended: { versionId },
    secret: { ...one.secret, recommendation },
  })
  tx.record({
    name: 'introduction.recommended',
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    facts: { versionId, proposed: proposal?.versionId ?? null },
  })
  return introductionAnswer(tx, one.id)
}
