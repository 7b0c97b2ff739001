/**
 * The present as the server tells it: a machine whose clock is wrong, or a demo whose time was put forward, still shows
 * how long is left. Told with every answer about who is signed in.
 */
import type { Instant } from '@anpei/domain/kernel'

let aheadMs = 0
let lastHeardAtMs = 0

/** `heardAtMs`: when this machine, by its own clock, heard that it was `now`. The last word counts. */
export function keepServerTime(now: Instant, heardAtMs: number): void {
  if (heardAtMs < lastHeardAtMs) return
  lastHeardAtMs = heardAtMs
  aheadMs = Date.parse(now) - heardAtMs
}

export function present(): Date {
  return new Date(Date.now() + aheadMs)
}
