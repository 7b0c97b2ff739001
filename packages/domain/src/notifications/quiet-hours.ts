/**
 * NTF-02: nobody is woken for a notice: what falls into the quiet hours waits for their end. Urgent notices (a code
 * somebody is waiting for) and letters are exempt.
 */
import type { Instant } from '../kernel/index.ts'
import type { QuietHours } from './notice-plan.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
/** China has one zone and no daylight saving since 1992. */
const SHANGHAI_MINUTES = 480

/** The instant itself, or the end of the quiet hours it falls into. */
export function endOfQuiet(quiet: QuietHours, at: Instant): Instant {
  const minutes = Math.floor(Date.parse(at) / MINUTE_MS)
  const ofDay = (minutes + SHANGHAI_MINUTES) % DAY_MINUTES
  const { fromMinute, toMinute } = quiet
  const isQuiet =
    fromMinute <= toMinute ? ofDay >= fromMinute && ofDay < toMinute : ofDay >= fromMinute || ofDay < toMinute
  if (!isQuiet) return at
  const left = (toMinute - ofDay + DAY_MINUTES) % DAY_MINUTES
  return new Date((minutes + left) * MINUTE_MS).toISOString()
}
