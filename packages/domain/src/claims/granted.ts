/**
 * What a decision books against the limits (PRG-02, DESIGN §2): the very days the working counted, each span within one
 * policy year, with its part of the sum; and the policy years that must be locked before looking.
 */
import { daysBetween, type Day, type Fen } from '../kernel/index.ts'
import { policyYearOf, type AdjudicationLine, type DayRange, type ProgrammeVersion } from '../programme/index.ts'

export type GrantedDays = DayRange & { readonly fen: Fen }

/** The counted days of an allowance line with `amountFen` spread over them, to the fen. */
export function grantedDays(line: AdjudicationLine, amountFen: Fen): GrantedDays[] {
  const ranges = countedRanges(line)
  const total = BigInt(ranges.reduce((sum, range) => sum + lengthOf(range), 0))
  let days = 0n
  let spent = 0n
  return ranges.map((range) => {
    days += BigInt(lengthOf(range))
    const fen = (amountFen * days) / total - spent
    spent += fen
    return { ...range, fen }
  })
}

function countedRanges(line: AdjudicationLine): DayRange[] {
  return line.working
    .filter((step) => step.code === 'hospital.year')
    .flatMap((step) => {
      const counted = step.facts['countedRanges']
      if (!Array.isArray(counted)) return []
      return counted.map((text: string) => {
        const [from = '', to = from] = text.split('/')
        return { from, to }
      })
    })
}

function lengthOf(range: DayRange): number {
  return daysBetween(range.from, range.to) + 1
}

/** First days of every policy year a decision on these facts can touch. */
export function policyYearsTouched(
  accidentOn: Day,
  stays: readonly { readonly admittedOn: Day; readonly dischargedOn: Day }[],
  version: ProgrammeVersion,
): Day[] {
  const start = version.parameters.yearBasis === 'policyYear' ? version.policyYearStart : '01-01'
  const years = new Set([policyYearOf(accidentOn, start).from])
  for (const stay of stays) {
    const last = policyYearOf(stay.dischargedOn, start).from
    for (let year = policyYearOf(stay.admittedOn, start).from; year <= last; year = nextYear(year)) years.add(year)
  }
  return [...years].sort()
}

function nextYear(yearStart: Day): Day {
  return `${+yearStart.slice(0, 4) + 1}${yearStart.slice(4)}`
}
