/**
 * SRV-04, SRV-08: what the desk does by itself: what was put off comes back at its time, what stayed solved for some
 * days is archived, and nothing waits with somebody who is away. A step of the round; done twice is done once.
 */
import { systemActor, transition } from '@anpei/domain/kernel'
import { requestLifecycle } from '@anpei/domain/service-desk'
import { systemWrite, type App, type Tx } from '../http/index.ts'
import { forgetGuides } from './channels/store-guide.ts'
import { deskTerms } from './desk-data.ts'
import { handOverAbsent } from './hand-over-absent.ts'
import { dropOldViewers } from './store-viewers.ts'
import { lockRipe, type RequestRecord } from './store.ts'
import { saveWork } from './work-on.ts'

const AT_ONCE = 100
/** As long as a dialogue is kept. */
const GUIDE_DAYS = 30
const DAY_MS = 86_400_000

/** Returns how many requests were moved. */
export async function tendDesk(app: App, tenantId: number): Promise<number> {
  let count = 0
  for (;;) {
    const moved = await systemWrite(app, systemActor(tenantId, 'desk-round'), tendSome)
    count += moved
    if (moved < AT_ONCE) return count
  }
}

async function tendSome(tx: Tx): Promise<number> {
  const solvedBefore = new Date(Date.parse(tx.now) - deskTerms().archiveAfterDays * DAY_MS).toISOString()
  const ripe = await lockRipe(tx, solvedBefore, AT_ONCE)
  for (const request of ripe) await moveOn(tx, request)
  const handed = await handOverAbsent(tx, AT_ONCE)
  tx.later(dropOldViewers(tx))
  tx.later(forgetGuides(tx, new Date(Date.parse(tx.now) - GUIDE_DAYS * DAY_MS).toISOString()))
  return Math.max(ripe.length, handed)
}

async function moveOn(tx: Tx, request: RequestRecord): Promise<void> {
  const { id, personId, state } = request
  const act = state === 'snoozed' ? 'wake' : 'close'
  const moved = transition(requestLifecycle, act, state)
  if (!moved.ok) return
  tx.record({ name: act === 'wake' ? 'request.woken' : 'request.closed', subject: { kind: 'request', id }, personId })
  saveWork(tx, request, {
    transition: moved.value,
    ...(act === 'wake' ? { snoozedUntil: null } : { closedAt: tx.now, followUpAt: null }),
  })
}
