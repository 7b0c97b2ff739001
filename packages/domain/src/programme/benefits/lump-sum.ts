/**
 * 意外身故 (PRG-02): the sum is due if death follows within the days limit of the accident (the day after counts 1),
 * less what was paid for disability of the same accident, never below zero (LAW §7, death deducts disability paid).
 */
import { daysBetween, maxFen, minFen } from '../../kernel/index.ts'
import type { AdjudicationCase, BenefitJudgement, WorkingStep } from '../case.ts'
import type { LumpSumBenefit, Parameters } from '../version.ts'
import { isPaidVehicle } from './transport.ts'

export function judgeLumpSum(
  benefit: LumpSumBenefit,
  asked: AdjudicationCase,
  parameters: Parameters,
): BenefitJudgement {
  const { deathOn } = asked
  if (deathOn === null) {
    const working = [{ code: 'input.field_missing', facts: { field: 'deathOn' } }]
    return { outcome: 'manual', reasons: ['input.field_missing'], working }
  }
  const days = daysBetween(asked.accidentOn, deathOn)
  const limitDays = benefit.withinDays
  if (days > limitDays) {
    const working = [{ code: 'death.after_180_days', facts: { days, limitDays } }]
    return { outcome: 'nothing', reasons: ['death.after_180_days'], working }
  }
  if (parameters.stacking === 'instead' && isPaidVehicle(asked.vehicle)) {
    return { outcome: 'nothing', reasons: [], working: [{ code: 'death.replaced', facts: {} }] }
  }
  const paidFen = benefit.deductsDisabilityPaid ? asked.history.disabilityPaidFen : 0n
  const deductedFen = minFen(paidFen, benefit.sumFen)
  const payableFen = maxFen(benefit.sumFen - deductedFen, 0n)
  const working: WorkingStep[] = [
    { code: 'death.within_limit', facts: { deathOn, days, limitDays } },
    {
      code: 'death.sum',
      facts: {
        title: benefit.title,
        sumFen: Number(benefit.sumFen),
        deductedFen: Number(deductedFen),
        payableFen: Number(payableFen),
      },
    },
  ]
  if (payableFen === 0n) return { outcome: 'nothing', reasons: ['death.disability_deducted'], working }
  return {
    outcome: 'pay',
    line: { benefit: benefit.code, payableFen, working },
    notes: deductedFen > 0n ? ['death.disability_deducted'] : [],
  }
}
