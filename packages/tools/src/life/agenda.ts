/** What is to happen when: acts in the order of their instants, a few at a time when they fall on the same hour. */
import type { Instant } from '@anpei/domain/kernel'

export type Agenda = {
  at(instant: Instant, act: () => Promise<void>): void
  /** Runs everything up to an instant, moving the clock; acts may add further acts. */
  runUntil(end: Instant, onInstant: (at: Instant) => Promise<void>): Promise<void>
  readonly waiting: number
}

type Entry = { readonly at: Instant; readonly act: () => Promise<void> }

export function makeAgenda(together: number): Agenda {
  const entries: Entry[] = []
  const place = (at: Instant): number => {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      const entry = entries[middle]
      if (entry && entry.at > at) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    get waiting() {
      return entries.length
    },
    // Latest first, so that the next act is taken from the end.
    at: (at, act) => {
      entries.splice(place(at), 0, { at, act })
    },
    async runUntil(end, onInstant) {
      for (let next = entries.at(-1); next && next.at <= end; next = entries.at(-1)) {
        const batch: Entry[] = []
        const { at } = next
        for (let one = entries.at(-1); one && one.at === at && batch.length < together; one = entries.at(-1))
          batch.push(...entries.splice(-1))
        await onInstant(at)
        await Promise.all(batch.map((entry) => entry.act()))
      }
    },
  }
}
