/**
 * ORG-04, CLM-14: guesses are counted per source and per target, so that nobody tries numbers one after the other. The
 * count stands in a transaction of its own and holds even when the request itself is refused.
 */
import { nobody } from '@anpei/domain/kernel'
import { systemWrite, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertAttempt, lockAttempts } from './store-codes.ts'

export type AttemptLimit = {
  readonly what: string
  readonly key: string
  readonly most: number
  readonly minutes: number
}

/** Counts one try against every limit, or none of them: 0, or the minutes until the fullest has room again. */
export async function countAttempt(tx: Tx, limits: readonly AttemptLimit[]): Promise<number> {
  const { tenantId, source } = tx.actor
  const sorted = [...limits].sort((a, b) => (a.what < b.what ? -1 : 1))
  return systemWrite(tx.app, nobody(tenantId, source), async (own) => {
    let wait = 0
    for (const limit of sorted) {
      const since = new Date(Date.parse(own.now) - limit.minutes * 60_000).toISOString()
      const { count, oldest } = await lockAttempts(own.db, tenantId, limit.what, keyOf(own, limit), since)
      if (count < limit.most || !oldest) continue
      const free = Date.parse(oldest) + limit.minutes * 60_000 - Date.parse(own.now)
      wait = Math.max(wait, Math.ceil(free / 60_000))
    }
    if (wait > 0) return wait
    await Promise.all(
      sorted.map((limit) =>
        insertAttempt(own.db, tenantId, {
          id: newId(),
          what: limit.what,
          keyHash: keyOf(own, limit),
          at: own.now,
        }),
      ),
    )
    return 0
  })
}

function keyOf(tx: Tx, limit: AttemptLimit): Buffer {
  return tx.vault.lookupHash('token', `${limit.what}:${limit.key}`)
}
