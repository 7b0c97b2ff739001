/**
 * CMP-12, L14: a 举报 is accepted, with who examines it; the sixty days of the law run from here. Whoever turns out to be
 * reported as well is kept out from now on.
 */
import type { acceptTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { tipLifecycle } from '@anpei/domain/complaints'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { hide, hidingOf } from './hiding.ts'
import { concernedBy, hearersOf } from './store-hearers.ts'
import { lockTip, saveTip, standing } from './work-on-tip.ts'

export async function acceptTip(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockTip(tx, params.tipId)
  if (!locked.ok) return locked
  const tip = locked.value
  const step = transition(tipLifecycle, 'accept', tip.state)
  if (!step.ok) return step
  const concerned = await concernedBy(tx, {
    words: '',
    concernedIds: [...tip.concernedIds, ...body.concernedIds],
    institutionId: tip.sellingInstitutionId,
  })
  const hearers = await hearersOf(tx, concerned)
  if (!hearers.ok) return hearers
  const examinerId = body.examinerId ?? tx.actor.id
  if (!hearers.value.some((one) => one.id === examinerId)) return refuse('tip.examiner_unfit')
  const subject = { kind: 'tip', id: tip.id }
  tx.record({ name: 'whistleblow.accepted', subject, facts: { examinerId } })
  await hide(tx, subject, hidingOf(concerned, hearers.value))
  await saveTip(tx, tip, { step: step.value, examinerId, concerned })
  return standing(tip, step.value.to)
}
