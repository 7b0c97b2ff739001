/** CMP-05, CMP-12: who may lead, own a step or be reported to: people present who may see complaints. */
import type { listMajorPeople as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { recusedAs } from '@anpei/domain/complaints'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { peopleHolding } from '../people-holding.ts'
import { findComplaint } from '../store.ts'

export async function listMajorPeople(
  tx: Tx,
  { params }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.coordinate')
  if (!found.ok) return found
  const people = await peopleHolding(tx, 'complaint.read')
  return ok({
    items: people.flatMap((one) => {
      const why = recusedAs(one, found.value)
      const { id, name, institution } = one
      return why === 'concerned' ? [] : [{ id, name, institution, mayAct: why === null }]
    }),
  })
}
