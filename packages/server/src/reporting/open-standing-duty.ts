/** RPT-06: an ad-hoc duty (合作交流) is opened by hand. */
import type { openStandingDuty as route } from '@anpei/contract/reporting'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { decideOpeningByHand } from '@anpei/domain/reporting'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { dutyDef } from './duty-catalogue.ts'
import { insertInstances } from './store-duties.ts'

export async function openStandingDuty(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const duty = dutyDef(body.dutyCode)
  if (!duty) return refuse('duty.unknown_choice', { what: '职责' })
  const today = dayOfInstant(tx.now)
  const decision = decideOpeningByHand({ dueOn: body.dueOn, today, isAdHoc: duty.period === 'ad_hoc' })
  if (!decision.ok) return decision
  const id = newId()
  await insertInstances(tx.db, tx.actor.tenantId, tx.now, [
    {
      id,
      dutyCode: duty.code,
      guaranteeCode: duty.guarantee,
      version: duty.version,
      title: body.title,
      clause: duty.clause,
      proof: duty.proof,
      periodKey: id,
      fromOn: today,
      toOn: body.dueOn,
      dueOn: body.dueOn,
      openedBy: tx.actor.id,
    },
  ])
  tx.record({
    name: 'duty.opened_by_hand',
    subject: { kind: 'duty', id },
    facts: { duty: duty.code, dueOn: body.dueOn },
  })
  return ok({ id })
}
