/** SRV-07: the customer did not understand a section: it is explained again before anything is confirmed. */
import { ok, transition, type Decision } from '@anpei/domain/kernel'
import { introductionLifecycle, SHEET_SECTIONS, type SheetSectionCode } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { findIntroduction, saveIntroduction } from './store-introductions.ts'

type Asked = { readonly section: SheetSectionCode; readonly question: string }

export async function askIntroductionAgain(
  tx: Tx,
  introductionId: string,
  { section, question }: Asked,
): Promise<Decision<null>> {
  const found = await findIntroduction(tx, introductionId, { lock: true })
  if (!found.ok) return found
  const { id, state, personId, secret } = found.value
  const step = transition(introductionLifecycle, 'askAgain', state)
  if (!step.ok) return step
  const asked = `“${SHEET_SECTIONS[section]}”没有看明白${question === '' ? '' : `：${question}`}`
  await saveIntroduction(tx, id, step.value, { secret: { ...secret, asked } })
  tx.record({ name: 'introduction.asked_again', subject: { kind: 'introduction', id }, personId, facts: { section } })
  return ok(null)
}
