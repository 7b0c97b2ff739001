/**
 * SRV-02: the second person signs an opening with an own account, or says what was otherwise. Signed, it counts from
 * when the box was opened, and the next interval begins; disputed, the box stays unopened and its duty runs on (S01).
 */
import type { Input } from '@anpei/contract/kernel'
import type { BoxOpening, witnessBoxOpening as route } from '@anpei/contract/service-desk'
import { decideWitness } from '@anpei/domain/service-desk'
import type { Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { lockOpening, saveBoxOpened, saveWitness } from './store-boxes.ts'
import { settleBox } from './store-box-due.ts'
import { openingView } from './views-boxes.ts'

export async function witnessBoxOpening(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<BoxOpening>> {
  const found = await lockOpening(tx, params.openingId)
  if (!found.ok) return found
  const opening = found.value
  const { agrees, dispute } = body
  const decided = decideWitness({ ...opening, actorId: tx.actor.id, agrees, dispute })
  if (!decided.ok) return decided
  await saveWitness(tx, opening, decided.value, agrees ? '' : dispute)
  const subject = { kind: 'box', id: opening.boxId }
  if (agrees) {
    const { openedAt: at } = opening
    await saveBoxOpened(tx, opening.boxId, at)
    tx.record({ name: 'box.opened', subject, at, facts: { openingId: opening.id } })
    tx.record({ name: 'box.locked', subject, at })
  } else {
    tx.record({ name: 'box.opening_disputed', subject, facts: { openingId: opening.id } })
  }
  await settleBox(tx, opening.boxId)
  return openingView(tx, opening.id)
}
