/**
 * CMP-14: how units and people do with complaints, from 100 points down. Points are lost by shares of the complaints
 * one had, never by their number: to register another complaint never lowers a score by itself, most often it raises
 * it, so nobody gains by not writing one down. A sheet of the regulator counts against a unit because its customer
 * went past us. What is found true weighs on the unit it happened in, never on whoever found it to be true.
 * The weights are data (config/complaint-scoring.json).
 */
import type { Figure, Figures } from './counting.ts'

export const UNIT_WEIGHTS = ['overdue', 'reopened', 'upheld', 'unsatisfied', 'regulator'] as const
export const PERSON_WEIGHTS = ['overdue', 'reopened', 'unsatisfied'] as const

export type UnitWeights = Readonly<Record<(typeof UNIT_WEIGHTS)[number], number>>
export type PersonWeights = Readonly<Record<(typeof PERSON_WEIGHTS)[number], number>>

type Counted = Pick<Figures, 'received'> & Readonly<Partial<Record<Figure | 'regulator', number>>>

const FULL = 100
const TENTHS = 10

/** In points with one decimal; null where there was nothing to score. A weight is what is lost where all are so. */
export function scoreOf(counted: Counted, weights: UnitWeights | PersonWeights): number | null {
  const { received } = counted
  if (received === 0) return null
  const lost = Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * partOf(counted, name), 0)
  return Math.max(0, Math.round((FULL - lost / received) * TENTHS) / TENTHS)
}

function partOf(counted: Counted, name: string): number {
  for (const weight of UNIT_WEIGHTS) if (weight === name) return counted[weight] ?? 0
  return 0
}
