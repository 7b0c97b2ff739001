/** The one source of the time. Commands never read the machine's clock; tests and the simulator travel by theirs. */
import type { Instant } from '@anpei/domain/kernel'

export type Clock = { now(): Instant }

export const systemClock: Clock = { now: () => new Date().toISOString() }

/** A clock that stands still until it is moved. */
export function travelClock(start: Instant): Clock & { set(at: Instant): void; forward(ms: number): void } {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms).toISOString(),
    set: (at) => {
      ms = Date.parse(at)
    },
    forward: (by) => {
      ms += by
    },
  }
}
