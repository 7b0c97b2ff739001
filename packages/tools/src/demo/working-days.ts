import { addDays, dayNumber, startOfDay, type Day, type Instant } from '@anpei/domain/kernel'

const OPENS_MS = 9 * 3_600_000

/** Some hour of the n-th working day before today; 0 is today itself, whatever day it is. */
export function instantBefore(today: Day, workingDays: number, hour: number): Instant {
  let day = today
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, -1)
    if ((dayNumber(day) + 3) % 7 < 5) left -= 1
  }
  return new Date(Date.parse(startOfDay(day)) + OPENS_MS + hour * 3_600_000).toISOString()
}
