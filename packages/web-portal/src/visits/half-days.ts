/** SRV-09: the half-days a family chooses from: four weekdays ahead; the desk agrees the time by its calendars. */
type Half = 'am' | 'pm'
export type HalfDay = { readonly day: string; readonly half: Half }

const DAY_MS = 86_400_000
const DAYS = 4

export function halfDaysFrom(today: string): HalfDay[] {
  const found: HalfDay[] = []
  for (let at = Date.parse(today) + DAY_MS; found.length < DAYS * 2; at += DAY_MS) {
    const date = new Date(at)
    if (date.getUTCDay() === 0 || date.getUTCDay() === 6) continue
    const day = date.toISOString().slice(0, 10)
    found.push({ day, half: 'am' }, { day, half: 'pm' })
  }
  return found
}
