/** SRV-02: a complaint box hangs at an outlet; from now on it is to be opened in its interval (S01). */
import type { Input } from '@anpei/contract/kernel'
import type { ComplaintBox, hangBox as route } from '@anpei/contract/service-desk'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { KEPT_BY } from '@anpei/domain/sla'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertBox } from './store-boxes.ts'
import { settleBox } from './store-box-due.ts'
import { boxView, listOutlets } from './views-boxes.ts'

export async function hangBox(tx: Tx, { body }: Input<typeof route>): Promise<Decision<ComplaintBox>> {
  const outlets = await listOutlets(tx)
  if (!outlets.ok) return outlets
  if (!outlets.value.items.some((one) => one.id === body.institutionId)) return refuse('request.not_found')
  const id = newId()
  if (!(await insertBox(tx, { id, ...body }))) return refuse('desk.box_place_twice', { place: body.place })
  tx.record({ name: 'box.hung', subject: { kind: 'box', id }, facts: { [KEPT_BY]: body.institutionId } })
  await settleBox(tx, id, true)
  return boxView(tx, id)
}
