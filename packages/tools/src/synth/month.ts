/**
 * PRG-04, PRG-05: next month's roster out of this month's: people turn 60, die (the older the likelier), move away or
 * in, and particulars are corrected, at rates a district of this age sees.
 */
import { addDays, ageOn, daysBetween, firstOfNextMonth } from '@anpei/domain/kernel'
import type { Day } from '@anpei/domain/kernel'
import { createIdNumbers, synthAddress, synthPerson, synthPhone, YOUNGEST, yearsBefore } from './people.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import { DEAD, MOVED_AWAY, REGISTERED } from './roster-row.ts'
import type { RosterRow } from './roster-row.ts'
import { synthVillages } from './villages.ts'

export type MonthChanges = { joined: number; movedIn: number; died: number; movedAway: number; corrected: number }

const DEATH_AT_60_A_YEAR = 0.008
const YEARS_TO_DOUBLE = 8
const AWAY_A_YEAR = 0.003
const IN_A_YEAR = 0.0015
const CORRECTED_A_MONTH = 0.003
const MONTHS = 12
/** Those of 60 to 64: their number tells how many turn 60 in a month. */
const COHORT_YEARS = 5

/** `month` is `YYYY-MM`; `changes` counts what was done, complete when the iteration ends. */
export async function* monthRoster(
  base: AsyncIterable<RosterRow>,
  month: string,
  seed: number,
  changes: MonthChanges,
): AsyncGenerator<RosterRow> {
  const from = `${month}-01`
  const to = addDays(firstOfNextMonth(from), -1)
  const random = createRandom(seed, `month ${month}`)
  const taken = new Set<string>()
  let registered = 0
  let cohort = 0
  for await (const row of base) {
    taken.add(row.idNumber)
    const isRegistered = row.status === REGISTERED && row.idNumber.length === 18
    const age = isRegistered ? ageOn(birthOf(row), from) : 0
    if (isRegistered) registered++
    if (isRegistered && age < YOUNGEST + COHORT_YEARS) cohort++
    yield isRegistered ? lived(random, row, age, from, to, changes) : row
  }
  const villages = synthVillages()
  const ids = createIdNumbers((idNumber) => taken.has(idNumber))
  const fresh = (born?: { from: Day; to: Day }): RosterRow => {
    const at = random.next()
    let share = 0
    const village = villages.find((one) => (share += one.share) > at) ?? villages[0]
    if (village === undefined) throw new Error('the district has no villages')
    const person = synthPerson(random, { village, asOf: to, ids, ...(born && { born }) })
    return { ...person, status: REGISTERED, statusOn: '' }
  }
  const turning60 = { from: yearsBefore(from, YOUNGEST), to: yearsBefore(to, YOUNGEST) }
  for (let i = Math.round(cohort / COHORT_YEARS / MONTHS); i > 0; i--) {
    changes.joined++
    yield fresh(turning60)
  }
  for (let i = Math.round((registered * IN_A_YEAR) / MONTHS); i > 0; i--) {
    changes.movedIn++
    yield { ...fresh(), movedInOn: dayIn(random, from, to) }
  }
}

function lived(random: Random, row: RosterRow, age: number, from: Day, to: Day, changes: MonthChanges): RosterRow {
  const death = Math.min(0.6, DEATH_AT_60_A_YEAR * 2 ** ((age - YOUNGEST) / YEARS_TO_DOUBLE)) / MONTHS
  const away = AWAY_A_YEAR / MONTHS
  const draw = random.next()
  if (draw < death) {
    changes.died++
    return { ...row, status: DEAD, statusOn: dayIn(random, from, to) }
  }
  if (draw < death + away) {
    changes.movedAway++
    return { ...row, status: MOVED_AWAY, statusOn: dayIn(random, from, to) }
  }
  if (draw >= death + away + CORRECTED_A_MONTH) return row
  changes.corrected++
  return corrected(random, row, age)
}

function corrected(random: Random, row: RosterRow, age: number): RosterRow {
  const kind = random.below(4)
  if (kind === 0) return { ...row, name: row.name.slice(0, -1) + (row.name.endsWith('珍') ? '真' : '珍') }
  if (kind === 1) {
    const village = synthVillages().find((one) => one.code === row.villageCode)
    if (village !== undefined) return { ...row, address: `${synthAddress(random, village)}之一` }
  }
  const phone = synthPhone(random, age)
  return { ...row, phone: phone === row.phone ? `139${String(random.below(1e8)).padStart(8, '0')}` : phone }
}

function birthOf(row: RosterRow): Day {
  return `${row.idNumber.slice(6, 10)}-${row.idNumber.slice(10, 12)}-${row.idNumber.slice(12, 14)}`
}

function dayIn(random: Random, from: Day, to: Day): Day {
  return addDays(from, random.below(daysBetween(from, to) + 1))
}
