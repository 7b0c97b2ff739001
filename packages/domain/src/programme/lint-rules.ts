/**
 * The single questions of the linter (PRG-09, LAW §1, 保险法 17, 23–25, 30, 44–45): each takes a version and answers the
 * findings of one kind.
 */
import { BENEFIT_WORDS, FIELD_WORDS, LIST_WORDS, pathWords } from './field-words.ts'
import type { Finding } from './lint-findings.ts'
import { finding } from './lint-findings.ts'
import type { Benefit, PerDiemBenefit, PromiseSubject, ProgrammeVersion, ScaleBenefit, Sources } from './version.ts'

type Statute = { readonly law: string; readonly days: number }

/** Longest natural days the law leaves: 保险法 23 (complex claims, payment), 24 (refusal notice), 25 (certain part). */
const STATUTES: Readonly<Record<PromiseSubject, Statute>> = {
  decide: { law: '保险法第二十三条核定时限', days: 30 },
  pay: { law: '保险法第二十三条给付时限', days: 10 },
  refusalNotice: { law: '保险法第二十四条拒赔通知时限', days: 3 },
  certainPart: { law: '保险法第二十五条先予支付时限', days: 60 },
}
const UNIT_TITLE = { workingDay: ' 个工作日', naturalDay: ' 个自然日' } as const

/** Working days are compared by the ordinary week: five of them take seven natural days. */
export function promisesAboveLaw(version: ProgrammeVersion): readonly Finding[] {
  const found: Finding[] = []
  for (const promise of version.promises) {
    const statute = STATUTES[promise.subject]
    const naturalDays = promise.unit === 'naturalDay' ? promise.days : Math.ceil((promise.days * 7) / 5)
    if (naturalDays <= statute.days) continue
    const facts = {
      title: promise.title,
      days: promise.days,
      unitTitle: UNIT_TITLE[promise.unit],
      law: statute.law,
      lawDays: statute.days,
      lawUnitTitle: UNIT_TITLE.naturalDay,
      cappedBy: promise.cappedBy,
    }
    found.push(finding(promise.cappedBy === null ? 'lint.promise_above_law' : 'lint.promise_capped_by_law', facts))
  }
  return found
}

export function benefitFindings(version: ProgrammeVersion): readonly Finding[] {
  return version.benefits.flatMap((benefit) => {
    switch (benefit.kind) {
      case 'lumpSum':
        return benefit.sumFen === 0n ? [zero(benefit, 'sumFen')] : []
      case 'scale':
        return scaleFindings(benefit)
      case 'perDiem':
        return perDiemFindings(benefit)
      case 'transport':
        return Object.entries(benefit.sumFenByVehicle).flatMap(([vehicle, sumFen]) =>
          sumFen === 0n ? [zero(benefit, `sumFenByVehicle.${vehicle}`)] : [],
        )
      case 'reimbursement':
        return benefit.pricing === null ? [finding('lint.benefit_unpriced', { title: benefit.title })] : []
      default:
        return []
    }
  })
}

function zero({ code, title }: Benefit, field: string): Finding {
  return finding('lint.sum_is_zero', { path: `${code}.${field}`, field: `${title}：${pathWords(field)}` })
}

function scaleFindings(benefit: ScaleBenefit): readonly Finding[] {
  const found: Finding[] = benefit.sumFen === 0n ? [zero(benefit, 'sumFen')] : []
  const { title, percentByGrade } = benefit
  const top = percentByGrade[0] ?? 0
  if (top !== 100) found.push(finding('lint.ladder_above_whole', { title, percent: top }))
  percentByGrade.forEach((percent, index) => {
    const nextPercent = percentByGrade[index + 1]
    if (nextPercent === undefined || nextPercent < percent) return
    found.push(finding('lint.ladder_not_decreasing', { title, grade: index + 1, percent, nextPercent }))
  })
  return found
}

function perDiemFindings(benefit: PerDiemBenefit): readonly Finding[] {
  const found: Finding[] = benefit.perDayFen === 0n ? [zero(benefit, 'perDayFen')] : []
  const { title, maxDaysPerStay: stayDays, maxDaysPerYear: yearDays } = benefit
  const product = benefit.perDayFen * BigInt(yearDays)
  if (product !== benefit.maxFenPerYear) {
    found.push(
      finding('lint.limits_contradict', {
        title,
        perDayFen: Number(benefit.perDayFen),
        days: yearDays,
        productFen: Number(product),
        limitFen: Number(benefit.maxFenPerYear),
      }),
    )
  }
  if (stayDays > yearDays) found.push(finding('lint.stay_above_year', { title, stayDays, yearDays }))
  return found
}

/** Every field of a rule that holds a number (or a parameter) names its clause. */
export function sourcesMissing(version: ProgrammeVersion): readonly Finding[] {
  const found: Finding[] = []
  const check = (path: string, title: string, rule: { readonly sources: Sources }, all: boolean): void => {
    for (const [name, value] of Object.entries(rule)) {
      if (name === 'sources' || !(all || isNumeric(value)) || (rule.sources[name] ?? '').trim() !== '') continue
      const field = `${title}：${pathWords(name)}`
      found.push(finding('lint.source_missing', { path: `${path}.${name}`, field }))
    }
  }
  for (const benefit of version.benefits) check(benefit.code, benefit.title, benefit, false)
  for (const part of ['eligibility', 'premium'] as const) check(part, FIELD_WORDS[part], version[part], false)
  check('parameters', FIELD_WORDS.parameters, version.parameters, true)
  return found
}

