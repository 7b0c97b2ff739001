/**
 * SRV-09: what one browser says to the other so that they find each other: from the colleague's side by the session,
 * from the elder's by the key of the page that entered. The server relays it and reads nothing.
 */
import type { sendGuestSignal as guestRoute, sendRoomSignal as staffRoute } from '@anpei/contract/visits'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { tellLive, type Tx } from '../http/index.ts'
import { roomTopic } from './room-topic.ts'
import { addSignal, openRoomOf, roomOfGuest } from './store-rooms.ts'
import { findVisit, visitorOf } from './store.ts'

type Sent = Input<typeof staffRoute> | Input<typeof guestRoute>

export async function relaySignal(tx: Tx, sent: Sent): Promise<Decision<Record<string, never>>> {
  const fromGuest = !('visitId' in sent.params)
  const found = await roomOf(tx, sent)
  if (!found.ok) return found
  const room = found.value
  if (!room || !(await addSignal(tx, room.id, fromGuest, sent.body.signal))) return refuse('visit.room_closed')
  const hearer = fromGuest ? await visitorOf(tx, room.visitId) : null
  tellLive(tx, roomTopic(room.id), hearer ? [hearer] : [])
  return ok({})
}

async function roomOf(tx: Tx, { params, body }: Sent) {
  if ('roomId' in body) return ok(await roomOfGuest(tx, body.roomId, body.guestKey))
  const visit = await findVisit(tx, 'visitId' in params ? String(params.visitId) : '', 'visit.make')
  if (!visit.ok) return visit
  return visit.value.visitorId === tx.actor.id ? ok(await openRoomOf(tx, visit.value.id)) : refuse('visit.not_yours')
}
