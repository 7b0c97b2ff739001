/**
 * CLM-07: a risk score made of explained points, as data (config/tables/risk-points.json). It only decides who looks at
 * a case before it is paid: it is never a ground to refuse, and it stops no clock (CLM-15).
 */
import { addDays, dayOfInstant, daysBetween, type Day, type Instant } from '../kernel/index.ts'
import type { Disability, Standards } from '../programme/index.ts'

export type RiskPoint = {
  readonly sign: 'claims_in_12_months' | 'early_after_cover' | 'late_report' | 'village_cluster'
  readonly limit: number
  readonly points: number
  readonly title: string
}
export type RiskFacts = {
  readonly accidentOn: Day
  readonly receivedAt: Instant
  /** First day on which the person was ever covered; null = not covered. */
  readonly coveredFrom: Day | null
  /** Other claims of the person, received in the twelve months before. */
  readonly claimsIn12Months: number
  /** Other people's claims from the same village, received within seven days. */
  readonly villageClaims: number
}
export type Risk = { readonly score: number; readonly reasons: readonly { title: string; points: number }[] }

export function riskOf(facts: RiskFacts, table: readonly RiskPoint[]): Risk {
  const found = table.filter((point) => shows(point, facts))
  return {
    score: found.reduce((sum, point) => sum + point.points, 0),
    reasons: found.map(({ title, points }) => ({ title, points })),
  }
}

function shows({ sign, limit }: RiskPoint, facts: RiskFacts): boolean {
  switch (sign) {
    case 'claims_in_12_months':
      return facts.claimsIn12Months >= limit
    case 'early_after_cover': {
      const { coveredFrom } = facts
      return coveredFrom !== null && facts.accidentOn >= coveredFrom && facts.accidentOn < addDays(coveredFrom, limit)
    }
    case 'late_report':
      return daysBetween(facts.accidentOn, dayOfInstant(facts.receivedAt)) > limit
    case 'village_cluster':
      return facts.villageClaims >= limit
  }
}

/** The most severe grade given, an item of the standard by its own grade (1 is the most severe); null = none given. */
export function worstGrade(disabilities: readonly Disability[], standards: Standards): number | null {
  const grades = disabilities.flatMap(({ item, grade }) => {
    const known = [...standards.values()].map((standard) => standard.items.get(item ?? '')?.grade)
    return [grade, ...known].filter((one) => typeof one === 'number')
  })
  return grades.length === 0 ? null : Math.min(...grades)
}
