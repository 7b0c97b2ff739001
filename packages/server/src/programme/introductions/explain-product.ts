/**
 * SRV-07, 保险法 17: a product was explained: which version, by whom, when, over which channel, which sections. The sheet
 * as it was shown is kept with the record.
 */
import type { IntroductionView, explainProduct as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { transition, type Decision } from '@anpei/domain/kernel'
import { decideExplanation, introductionLifecycle, introductionSheet } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { productsOf } from './products.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'
import { introductionAnswer } from './views-introductions.ts'

export async function explainProduct(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, params.introductionId, { lock: true })
  if (!found.ok) return found
  const one = found.value
  const step = transition(introductionLifecycle, 'explain', one.state)
  if (!step.ok) return step
  const { versionId, channel, sections, note } = body
  const allowed = decideExplanation(one.compared, versionId, sections)
  if (!allowed.ok) return allowed
  const products = await productsOf(tx, [versionId])
  if (!products.ok) return products
  const sheet = products.value.flatMap(({ version }) => introductionSheet(version))
  await saveIntroduction(tx, one.id, step.value, {
    explained: { versionId, sheet, sections, channel },
    secret: { ...one.secret, explainedNote: note, asked: '' },
  })
  tx.record({
    name: 'introduction.explained',
    subject: { kind: 'introduction', id: one.id },
    personId: one.personId,
    facts: { versionId, channel, sections },
  })
  return introductionAnswer(tx, one.id)
}
