/**
 * What the linter can find (PRG-09): code, how grave, and the sentence. An `error` refuses publication, a `warning` is
 * shown and may be published.
 */
import type { Facts } from '../kernel/index.ts'
import { fillTemplate } from './wording.ts'

const FINDINGS = {
  'lint.promise_above_law': {
    severity: 'error',
    zh: '承诺“{title}”{days}{unitTitle}比法律的{law}（{lawDays}{lawUnitTitle}）长，须注明以哪个法定时限为准。',
  },
  'lint.promise_capped_by_law': {
    severity: 'warning',
    zh: '承诺“{title}”{days}{unitTitle}比法律的{law}（{lawDays}{lawUnitTitle}）长；两者同时计时，先到的为准。',
  },
  'lint.limits_contradict': {
    severity: 'error',
    zh: '“{title}”的限额自相矛盾：每天{perDayFen} × {days} 天 = {productFen}，而年度金额上限是{limitFen}。',
  },
  'lint.stay_above_year': {
    severity: 'error',
    zh: '“{title}”每次住院上限 {stayDays} 天超过年度上限 {yearDays} 天。',
  },
  'lint.source_missing': { severity: 'error', zh: '“{field}”没有注明出处条款。' },
  'lint.unfair_term': {
    severity: 'error',
    zh: '“{text}”：解释权归保险公司属于不公平条款，有歧义时应作有利于被保险人的解释（保险法第三十条）。',
  },
  'lint.ladder_not_decreasing': {
    severity: 'error',
    zh: '“{title}”的给付比例没有逐级降低：{grade} 级 {percent}%，下一级 {nextPercent}%。',
  },
  'lint.ladder_above_whole': { severity: 'error', zh: '“{title}”的 1 级比例应为 100%，现为 {percent}%。' },
  'lint.exclusion_not_explained': {
    severity: 'error',
    zh: '责任免除“{title}”没有写明提示和说明的证据（保险法第十七条），对被保险人不产生效力。',
  },
  'lint.exclusion_needs_person': {
    severity: 'error',
    zh: '责任免除“{title}”在法律上另有例外或须有官方结论，不能由机器建议拒赔（保险法第四十四、四十五条）。',
  },
  'lint.exclusion_unknown_benefit': {
    severity: 'error',
    zh: '责任免除“{title}”针对的“{benefit}”不在本方案中。',
  },
  'lint.exclusion_without_benefit': { severity: 'error', zh: '责任免除“{title}”没有写明适用于哪些保险责任。' },
  'lint.duplicate_code': { severity: 'error', zh: '{list}中“{duplicate}”出现了不止一次。' },
  'lint.dates_reversed': { severity: 'error', zh: '版本“{version}”的止日{inForceToOn}早于起日{inForceFromOn}。' },
  'lint.versions_overlap': { severity: 'error', zh: '版本“{version}”与“{other}”的有效期重叠。' },
  'lint.versions_gap': { severity: 'error', zh: '版本“{version}”与“{other}”之间有没有版本有效的日子。' },
  'lint.not_at_year_start': {
    severity: 'warning',
    zh: '版本“{version}”不在保单年度首日（{yearStart}）生效，同一年度内会有两种规则。',
  },
  'lint.sum_is_zero': { severity: 'error', zh: '“{field}”的金额为零。' },
  'lint.benefit_unpriced': {
    severity: 'warning',
    zh: '“{title}”没有免赔额、比例和限额，这类案件全部由人工认定。',
  },
  'lint.documents_missing': { severity: 'error', zh: '“{title}”没有对应的材料清单（{listTitle}）。' },
  'lint.cause_evidence_missing': {
    severity: 'error',
    zh: '“{title}”没有写明用什么资料证明（交通事故：交警证明；高空坠物：现场照片或证人证言）。',
  },
  'lint.document_not_needed': {
    severity: 'warning',
    zh: '伤残按比例给付，不需要“{title}”，应改为可选。',
  },
  'lint.ambiguity_against_insured': {
    severity: 'warning',
    zh: '参数“{field}”在原文有歧义时取了不利于被保险人的一种（保险法第三十条）。',
  },
  'lint.age_not_sixty': { severity: 'warning', zh: '参保年龄是 {minAge} 周岁，与老年人保障的 60 周岁（含）不同。' },
  'lint.example_missing': { severity: 'warning', zh: '“{title}”没有应当给付的例子。' },
  'lint.example_fails': {
    severity: 'error',
    zh: '例子“{name}”算出{outcome} {payableFen}，与写明的{expectedOutcome} {expectedFen} 不一致；原因见“例子”。',
  },
} as const

export type FindingCode = keyof typeof FINDINGS
export type Finding = {
  readonly code: FindingCode
  readonly severity: 'error' | 'warning'
  readonly facts: Facts
  readonly zh: string
}

export function finding(code: FindingCode, facts: Facts): Finding {
  const { severity, zh } = FINDINGS[code]
  return { code, severity, facts, zh: fillTemplate(zh, facts) }
}

export const FINDING_CODES = Object.keys(FINDINGS)
