/**
 * The national table of days off and make-up days (CLK-02; SLA §2 rules 2, 14, 16; 全国年节及纪念日放假办法, 2024).
 * Notices are filed by title year and may hold December days of the year before; a year without its own notice is
 * provisional: weekends and the 13 days fixed by law, two of which follow the lunar calendar and one the sun.
 */
import { addDays, dayNumber, isDay, ok, refuse, type Day, type Decision } from '../kernel/index.ts'
import { lunarFeasts } from './lunar-feasts.ts'
import { isRecord } from './unknown.ts'

type NationalDay = { readonly day: Day; readonly name: string; readonly off: boolean }
export type HolidayYear = { readonly year: number; readonly days: readonly NationalDay[] }
export type NationalTable = {
  /** Title years of the notices in the table, ascending. */
  readonly years: readonly number[]
  readonly days: ReadonlyMap<Day, NationalDay>
}

/** The notices that may speak about days of `year` or of the days a clock of that year reaches. */
export function noticeYearsFor(year: number): readonly [number, number, number] {
  return [year - 1, year, year + 1]
}

/** Reads one file of the holiday-cn shape. */
export function parseHolidayYear(input: unknown): Decision<HolidayYear, 'sla.bad_holiday_file'> {
  const bad = (problem: string) => refuse('sla.bad_holiday_file', { problem })
  if (!isRecord(input) || typeof input['year'] !== 'number') return bad('缺少年份 year')
  const year = input['year']
  if (!Number.isInteger(year) || year < 1949 || year > 2200) return bad(`年份 ${year} 不在范围内`)
  if (!Array.isArray(input['days'])) return bad(`${year} 年缺少 days`)
  const days: NationalDay[] = []
  const seen = new Set<Day>()
  for (const item of input['days']) {
    if (!isRecord(item)) return bad(`${year} 年有一行不是对象`)
    const { date, name, isOffDay } = item
    if (typeof date !== 'string' || !isDay(date)) return bad(`${year} 年有无效日期 ${String(date)}`)
    if (typeof isOffDay !== 'boolean') return bad(`${date} 缺少 isOffDay`)
    if (Math.abs(+date.slice(0, 4) - year) > 1) return bad(`${date} 不属于 ${year} 年的通知`)
    if (seen.has(date)) return bad(`${date} 重复`)
    seen.add(date)
    days.push({ day: date, name: typeof name === 'string' ? name : '', off: isOffDay })
  }
  // A notice without days was not published yet: that year stays provisional.
  if (days.length === 0) return bad(`${year} 年的通知没有日期`)
  return ok({ year, days })
}

/** One table of several notices; where two speak about one day, the later title year rules. */
export function nationalTable(notices: readonly HolidayYear[]): NationalTable {
  const byYear = [...notices].sort((a, b) => a.year - b.year)
  const days = new Map<Day, NationalDay>()
  for (const notice of byYear) for (const day of notice.days) days.set(day.day, day)
  return { years: [...new Set(byYear.map((notice) => notice.year))], days }
}

/** What the nation says of a day: a listed day, a day fixed by law in an unknown year, or nothing. */
export function nationalDay(table: NationalTable, day: Day): NationalDay | undefined {
  const listed = table.days.get(day)
  if (listed !== undefined) return listed
  const year = +day.slice(0, 4)
  return table.years.includes(year) ? undefined : fixedDays(year).get(day)
}

/** True if a day of [from, to] lies in a year whose notice is not in the table. */
export function touchesUnknownYear(table: NationalTable, from: Day, to: Day): boolean {
  for (let year = +from.slice(0, 4); year <= +to.slice(0, 4); year += 1) {
    if (!table.years.includes(year)) return true
  }
  return false
}

/**
 * A working day in the sense of the law: a make-up day, or Monday to Friday and no day off (民法典 203). Closing one
 * office does not lengthen a legal period.
 */
export function isNationalWorkingDay(table: NationalTable, day: Day): boolean {
  const national = nationalDay(table, day)
  return national === undefined ? !isWeekend(day) : !national.off
}

/** 0 = Monday … 6 = Sunday. */
export function weekdayOf(day: Day): number {
  return (((dayNumber(day) + 3) % 7) + 7) % 7
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5
}

const fixedByYear = new Map<number, ReadonlyMap<Day, NationalDay>>()

/**
 * The 13 days fixed by law: 元旦 1, 春节 4 (除夕至初三), 清明 1, 劳动节 2, 端午 1, 中秋 1, 国庆 3.
 * Outside 2000–2099 the lunar days are not known here; such years are provisional in any case.
 */
export function fixedDays(year: number): ReadonlyMap<Day, NationalDay> {
  const known = fixedByYear.get(year)
  if (known !== undefined) return known
  const days = new Map<Day, NationalDay>()
  const add = (name: string, day: Day) => days.set(day, { day, name, off: true })
  const on = (month: number, date: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  add('元旦', on(1, 1))
  const feasts = lunarFeasts(year)
  if (feasts !== undefined) {
    for (const shift of [-1, 0, 1, 2]) add('春节', addDays(feasts.springFestival, shift))
    add('端午节', feasts.dragonBoat)
    add('中秋节', feasts.midAutumn)
  }
  add('清明节', on(4, qingmingDate(year)))
  add('劳动节', on(5, 1))
  add('劳动节', on(5, 2))
  for (const date of [1, 2, 3]) add('国庆节', on(10, date))
  fixedByYear.set(year, days)
  return days
}

/** 清明 by the usual formula, checked against almanacs for 2000–2099. */
function qingmingDate(year: number): number {
  const inCentury = year % 100
  return Math.floor(inCentury * 0.2422 + (year < 2000 ? 5.59 : 4.81)) - Math.floor(inCentury / 4)
}
