/** CMP-12: what came of a 举报: examined, declined or transferred to the authority; it stands once confirmed. */
import type { concludeTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideConclusion } from '@anpei/domain/complaints'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { tipEntriesOf } from './store-tip-file.ts'
import { lockToExamine, saveTip, standing } from './work-on-tip.ts'

export async function concludeTip(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockToExamine(tx, params.tipId)
  if (!locked.ok) return locked
  const tip = locked.value
  const { outcome, authority, finding, result } = body
  const entries = (await tipEntriesOf(tx, tip)).map((entry) => entry.kind)
  const step = decideConclusion({ state: tip.state, outcome, authority, entries })
  if (!step.ok) return step
  tx.record({ name: 'whistleblow.concluded', subject: { kind: 'tip', id: tip.id } })
  const told = { conclusion: { finding, result, authority: outcome === 'transferred' ? authority : '' } }
  await saveTip(tx, tip, { step: step.value, outcome, told })
  return standing(tip, step.value.to)
}
