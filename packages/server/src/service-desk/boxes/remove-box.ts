/** SRV-02: a box that is taken down owes no opening any more; what its openings say stays. */
import type { Input } from '@anpei/contract/kernel'
import type { ComplaintBox, removeBox as route } from '@anpei/contract/service-desk'
import { decideRemoval } from '@anpei/domain/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockBox, removeBoxRow, waitsForWitness } from './store-boxes.ts'
import { settleBox } from './store-box-due.ts'
import { boxView } from './views-boxes.ts'

export async function removeBox(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<ComplaintBox>> {
  const box = await lockBox(tx, params.boxId, 'desk.lead')
  if (!box.ok) return box
  const { id, state } = box.value
  const decided = decideRemoval(state, await waitsForWitness(tx, id))
  if (!decided.ok) return decided
  await removeBoxRow(tx, id, decided.value)
  tx.record({ name: 'box.removed', subject: { kind: 'box', id }, reason: body.reason })
  await settleBox(tx, id)
  return boxView(tx, id)
}
