/** SRV-09: the room of a video visit; its link and code go to the customer's telephone, once. */
import type { openVideoRoom as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { slotWords, visitLifecycle } from '@anpei/domain/visits'
import type { Tx } from '../http/index.ts'
import { contactRegister } from '../notifications/index.ts'
import { videoSettings } from './shipped-data.ts'
import { openRoom } from './store-rooms.ts'
import { lockVisit, saveVisit } from './store.ts'
import { tellVisit } from './tell-visit.ts'

export async function openVideoRoom(tx: Tx, { params }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const locked = await lockVisit(tx, params.visitId, 'visit.make')
  if (!locked.ok) return locked
  const visit = locked.value
  if (visit.kind !== 'video') return refuse('visit.no_video')
  if (visit.visitorId !== tx.actor.id) return refuse('visit.not_yours')
  if (visitLifecycle.states[visit.state].phase === 'ended') return refuse('visit.no_video')
  const { iceServers, minutes } = videoSettings()
  const expiresAt = new Date(Date.parse(tx.now) + minutes * 60_000).toISOString()
  const { id, token, code } = await openRoom(tx, visit.id, expiresAt)
  // The notice of a room is one occasion: a new room is a new revision.
  await saveVisit(tx, visit.id, {})
  tx.record({
    name: 'visit.room_opened',
    subject: { kind: 'visit', id: visit.id },
    personId: visit.personId,
    facts: { roomId: id },
  })
  const told = await tellVisit(tx, visit, 'visit_video', {
    link: `${new URL(contactRegister().portal).origin}/portal/video/${token}`,
    code,
    until: slotWords({ kind: 'video', from: expiresAt, to: expiresAt }),
  })
  return ok({ roomId: id, expiresAt, told, iceServers })
}
