/** The shipped duties and the desk's calendar, for tests of this row. */
import dutiesJson from '../../../../config/duties.json' with { type: 'json' }
import y2025 from '../../../../config/calendars/holiday_cn_2025.json' with { type: 'json' }
import y2026 from '../../../../config/calendars/holiday_cn_2026.json' with { type: 'json' }
import linesJson from '../../../../config/calendars/lines.json' with { type: 'json' }
import { nationalTable, parseCalendar, parseHolidayYear, type Calendar } from '../sla/index.ts'

function must<V>(decision: { ok: true; value: V } | { ok: false; code: string }): V {
  if (!decision.ok) throw new Error(decision.code)
  return decision.value
}

const national = nationalTable([must(parseHolidayYear(y2025)), must(parseHolidayYear(y2026))])
export const desk: Calendar = must(
  parseCalendar(
    linesJson.find(({ id }) => id === 'desk'),
    national,
  ),
)
export const shippedDuties = dutiesJson
