/** What waits for one side of a video room (SRV-09). */
import type { readGuestSignals as guestRoute, readRoomSignals as staffRoute } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { openRoomOf, roomOfGuest, signalsAfter } from './store-rooms.ts'
import { findVisit } from './store.ts'

export async function readRoomSignals(
  tx: Tx,
  { params, query }: Input<typeof staffRoute>,
): Promise<Decision<Answer<typeof staffRoute>>> {
  const visit = await findVisit(tx, params.visitId, 'visit.make')
  if (!visit.ok) return visit
  if (visit.value.visitorId !== tx.actor.id) return refuse('visit.not_yours')
  const room = await openRoomOf(tx, visit.value.id)
  return ok(
    room ? { items: await signalsAfter(tx, room.id, true, query.after), open: true } : { items: [], open: false },
  )
}

export async function readGuestSignals(
  tx: Tx,
  { body }: Input<typeof guestRoute>,
): Promise<Decision<Answer<typeof guestRoute>>> {
  const room = await roomOfGuest(tx, body.roomId, body.guestKey)
  return ok(
    room ? { items: await signalsAfter(tx, room.id, false, body.after), open: true } : { items: [], open: false },
  )
}
