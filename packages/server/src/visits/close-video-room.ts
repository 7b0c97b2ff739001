/** SRV-09: the video is over; what was signalled is deleted with it. */
import type { closeVideoRoom as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { tellLive, type Tx } from '../http/index.ts'
import { roomTopic } from './room-topic.ts'
import { closeRooms, openRoomOf } from './store-rooms.ts'
import { lockVisit } from './store.ts'

export async function closeVideoRoom(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.make')
  if (!locked.ok) return locked
  const visit = locked.value
  if (visit.visitorId !== tx.actor.id) return refuse('visit.not_yours')
  const room = await openRoomOf(tx, visit.id)
  if (!room) return refuse('visit.room_closed')
  await closeRooms(tx, visit.id)
  tx.record({ name: 'visit.room_closed', subject: { kind: 'visit', id: visit.id }, facts: { roomId: room.id } })
  tellLive(tx, roomTopic(room.id), [])
  return ok({})
}
