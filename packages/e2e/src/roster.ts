/** The people of the demo, as the file that it is loaded from names them. */
import { isDay } from '@anpei/domain/kernel'
import { parseIdNumber } from '@anpei/domain/customers'
import { synthRoster, type RosterRow } from '@anpei/tools/synth'
import { DEMO_PEOPLE } from './product.ts'

/** How the demo asks for its roster; some of its rows are wrong on purpose. */
const AS_THE_DEMO = { people: DEMO_PEOPLE, seed: 1, asOf: '2025-10-01', errors: 24 } as const

/** Insured people with a mobile phone; every journey takes others, so that none meets the case of another. */
const insured: readonly RosterRow[] = [...synthRoster(AS_THE_DEMO)].filter(
  (row) =>
    row.status === '在册' &&
    /^1\d{10}$/.test(row.phone) &&
    parseIdNumber(row.idNumber, AS_THE_DEMO.asOf).ok &&
    (row.movedInOn === '' || isDay(row.movedInOn)),
)

export function person(at: number): RosterRow {
  const found = insured[at]
  if (!found) throw new Error(`the roster has no person ${at}`)
  return found
}
