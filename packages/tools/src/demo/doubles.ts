/**
 * Two people of the roster who stand there twice, so that the search for doubles has something to find (CUS-01): one
 * digit of the number mistaken and its check digit reckoned anew, as a clerk's slip leaves it. They take the places of
 * two others: the roster keeps its size.
 */
import { idCheckCharacter } from '@anpei/domain/customers'
import type { RosterRow } from '../synth/index.ts'

const PAIRS = 2
/** Behind the people of the open work and of the old mistakes. */
const FROM_SHARE = 0.95
/** Place of the serial number in the number; the birthday stays. */
const MISTAKEN_AT = 15

export function withDoubles(roster: readonly RosterRow[]): RosterRow[] {
  const made = [...roster]
  let from = Math.floor(roster.length * FROM_SHARE)
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const one = sound(made, from)
    const other = sound(made, one + 1)
    const [first, second] = [made[one], made[other]]
    if (!first || !second) return made
    made[other] = {
      ...first,
      idNumber: mistaken(first.idNumber),
      village: second.village,
      villageCode: second.villageCode,
    }
    from = other + 1
  }
  return made
}

/** The next who is registered and reachable. */
function sound(roster: readonly RosterRow[], from: number): number {
  const found = roster.findIndex((row, at) => at >= from && row.statusOn === '' && row.phone !== '' && isWhole(row))
  return found < 0 ? roster.length : found
}

function isWhole({ idNumber }: RosterRow): boolean {
  return idNumber.length === 18 && idCheckCharacter(idNumber.slice(0, 17)) === idNumber[17]
}

function mistaken(idNumber: string): string {
  const digit = (Number(idNumber[MISTAKEN_AT]) + 1) % 10
  const body = `${idNumber.slice(0, MISTAKEN_AT)}${digit}${idNumber.slice(MISTAKEN_AT + 1, 17)}`
  return body + idCheckCharacter(body)
}
