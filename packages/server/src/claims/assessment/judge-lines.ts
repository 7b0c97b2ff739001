/** What an assessment says about one line: the calculated sum, and the ceiling where a person sets the sum by hand. */
import {
  assessAccepted,
  isNotApplicable,
  kindOfBenefit,
  payableLine,
  sumInsured,
  type JudgedLine,
} from '@anpei/domain/claims'
import { maxFen, type Fen } from '@anpei/domain/kernel'
import type { AdjudicationLine, Outcome } from '@anpei/domain/programme'
import { loadStandards } from '../../programme/index.ts'
import type { Judgement } from './judge.ts'
import type { LineRecord } from '../store-claims.ts'

export type Calculated = {
  readonly outcome: Outcome | null
  readonly calculatedFen: Fen
  readonly line: AdjudicationLine | undefined
  /** As if everything left to a person were accepted. */
  readonly acceptedLine: AdjudicationLine | undefined
  readonly ceilingFen: Fen | null
}

export function calculatedOf(judgement: Judgement, benefit: string): Calculated {
  const { assessed, version } = judgement
  const kind = kindOfBenefit(version, benefit)
  const outcome = assessed.kinds.find((one) => one.kind === kind)?.adjudication.outcome ?? null
  const line = payableLine(assessed, benefit)
  const calculatedFen = line?.payableFen ?? 0n
  if (outcome !== 'manual') return { outcome, calculatedFen, line, acceptedLine: line, ceilingFen: calculatedFen }
  const accepted = assessAccepted(judgement.input, judgement.basis, version, loadStandards())
  const acceptedLine = payableLine(accepted, benefit)
  // Days are booked day by day: without countable days no allowance can be granted by hand either.
  const ceilingFen = acceptedLine?.payableFen ?? (benefit === 'hospital_allowance' ? 0n : leftOfSum(judgement, benefit))
  return { outcome, calculatedFen, line, acceptedLine, ceilingFen }
}

function leftOfSum({ version, basis }: Judgement, benefit: string): Fen | null {
  const sumFen = sumInsured(version, benefit)
  if (sumFen === null) return null
  const own = basis.ownLines.find((line) => line.benefit === benefit)?.id
  const sharers = benefit === 'death' || benefit === 'disability' ? ['death', 'disability'] : [benefit]
  const paidFen = basis.usage.sums
    .filter((paid) => sharers.includes(paid.benefit) && paid.accidentOn === basis.accidentOn && paid.lineId !== own)
    .reduce((sum, paid) => sum + paid.paidFen, 0n)
  return maxFen(sumFen - paidFen, 0n)
}

export function judgedLines(lines: readonly LineRecord[], judgement: Judgement): JudgedLine[] {
  return lines.map((line) => {
    const { outcome, calculatedFen, ceilingFen } = calculatedOf(judgement, line.benefit)
    return {
      id: line.id,
      benefit: line.benefit,
      state: line.state,
      outcome,
      calculatedFen,
      ceilingFen,
      reserveFen: line.reserveFen,
      notApplicable: isNotApplicable(line.benefit, judgement.input.vehicle),
    }
  })
}
