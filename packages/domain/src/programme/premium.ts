/**
 * Premium of a policy year (PRG-06): heads × the sum a head, charged first on the planned heads (215,864 × ¥10 =
 * ¥2,158,640.00), trued up when the roster of the year is known. Joiners pay the full sum or a twelfth for each month
 * begun (parameter, LAW §1.17; each share rounded down to the fen).
 */
import type { Day, Fen } from '../kernel/index.ts'
import type { PolicyYear } from './policy-year.ts'

export type PremiumInput = {
  readonly policyYear: PolicyYear
  readonly perHeadFen: Fen
  readonly joinerPremium: 'full' | 'proRata'
  readonly plannedHeads: number
  /** Covered on the first day of the policy year. */
  readonly headsAtStart: number
  /** First covered day of everyone whose cover began later in the year. */
  readonly joinersFrom: readonly Day[]
}
export type PremiumAnswer = {
  readonly plannedFen: Fen
  readonly dueFen: Fen
  readonly trueUpFen: Fen
  readonly heads: number
}

export function premiumFen(heads: number, perHeadFen: Fen): Fen {
  return BigInt(heads) * perHeadFen
}

/** `trueUpFen` > 0 is still owed by the policy holder, < 0 goes back to him. */
export function premiumOfYear(input: PremiumInput): PremiumAnswer {
  const plannedFen = premiumFen(input.plannedHeads, input.perHeadFen)
  let dueFen = premiumFen(input.headsAtStart, input.perHeadFen)
  for (const from of input.joinersFrom) dueFen += joinerFen(from, input)
  return { plannedFen, dueFen, trueUpFen: dueFen - plannedFen, heads: input.headsAtStart + input.joinersFrom.length }
}

function joinerFen(from: Day, input: PremiumInput): Fen {
  if (input.joinerPremium === 'full') return input.perHeadFen
  const start = input.policyYear.from
  const monthsGone = (+from.slice(0, 4) - +start.slice(0, 4)) * 12 + +from.slice(5, 7) - +start.slice(5, 7)
  return (input.perHeadFen * BigInt(Math.max(0, Math.min(12, 12 - monthsGone)))) / 12n
}
