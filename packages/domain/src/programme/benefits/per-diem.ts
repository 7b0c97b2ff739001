/**
 * 住院津贴 (PRG-02, LAW §1.6–1.7): so much a day for every calendar day from admission to discharge, both counted, in a
 * hospital of the level or recognised by the insurer; once a day however stays overlap; only the first days of each
 * stay from its admission; never for a day paid before; up to a number of days and a sum per policy year in which the
 * day falls, earlier payments included; the earliest days first.
 */
import { dayNumber, dayOfNumber } from '../../kernel/index.ts'
import type { AdjudicationCase, BenefitJudgement, Stay, WorkingStep } from '../case.ts'
import { countDays, earliest, unionOf, within, without } from '../day-spans.ts'
import type { Span } from '../day-spans.ts'
import { policyYearByNumber } from '../policy-year.ts'
import type { ReasonCode } from '../reasons.ts'
import type { PerDiemBenefit, ProgrammeVersion } from '../version.ts'

export function judgePerDiem(
  benefit: PerDiemBenefit,
  asked: AdjudicationCase,
  version: ProgrammeVersion,
): BenefitJudgement {
  const stays = asked.stays ?? []
  if (stays.length === 0) {
    return { outcome: 'nothing', reasons: ['hospital.no_stay'], working: [{ code: 'hospital.no_stay', facts: {} }] }
  }
  const working: WorkingStep[] = []
  const reasons: ReasonCode[] = []
  const windows = countableWindows(benefit, stays, version.parameters.dischargeDayCounts, working, reasons)
  const claimed = unionOf(windows)
  const overlapDays = countDays(windows) - countDays(claimed)
  if (overlapDays > 0) working.push({ code: 'hospital.overlap', facts: { days: overlapDays } })

  const paid = unionOf(
    asked.history.allowanceDays.map((range) => ({ from: dayNumber(range.from), to: dayNumber(range.to) })),
  )
  const open = without(claimed, paid)
  const paidDays = countDays(claimed) - countDays(open)
  if (paidDays > 0) note('hospital.already_paid', { days: paidDays }, working, reasons)

  const yearStart = version.parameters.yearBasis === 'policyYear' ? version.policyYearStart : '01-01'
  const days = countByYear(benefit, open, paid, yearStart, working, reasons)
  const payableFen = BigInt(days) * benefit.perDayFen
  if (payableFen === 0n) {
    return { outcome: 'nothing', reasons: reasons.length > 0 ? reasons : ['hospital.no_day_counts'], working }
  }
  working.push({
    code: 'hospital.sum',
    facts: {
      title: benefit.title,
      days,
      perDayFen: Number(benefit.perDayFen),
      payableFen: Number(payableFen),
    },
  })
  return { outcome: 'pay', line: { benefit: benefit.code, payableFen, days, working }, notes: reasons }
}

/** As the hospital's own papers write it. */
function levelWord(level: number | null): string {
  return ['一级', '二级', '三级'][(level ?? 0) - 1] ?? '未定级'
}

/** What the register says of the hospital, and why a person differs. */
function registerStep({ admittedOn, hospital = '', register, levelReason: reason = '' }: Stay): WorkingStep | null {
  if (!register) return null
  const recognised = register.recognised ? `，经认可（${register.basis}）` : ''
  const facts = { admittedOn, hospital, level: levelWord(register.level), recognised, reason }
  return { code: reason === '' ? 'hospital.register' : 'hospital.register_differs', facts }
}

