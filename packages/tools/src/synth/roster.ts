/**
 * PRG-05: a whole roster, village by village as the office keeps it, one row at a time: memory does not grow with the
 * file, and the same options give the same bytes.
 */
import type { Day } from '@anpei/domain/kernel'
import { FAULT_KINDS, spoil } from './faults.ts'
import { createIdNumbers, synthPerson } from './people.ts'
import { createRandom } from './random.ts'
import type { RosterRow } from './roster-row.ts'
import { synthVillages } from './villages.ts'

export type RosterOptions = {
  readonly people: number
  readonly seed: number
  readonly asOf: Day
  /** Rows with a known fault, mixed in beyond the `people`. */
  readonly errors: number
}

export function* synthRoster(options: RosterOptions): Generator<RosterRow> {
  const { people, seed, asOf, errors } = options
  const random = createRandom(seed, 'people')
  const faultRandom = createRandom(seed, 'faults')
  const ids = createIdNumbers()
  let written = 0
  let spoilt = 0
  let share = 0
  for (const village of synthVillages()) {
    share += village.share
    const upTo = Math.min(people, Math.round(people * share))
    let neighbour: RosterRow | undefined
    while (written < upTo) {
      const person = synthPerson(random, { village, asOf, ids, ...(neighbour && { neighbour }) })
      yield person
      neighbour = person
      written++
      while (spoilt < Math.floor((errors * written) / people)) {
        const kind = FAULT_KINDS[spoilt % FAULT_KINDS.length] ?? 'wrongCheckDigit'
        yield spoil(kind, synthPerson(faultRandom, { village, asOf, ids }), person)
        spoilt++
      }
    }
  }
}
