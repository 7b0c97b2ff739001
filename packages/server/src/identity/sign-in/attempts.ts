/**
 * ORG-04, CLM-14: guesses are counted per source and per target, so that nobody tries numbers one after the other. The
 * count stands in a transaction of its own and holds even when the request itself is refused.
 */
import { nobody, type Instant } from '@anpei/domain/kernel'
import { systemWrite, together, type Tx } from '../../http/index.ts'
import { insertAttempts, lockAttempts, type Tally } from './store-codes.ts'

export type AttemptLimit = {
  readonly what: string
  readonly key: string
  readonly most: number
  readonly minutes: number
}

/** Counts one try against every limit, or none of them: 0, or the minutes until the fullest has room again. */
export function countAttempt(tx: Tx, limits: readonly AttemptLimit[]): Promise<number> {
  return countTogether(tx, limits)
}

/** Those of one breath one after the other, in one transaction. */
const countTogether = together((tx: Tx, tries: readonly (readonly AttemptLimit[])[]): Promise<number[]> => {
  const { tenantId, source } = tx.actor
  return systemWrite(tx.app, nobody(tenantId, source), async (own) => {
    const tallies = await tally(own, tries.flat())
    const counted: Tally[] = []
    const waits = tries.map((limits) => {
      const mine = limits.flatMap((limit) => tallies.get(nameOf(limit)) ?? [])
      const wait = Math.max(0, ...limits.map((limit, at) => waitFor(own.now, limit, mine[at])))
      if (wait > 0) return wait
      for (const one of mine) {
        one.count++
        one.oldest ??= own.now
        counted.push(one)
      }
      return 0
    })
    if (counted.length > 0) await insertAttempts(own.db, tenantId, own.now, counted)
    return waits
  })
})

/** Whoever locks several keys locks them in one order. */
async function tally(own: Tx, limits: readonly AttemptLimit[]): Promise<ReadonlyMap<string, Tally>> {
  const known = [...new Map(limits.map((limit) => [nameOf(limit), limit]))].sort(([a], [b]) => (a < b ? -1 : 1))
  const keys = known.map(([name, { what, minutes }]) => ({
    what,
    keyHash: own.vault.lookupHash('token', name),
    since: new Date(Date.parse(own.now) - minutes * 60_000).toISOString(),
  }))
  const found = await lockAttempts(own.db, own.actor.tenantId, keys)
  return new Map(found.map((one, at) => [known[at]?.[0] ?? '', one]))
}

function waitFor(now: Instant, { most, minutes }: AttemptLimit, tally: Tally | undefined): number {
  if (!tally || tally.count < most || tally.oldest === null) return 0
  return Math.max(0, Math.ceil((Date.parse(tally.oldest) + minutes * 60_000 - Date.parse(now)) / 60_000))
}

function nameOf({ what, key }: AttemptLimit): string {
  return `${what}:${key}`
}
