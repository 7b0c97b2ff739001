/** Sends what waits in the pocket, through the same typed client and with the key it was written with. */
import { call, CallFailed } from '@anpei/contract/kernel'
import { handInVisit } from '@anpei/contract/visits'
import { sendKept, type Outcome, type Round } from '../client/index.ts'
import { openPocket, VISITS_KEPT, type Pocketed } from './pocket.ts'

export async function sendPocket(staffId: string): Promise<Round> {
  const pocket = await openPocket(staffId)
  return sendKept(pocket, VISITS_KEPT, Date.now(), post)
}

async function post({ visitId, draft, photos, signature, key }: Pocketed): Promise<Outcome> {
  const { arrivedAt, finishedAt, result, ...rest } = draft
  if (arrivedAt === null || finishedAt === null || result === null) throw new Error('a record that is not finished')
  const files = [
    ...photos.map((file, at) => ({ field: 'photo', file, name: `IMG_${at + 1}.jpg` })),
    ...(signature ? [{ field: 'signature', file: signature, name: 'signature.png' }] : []),
  ]
  const body = { ...rest, arrivedAt, finishedAt, result }
  try {
    const { kept } = await call(handInVisit, { params: { visitId }, body }, { key, files })
    return { sent: true, beside: kept }
  } catch (error) {
    const lost = !(error instanceof CallFailed) || error.status >= 500 || error.status === 401 || error.status === 429
    return lost ? { sent: false, why: 'network' } : { sent: false, why: 'refused', message: error.message }
  }
}
