/** CLM-14: when an open claim will probably be finished, from what the nightly run learnt. */
import { claimStays } from '@anpei/domain/claims'
import { dayEndingAt, type Instant } from '@anpei/domain/kernel'
import { expectedFinish, remainingBy, sayableFinish, type ExpectedFinish } from '@anpei/domain/sla'
import type { Tx } from '../http/index.ts'
import { calendarsOf } from '../sla/index.ts'
import { openLife } from './store-forecast.ts'

/** Null where too little is known, or only what the promise `dueAt` forbids to say: then that day is what is said. */
export async function finishOf(
  tx: Pick<Tx, 'app' | 'db' | 'actor' | 'now'>,
  claimId: string,
  dueAt: Instant | null,
): Promise<ExpectedFinish | null> {
  const [life, { byId }] = await Promise.all([openLife(tx.db, tx.actor.tenantId, claimId), calendarsOf(tx)])
  const desk = byId.get('desk')
  if (!life || !desk) return null
  const { stays, outcome } = claimStays(life.events ?? [], desk, tx.now)
  const here = stays.at(-1)
  if (outcome !== 'open' || !here) return null
  const open = { class: life.class, stage: here.stage, secondsInStage: here.seconds }
  const left = remainingBy({ [life.class]: life.points }, open)
  if (!left.ok) return null
  const finish = expectedFinish(left.value, desk, tx.now)
  return finish.ok ? sayableFinish(finish.value, dueAt && dayEndingAt(dueAt)) : null
}
