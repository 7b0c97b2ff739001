/**
 * ORG-07, ORG-06, SRV-04: the open requests of somebody who is away today or lacks a certificate go to the stand-in,
 * where there is one who may work on them, else back into the queue: none waits with somebody who is not there.
 */
import { dayOfInstant } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { actorsFor, OFF_DUTY, standInFor } from '../identity/index.ts'
import { lockOfAbsent, type RequestRecord } from './store.ts'
import { saveWork } from './work-on.ts'

export async function handOverAbsent(tx: Tx, limit: number): Promise<number> {
  const today = dayOfInstant(tx.now)
  const requests = await lockOfAbsent(tx, today, limit)
  if (requests.length === 0) return 0
  const { tenantId } = tx.actor
  const [working, cleared] = await Promise.all([
    actorsFor(tx.db, tenantId, 'desk.work', today),
    actorsFor(tx.db, tenantId, 'desk.sealed', today),
  ])
  for (const request of requests) {
    const standIn = await standInFor(tx.db, tenantId, request.ownerId ?? '', today)
    const mayHave = standIn !== null && maySee(request, standIn.id, cleared) && isHere(standIn.id, working)
    const ownerId = mayHave ? standIn.id : null
    saveWork(tx, request, { ownerId })
    tx.record({
      name: 'request.assigned',
      subject: { kind: 'request', id: request.id },
      personId: request.personId,
      reason: OFF_DUTY,
      facts: { ownerId, before: request.ownerId },
    })
  }
  return requests.length
}

type Worker = { readonly id: string; readonly absent: boolean }

function isHere(id: string, working: readonly Worker[]): boolean {
  return working.some((one) => one.id === id && !one.absent)
}

function maySee(request: RequestRecord, id: string, cleared: readonly Worker[]): boolean {
  if (request.concernedIds.includes(id)) return false
  return !request.confidential || cleared.some((one) => one.id === id)
}
