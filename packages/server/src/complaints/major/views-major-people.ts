/**
 * CMP-05, CMP-12: who may lead or own a step: people present who may see complaints; reported to are those of them who
 * decide on complaints (令2020-3 art. 7).
 */
import type { listMajorPeople as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { recusedAs } from '@anpei/domain/complaints'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { peopleHolding } from '../people-holding.ts'
import { findComplaint } from '../store.ts'
import { majorOf } from './store-major.ts'

export async function listMajorPeople(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.read')
  if (!found.ok) return found
  const leads = (await majorOf(tx, found.value))?.leaderId === tx.actor.id
  if (!leads && !holds(tx.actor, 'complaint.coordinate')) return refuse('complaint.major_not_yours')
  const [people, deciding] = await Promise.all([
    peopleHolding(tx, 'complaint.read'),
    peopleHolding(tx, 'complaint.approve'),
  ])
  const receivers = new Set(deciding.map((one) => one.id))
  return ok({
    items: people.flatMap((one) => {
      const why = recusedAs(one, found.value)
      const { id, name, institution } = one
      return why === 'concerned' ? [] : [{ id, name, institution, mayAct: why === null, mayReceive: receivers.has(id) }]
    }),
  })
}
