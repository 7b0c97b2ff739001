/**
 * Premium of a policy year (PRG-06): heads × the sum a head, charged first on the planned heads (215,864 × ¥10 =
 * ¥2,158,640.00), trued up when the roster of the year is known. Joiners pay the full sum or a twelfth for each month
 * begun (parameter, LAW §1.17; each share rounded down to the fen). Who leaves has been covered from a day of the year
 * on and is paid for: the source knows no refund.
 */
import { formatYuan } from '../kernel/index.ts'
import type { Day, Fen } from '../kernel/index.ts'
import type { PolicyYear } from './policy-year.ts'

export type PremiumInput = {
  readonly policyYear: PolicyYear
  readonly perHeadFen: Fen
  readonly joinerPremium: 'full' | 'proRata'
  readonly plannedHeads: number
  /** Covered on the first day of the policy year. */
  readonly headsAtStart: number
  /** Those whose cover began later in the year, by their first covered day. */
  readonly joiners: readonly { readonly from: Day; readonly heads: number }[]
  /** Those whose cover ended before the last day of the year, by month (`YYYY-MM`). */
  readonly leavers: readonly { readonly month: string; readonly heads: number }[]
  /** What has arrived from the policy holder, less what went back. */
  readonly paidFen: Fen
}
export type PremiumLine = {
  readonly kind: 'start' | 'joiners'
  readonly from: Day
  readonly heads: number
  /** Months paid for, of twelve. */
  readonly months: number
  readonly eachFen: Fen
  readonly sumFen: Fen
}
export type PremiumAnswer = {
  readonly lines: readonly PremiumLine[]
  readonly heads: number
  readonly leftHeads: number
  readonly plannedFen: Fen
  readonly dueFen: Fen
  /** > 0 is owed on top of the planned premium, < 0 goes back. */
  readonly trueUpFen: Fen
  readonly paidFen: Fen
  /** > 0 is still to be paid by the policy holder, < 0 goes back to him. */
  readonly outstandingFen: Fen
  readonly working: readonly string[]
}

export function premiumFen(heads: number, perHeadFen: Fen): Fen {
  return BigInt(heads) * perHeadFen
}

export function premiumOfYear(input: PremiumInput): PremiumAnswer {
  const { policyYear, perHeadFen, headsAtStart, paidFen } = input
  const start: PremiumLine = {
    kind: 'start',
    from: policyYear.from,
    heads: headsAtStart,
    months: 12,
    eachFen: perHeadFen,
    sumFen: premiumFen(headsAtStart, perHeadFen),
  }
  const joiners = [...input.joiners].sort((a, b) => (a.from < b.from ? -1 : 1)).map((one) => joinerLine(one, input))
  const lines = [start, ...joiners]
  const plannedFen = premiumFen(input.plannedHeads, perHeadFen)
  const dueFen = lines.reduce((sum, line) => sum + line.sumFen, 0n)
  const sums = { plannedFen, dueFen, trueUpFen: dueFen - plannedFen, paidFen, outstandingFen: dueFen - paidFen }
  const heads = lines.reduce((sum, line) => sum + line.heads, 0)
  const leftHeads = input.leavers.reduce((sum, one) => sum + one.heads, 0)
  return { lines, heads, leftHeads, ...sums, working: workingOf(input, lines, leftHeads, sums) }
}

function joinerLine({ from, heads }: { from: Day; heads: number }, input: PremiumInput): PremiumLine {
  const months = input.joinerPremium === 'full' ? 12 : monthsLeft(from, input.policyYear)
  const eachFen = (input.perHeadFen * BigInt(months)) / 12n
  return { kind: 'joiners', from, heads, months, eachFen, sumFen: premiumFen(heads, eachFen) }
}

/** Months of the policy year from a day on, the month begun counted whole; 12 at its beginning. */
function monthsLeft(from: Day, year: PolicyYear): number {
  const start = year.from
  const gone = (+from.slice(0, 4) - +start.slice(0, 4)) * 12 + +from.slice(5, 7) - +start.slice(5, 7)
  return Math.max(0, Math.min(12, 12 - gone))
}

type Sums = Pick<PremiumAnswer, 'plannedFen' | 'dueFen' | 'trueUpFen' | 'paidFen' | 'outstandingFen'>

function workingOf(input: PremiumInput, lines: readonly PremiumLine[], leftHeads: number, sums: Sums): string[] {
  const { policyYear, perHeadFen, joinerPremium } = input
  const told = lines.map((line) =>
    line.kind === 'start'
      ? `${line.from} 年度首日在保 ${count(line.heads)} 人 × ${formatYuan(perHeadFen)} = ${formatYuan(line.sumFen)}`
      : `${line.from} 起新增 ${count(line.heads)} 人 × ${eachText(line, perHeadFen)} = ${formatYuan(line.sumFen)}`,
  )
  const rule =
    joinerPremium === 'full'
      ? '新增人员按全年保费计（方案参数）。'
      : '新增人员按剩余月数计，不足一个月按一个月，每人的数舍去不足一分的部分（方案参数）。'
  const left = `年度内（${policyYear.to} 前）保障终止 ${count(leftHeads)} 人，保费不退。`
  const planned = `计划保费 ${count(input.plannedHeads)} 人 × ${formatYuan(perHeadFen)} = ${formatYuan(sums.plannedFen)}`
  const due = `应收合计 ${formatYuan(sums.dueFen)}，${planned}，补退 ${signed(sums.trueUpFen)}。`
  const paid = `已收 ${formatYuan(sums.paidFen)}，${outstandingText(sums.outstandingFen)}。`
  return [...told, rule, left, due, paid]
}

function eachText(line: PremiumLine, perHeadFen: Fen): string {
  if (line.months === 12) return formatYuan(line.eachFen)
  return `${formatYuan(line.eachFen)}（${formatYuan(perHeadFen)} × ${line.months}/12）`
}

function outstandingText(fen: Fen): string {
  if (fen === 0n) return '两清'
  return fen > 0n ? `投保人尚欠 ${formatYuan(fen)}` : `应退投保人 ${formatYuan(-fen)}`
}

function signed(fen: Fen): string {
  return fen > 0n ? `+${formatYuan(fen)}` : formatYuan(fen)
}

function count(heads: number): string {
  return String(heads).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

export type Credit = { readonly eachFen: Fen; readonly heads: number; readonly totalFen: Fen; readonly months: number }

/**
 * What a cheaper premium gives back (PRG-08): the difference for the months from the start of the change to the end of
 * the policy year it falls in, for each head; rounded up to the fen, in favour of who has paid.
 */
export function premiumCredit(beforeFen: Fen, afterFen: Fen, from: Day, year: PolicyYear, heads: number): Credit {
  const months = monthsLeft(from, year)
  const lessFen = beforeFen > afterFen ? beforeFen - afterFen : 0n
  const eachFen = (lessFen * BigInt(months) + 11n) / 12n
  return { eachFen, heads, months, totalFen: premiumFen(heads, eachFen) }
}
