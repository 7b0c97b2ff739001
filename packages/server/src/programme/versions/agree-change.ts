/** PRG-08: the internal approval, by somebody who neither made the version nor studied it. */
import type { agreeChange as route, ChangeView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { dayOfInstant, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { writeStep } from './change-step.ts'
import { changeAnswer, lockedStand } from './views-changes.ts'

export async function agreeChange(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ChangeView>> {
  const stand = await lockedStand(tx, params.changeId)
  if (!stand.ok) return stand
  const step = { kind: 'agreement', happenedOn: dayOfInstant(tx.now), content: { comment: body.comment } } as const
  const written = await writeStep(tx, stand.value, step, [])
  return written.ok ? changeAnswer(tx, stand.value.version.id) : written
}
