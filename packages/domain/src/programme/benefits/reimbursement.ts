/**
 * 住院医疗 (PRG-02): (cost − social insurance − deductible) × ratio, within the limit left, rounded down to the fen. The
 * Chaonan source hides its figures: without pricing a person decides, no number is invented. Social insurance is offset
 * only if the product was priced so (解释三 18).
 */
import { maxFen, minFen, shareOfFloor } from '../../kernel/index.ts'
import type { Fen } from '../../kernel/index.ts'
import type { AdjudicationCase, BenefitJudgement } from '../case.ts'
import type { ReimbursementBenefit } from '../version.ts'

export function judgeReimbursement(benefit: ReimbursementBenefit, asked: AdjudicationCase): BenefitJudgement {
  const pricing = benefit.pricing
  if (pricing === null) {
    return { outcome: 'manual', reasons: ['medical.unpriced'], working: [{ code: 'medical.unpriced', facts: {} }] }
  }
  if (asked.expenses.length === 0) {
    return { outcome: 'nothing', reasons: ['medical.no_expense'], working: [{ code: 'medical.no_expense', facts: {} }] }
  }
  let costFen: Fen = 0n
  let socialInsuranceFen: Fen = 0n
  for (const expense of asked.expenses) {
    costFen += expense.amountFen
    if (pricing.offsetsSocialInsurance) socialInsuranceFen += expense.socialInsuranceFen
  }
  const paidFen = asked.history.medicalPaidFen
  const baseFen = maxFen(costFen - socialInsuranceFen - pricing.deductibleFen, 0n)
  const leftFen = maxFen(pricing.limitFen - paidFen, 0n)
  const payableFen = minFen(shareOfFloor(baseFen, pricing.ratioBps), leftFen)
  const working = [
    {
      code: 'medical.sum',
      facts: {
        title: benefit.title,
        costFen: Number(costFen),
        socialInsuranceFen: Number(socialInsuranceFen),
        deductibleFen: Number(pricing.deductibleFen),
        ratioPercent: pricing.ratioBps / 100,
        limitFen: Number(pricing.limitFen),
        paidFen: Number(paidFen),
        payableFen: Number(payableFen),
      },
    },
  ]
  if (payableFen === 0n) return { outcome: 'nothing', reasons: ['medical.nothing_left'], working }
  return { outcome: 'pay', line: { benefit: benefit.code, payableFen, working }, notes: [] }
}
