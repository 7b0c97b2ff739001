/**
 * 意外伤残 (PRG-02, JR/T 0083-2013 4.1–4.4): each place is rated; the same part and nature counts once, by its most
 * severe rating; the most severe grade is the result, and if two or more places share it, one grade up, never above
 * grade 1. The sum times the percentage of the grade, less what was paid before for this accident. An assessment later
 * than the days limit is judged by a person (LAW §7: assess at day 180 if treatment goes on).
 */
import { daysBetween, minFen, shareOfFloor } from '../../kernel/index.ts'
import type { AdjudicationCase, BenefitJudgement, Disability, WorkingStep } from '../case.ts'
import type { ReasonCode } from '../reasons.ts'
import type { DisabilityStandard, Standards } from '../standard.ts'
import type { ScaleBenefit } from '../version.ts'

const UNKNOWN_GRADE = 11

export function judgeScale(benefit: ScaleBenefit, asked: AdjudicationCase, standards: Standards): BenefitJudgement {
  const disabilities = asked.disabilities ?? []
  const working: WorkingStep[] = []
  if (disabilities.length === 0) {
    return nothing('disability.none_assessed', [{ code: 'disability.none_assessed', facts: {} }])
  }
  const standard = standards.get(benefit.standard)
  if (standard === undefined && disabilities.some((one) => one.item !== null)) {
    const facts = { standard: benefit.standard }
    return manual('disability.standard_missing', [{ code: 'disability.standard_missing', facts }])
  }
  const late = lateAssessments(benefit, asked, disabilities)
  if (late.length > 0) return manual('disability.assessed_after_180_days', late)

  const grade = finalGrade(disabilities, standard, benefit, working)
  const percent = benefit.percentByGrade[grade - 1] ?? 0
  const grossFen = shareOfFloor(benefit.sumFen, percent * 100)
  const deductedFen = minFen(asked.history.disabilityPaidFen, grossFen)
  const payableFen = grossFen - deductedFen
  working.push({
    code: 'disability.sum',
    facts: {
      title: benefit.title,
      sumFen: Number(benefit.sumFen),
      percent,
      grossFen: Number(grossFen),
      deductedFen: Number(deductedFen),
      payableFen: Number(payableFen),
    },
  })
  if (grossFen === 0n) return nothing('disability.zero_percent', working)
  if (payableFen === 0n) return nothing('disability.already_paid', working)
  return { outcome: 'pay', line: { benefit: benefit.code, payableFen, percent, working }, notes: [] }
}

function lateAssessments(
  benefit: ScaleBenefit,
  asked: AdjudicationCase,
  disabilities: readonly Disability[],
): readonly WorkingStep[] {
  const late: WorkingStep[] = []
  for (const { assessedOn, part } of disabilities) {
    const days = daysBetween(asked.accidentOn, assessedOn)
    if (days <= benefit.withinDays) continue
    late.push({ code: 'disability.assessed_after_180_days', facts: { part, days, limitDays: benefit.withinDays } })
  }
  return late
}

/** The final grade (1 is the most severe) and the steps that led to it. */
function finalGrade(
  disabilities: readonly Disability[],
  standard: DisabilityStandard | undefined,
  benefit: ScaleBenefit,
  working: WorkingStep[],
): number {
  const gradeOfPlace = new Map<string, number>()
  const countedOnce: string[] = []
  for (const one of disabilities) {
    const grade = gradeOf(one, standard, working)
    const place = placeOf(one)
    const before = gradeOfPlace.get(place)
    if (before !== undefined) countedOnce.push(one.part)
    if (before === undefined || grade < before) gradeOfPlace.set(place, grade)
  }
  if (countedOnce.length > 0) {
    working.push({ code: 'disability.same_part', facts: { parts: [...new Set(countedOnce)] } })
  }
  let most = UNKNOWN_GRADE
  let count = 0
  for (const grade of gradeOfPlace.values()) {
    if (grade < most) {
      most = grade
      count = 1
    } else if (grade === most) count += 1
  }
  working.push({ code: 'disability.most_severe', facts: { grade: most } })
  if (count < 2 || !benefit.equalMostSevereOneUp) return most
  if (most === 1) {
    working.push({ code: 'disability.top_grade', facts: { count } })
    return most
  }
  working.push({ code: 'disability.one_up', facts: { count, grade: most, finalGrade: most - 1 } })
  return most - 1
}

function gradeOf(one: Disability, standard: DisabilityStandard | undefined, working: WorkingStep[]): number {
  const item = one.item === null ? undefined : standard?.items.get(one.item)
  if (item === undefined || standard === undefined) {
    working.push({ code: 'disability.grade', facts: { part: one.part, grade: one.grade } })
    return one.grade ?? UNKNOWN_GRADE
  }
  working.push({
    code: 'disability.item',
    facts: {
      part: one.part,
      standard: standard.number,
      item: item.id,
      grade: item.grade,
      text: item.text,
    },
  })
  if (item.verified.includes('unverified')) {
    working.push({ code: 'disability.item_unverified', facts: { item: item.id } })
  }
  return item.grade
}

/** Same part and same nature are one place; an unstated nature is one value of its own. */
function placeOf(one: Disability): string {
  return `${plain(one.part)}\n${one.nature === null ? '' : plain(one.nature)}`
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

function nothing(code: ReasonCode, working: readonly WorkingStep[]): BenefitJudgement {
  return { outcome: 'nothing', reasons: [code], working }
}

function manual(code: ReasonCode, working: readonly WorkingStep[]): BenefitJudgement {
  return { outcome: 'manual', reasons: [code], working }
}