/** The days of each stay that may count: hospital good enough, first days from admission only. */
function countableWindows(
  benefit: PerDiemBenefit,
  stays: readonly Stay[],
  dischargeDayCounts: boolean,
  working: WorkingStep[],
  reasons: ReasonCode[],
): readonly Span[] {
  const windows: Span[] = []
  const limitDays = benefit.maxDaysPerStay
  for (const stay of stays) {
    const { admittedOn, dischargedOn, hospitalLevel: level } = stay
    const said = registerStep(stay)
    if (said) working.push(said)
    const goodLevel = level !== null && level >= benefit.minHospitalLevel
    if (!goodLevel && !(stay.recognised && benefit.recognisedCounts)) {
      const facts = { admittedOn, level: levelWord(level), minLevel: levelWord(benefit.minHospitalLevel) }
      working.push({ code: 'hospital.stay_level_low', facts })
      if (!reasons.includes('hospital.level_too_low')) reasons.push('hospital.level_too_low')
      continue
    }
    const from = dayNumber(admittedOn)
    const discharge = dayNumber(dischargedOn)
    const last = dischargeDayCounts || discharge === from ? discharge : discharge - 1
    const days = last - from + 1
    const countedDays = Math.min(days, limitDays)
    const ground = goodLevel ? `${levelWord(level)}医院` : '保险公司认可的医院'
    windows.push({ from, to: from + countedDays - 1 })
    working.push({
      code: 'hospital.stay',
      facts: {
        admittedOn,
        dischargedOn,
        ground,
        countedDays,
        limitDays,
        leftDays: limitDays - countedDays,
      },
    })
    if (days > limitDays) {
      working.push({ code: 'hospital.stay_cut', facts: { days, limitDays } })
      if (!reasons.includes('hospital.stay_over_limit')) reasons.push('hospital.stay_over_limit')
    }
  }
  return windows
}

/** Counts the earliest open days of each year within what the year's limits leave after earlier payments. */
function countByYear(
  benefit: PerDiemBenefit,
  open: readonly Span[],
  paid: readonly Span[],
  yearStart: string,
  working: WorkingStep[],
  reasons: ReasonCode[],
): number {
  const perDayFen = benefit.perDayFen
  const lastDay = open.at(-1)?.to ?? Number.NEGATIVE_INFINITY
  let total = 0
  let next = open[0]?.from ?? Number.POSITIVE_INFINITY
  while (next <= lastDay) {
    const year = policyYearByNumber(next, yearStart)
    const here = within(open, year.from, year.to)
    const usedDays = countDays(within(paid, year.from, year.to))
    const usedFen = BigInt(usedDays) * perDayFen
    const leftFen = benefit.maxFenPerYear > usedFen ? benefit.maxFenPerYear - usedFen : 0n
    const leftDays = Math.max(0, benefit.maxDaysPerYear - usedDays)
    const affordableDays = perDayFen === 0n ? leftDays : Number(leftFen / perDayFen)
    const counted = earliest(here, Math.min(leftDays, affordableDays))
    const countedDays = countDays(counted)
    total += countedDays
    working.push({
      code: 'hospital.year',
      facts: {
        yearRanges: [rangeText(year)],
        usedDays,
        usedFen: Number(usedFen),
        leftDays,
        leftFen: Number(leftFen),
        countedDays,
        countedRanges: counted.map(rangeText),
        leftDaysAfter: leftDays - countedDays,
        leftAfterFen: Number(leftFen - BigInt(countedDays) * perDayFen),
      },
    })
    const days = countDays(here) - countedDays
    if (days > 0 && leftDays <= affordableDays) {
      note('limit.days_exhausted', { limitDays: benefit.maxDaysPerYear, days }, working, reasons)
    } else if (days > 0) {
      note('limit.money_exhausted', { limitFen: Number(benefit.maxFenPerYear), days }, working, reasons)
    }
    next = firstAfter(open, year.to)
  }
  return total
}

function firstAfter(spans: readonly Span[], day: number): number {
  for (const span of spans) if (span.to > day) return Math.max(span.from, day + 1)
  return Number.POSITIVE_INFINITY
}

function rangeText(span: Span): string {
  return `${dayOfNumber(span.from)}/${dayOfNumber(span.to)}`
}

function note(code: ReasonCode, facts: WorkingStep['facts'], working: WorkingStep[], reasons: ReasonCode[]): void {
  working.push({ code, facts })
  if (!reasons.includes(code)) reasons.push(code)
}
