/**
 * SRV-09: the elder enters by link and code after agreeing; only then does the page open the camera. Guesses are
 * counted per link: after five the link waits an hour.
 */
import type { enterVideoRoom as route } from '@anpei/contract/visits'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { countAttempt } from '../identity/index.ts'
import { videoSettings } from './shipped-data.ts'
import { letIn, newKey, roomByCode } from './store-rooms.ts'

const MOST_TRIES = 5

export async function enterVideoRoom(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const minutes = await countAttempt(tx, [{ what: 'video_code', key: body.token, most: MOST_TRIES, minutes: 60 }])
  if (minutes > 0) return refuse('request.too_many', { minutes })
  const room = await roomByCode(tx, body.token, body.code)
  if (!room) return refuse('visit.video_code_wrong')
  const { iceServers, consentVersion } = videoSettings()
  const guestKey = newKey()
  await letIn(tx, room.id, guestKey, consentVersion)
  tx.record({
    name: 'visit.video_consented',
    subject: { kind: 'visit', id: room.visitId },
    facts: { roomId: room.id, consentVersion },
  })
  return ok({ roomId: room.id, guestKey, iceServers })
}