function isNumeric(value: unknown): boolean {
  if (typeof value === 'number' || typeof value === 'bigint') return true
  return typeof value === 'object' && value !== null && Object.values(value).some(isNumeric)
}

const UNFAIR = /解释权[^。；]{0,6}(归|属|由)|最终解释/

export function unfairTerms(version: ProgrammeVersion): readonly Finding[] {
  const texts = [
    version.title,
    ...version.notes,
    ...version.benefits.map((benefit) => benefit.title),
    ...version.exclusions.map((exclusion) => exclusion.title),
    ...version.promises.map((promise) => promise.title),
  ]
  return texts.filter((text) => UNFAIR.test(text)).map((text) => finding('lint.unfair_term', { text }))
}

const NEEDS_PERSON: ReadonlySet<string> = new Set(['suicide', 'crime'])

export function exclusionFindings(version: ProgrammeVersion): readonly Finding[] {
  const found: Finding[] = []
  for (const { code, title, effect, appliesTo, explanationProof } of version.exclusions) {
    if (explanationProof.trim() === '') found.push(finding('lint.exclusion_not_explained', { title }))
    if (NEEDS_PERSON.has(code) && effect === 'refuse') found.push(finding('lint.exclusion_needs_person', { title }))
    if (appliesTo.length === 0) found.push(finding('lint.exclusion_without_benefit', { title }))
    for (const benefit of appliesTo) {
      if (!version.benefits.some((one) => one.code === benefit)) {
        found.push(finding('lint.exclusion_unknown_benefit', { title, benefit: BENEFIT_WORDS[benefit] }))
      }
    }
  }
  return found
}

export function duplicateCodes(version: ProgrammeVersion): readonly Finding[] {
  const found: Finding[] = []
  const check = (list: string, items: readonly { readonly code: string; readonly title: string }[]): void => {
    for (const [, [first, second]] of Map.groupBy(items, ({ code }) => code)) {
      if (first && second) found.push(finding('lint.duplicate_code', { list, duplicate: first.title }))
    }
  }
  check('保险责任', version.benefits)
  check('责任免除', version.exclusions)
  check('服务承诺', version.promises)
  check(
    '例子',
    version.examples.map(({ name }) => ({ code: name, title: name })),
  )
  check(
    '材料清单',
    version.documents.map(({ claimKind }) => ({ code: claimKind, title: LIST_WORDS[claimKind] })),
  )
  for (const { claimKind, documents } of version.documents) check(`材料清单（${LIST_WORDS[claimKind]}）`, documents)
  return found
}

export function dateFindings(version: ProgrammeVersion): readonly Finding[] {
  const found: Finding[] = []
  const { inForceFrom, inForceTo } = version
  if (inForceTo !== null && inForceTo < inForceFrom) {
    found.push(
      finding('lint.dates_reversed', {
        version: version.version,
        inForceFromOn: inForceFrom,
        inForceToOn: inForceTo,
      }),
    )
  }
  if (inForceFrom.slice(5) !== version.policyYearStart) {
    found.push(finding('lint.not_at_year_start', { version: version.version, yearStart: version.policyYearStart }))
  }
  return found
}

/** PRG-03: causes that the procurement document wants proved. */
const PROVED_CAUSES = { cause_traffic: '交通事故', cause_falling_object: '高空坠物' } as const

export function documentFindings(version: ProgrammeVersion): readonly Finding[] {
  const found: Finding[] = []
  for (const benefit of version.benefits) {
    const wanted = benefit.kind === 'transport' ? 'transport_death' : benefit.claimKind
    if (version.documents.some((list) => list.claimKind === wanted) || isUnpriced(benefit)) continue
    const facts = { title: benefit.title, claimKind: wanted, listTitle: LIST_WORDS[wanted] }
    found.push(finding('lint.documents_missing', facts))
  }
  for (const [claimKind, title] of Object.entries(PROVED_CAUSES)) {
    if (version.documents.some((list) => list.claimKind === claimKind && list.documents.length > 0)) continue
    found.push(finding('lint.cause_evidence_missing', { title }))
  }
  const disability = version.documents.find((list) => list.claimKind === 'disability')
  for (const document of disability?.documents ?? []) {
    if (document.required && document.title.includes('费用清单')) {
      found.push(finding('lint.document_not_needed', { title: document.title }))
    }
  }
  return found
}

function isUnpriced(benefit: Benefit): boolean {
  return benefit.kind === 'reimbursement' && benefit.pricing === null
}

/** LAW §1.6, 1.8, 1.17 and 保险法 30: where the source is ambiguous the reading for the insured is the default. */
export function parameterFindings(version: ProgrammeVersion): readonly Finding[] {
  const { parameters, eligibility } = version
  const found: Finding[] = []
  const against = (path: keyof typeof FIELD_WORDS): void => {
    found.push(finding('lint.ambiguity_against_insured', { path, field: FIELD_WORDS[path] }))
  }
  if (!parameters.dischargeDayCounts) against('dischargeDayCounts')
  if (!parameters.smallClaimIncludesLimit) against('smallClaimIncludesLimit')
  if (parameters.stacking === 'instead') against('stacking')
  if (parameters.movingAway === 'dayOfMove') against('movingAway')
  if (!parameters.payeeOnlyInsuredOrBeneficiary) against('payeeOnlyInsuredOrBeneficiary')
  if (eligibility.minAge !== 60) found.push(finding('lint.age_not_sixty', { minAge: eligibility.minAge }))
  return found
}
