/** A definition as data, as the fields of its form, and back; what the form does not show stays as it was (CLK-01). */
import { ESCALATION_LEVELS, isEscalationLevel, type EscalationLevel } from '@anpei/domain/sla'
import { keyIn } from '../kit/index.ts'

export type DefinitionData = Readonly<Record<string, unknown>>

/** Unit and scale, or unit and period, in one choice. */
export const MEASURES = {
  'wall|3600': '小时（不分昼夜）',
  'wall|60': '分钟（不分昼夜）',
  'wall|1': '秒（不分昼夜）',
  'business|3600': '小时（只算工作时间）',
  'business|60': '分钟（只算工作时间）',
  'business|1': '秒（只算工作时间）',
  'workingDay|1': '个工作日',
  'naturalDay|1': '日（自然日）',
  'month|1': '个月',
  'year|1': '年',
  'recurring|day': '每日一次，日末后几日',
  'recurring|week': '每周一次，周末后几日',
  'recurring|month': '每月一次，月末后几日',
  'recurring|quarter': '每季一次，季末后几日',
  'recurring|halfYear': '每半年一次，期末后几日',
  'recurring|year': '每年一次，年末后几日',
  'periodEnd|month': '本月末后几日',
  'periodEnd|quarter': '本季末后几日',
  'periodEnd|year': '本年末后几日',
  'fixedDate|1': '事件写明的日期',
} as const
type Measure = keyof typeof MEASURES

export type PromiseValues = {
  name: string
  amount: number
  measure: Measure
  calendar: string
  thresholds: string
  /** Whether this promise has its own list of who is told. */
  ownSteps: 'table' | 'own'
  steps: Record<string, EscalationLevel[]>
  owner: string
  running: 'yes' | 'no'
  heldBack: string
  document: string
  article: string
  edition: string
  standing: string
  apply: 'new' | 'running'
  capByLaw: boolean
  validFrom: string
  reason: string
}

/** Whoever handles the case is told where nothing else was said. */
const FIRST_STEP: EscalationLevel[] = ['handler']

export function valuesOf(data: DefinitionData): PromiseValues {
  const basis = recordOf(data['basis'])
  const { amount, measure } = limitOf(data)
  const percents = numbersOf(data['thresholds'] ?? [50, 80, 100, 120])
  const steps = stepsOf(data['escalation'])
  return {
    name: textOf(data['name']),
    amount,
    measure,
    calendar: textOf(data['calendar']),
    thresholds: percents.join(', '),
    ownSteps: data['escalation'] === undefined ? 'table' : 'own',
    steps: Object.fromEntries(percents.map((percent) => [percent, steps.get(percent) ?? FIRST_STEP])),
    owner: textOf(data['owner']),
    running: data['heldBack'] === undefined ? 'yes' : 'no',
    heldBack: textOf(data['heldBack']),
    document: textOf(basis['document']),
    article: textOf(basis['article']),
    edition: textOf(basis['version']),
    standing: textOf(basis['standing']) || 'verified',
    apply: 'new',
    capByLaw: false,
    validFrom: '',
    reason: '',
  }
}

function limitOf(data: DefinitionData): { amount: number; measure: Measure } {
  const unit = textOf(data['unit'])
  const budget = Number(data['budget'] ?? 0)
  const scale = budget > 0 && budget % 3600 === 0 ? 3600 : budget > 0 && budget % 60 === 0 ? 60 : 1
  if (unit === 'wall' || unit === 'business') return { amount: budget / scale, measure: measureOf(`${unit}|${scale}`) }
  const period = textOf(data['period'])
  return { amount: budget, measure: measureOf(`${unit}|${period || '1'}`) }
}

function measureOf(text: string): Measure {
  return keyIn(MEASURES, text) ?? 'workingDay|1'
}

/** The data with the fields of the form in their places. */
export function dataOf(base: DefinitionData, values: PromiseValues): DefinitionData {
  const { period: _period, heldBack: _held, escalation: _told, ...rest } = base
  const [unit = '', more = '1'] = values.measure.split('|')
  const isTime = unit === 'wall' || unit === 'business'
  const percents = percentsOf(values.thresholds)
  const standing = values.standing === 'verified' ? {} : { standing: values.standing }
  return {
    ...rest,
    name: values.name.trim(),
    owner: values.owner.trim(),
    calendar: values.calendar,
    unit,
    budget: Math.round(values.amount * (isTime ? Number(more) : 1)),
    ...(unit === 'recurring' || unit === 'periodEnd' ? { period: more } : {}),
    thresholds: percents ?? values.thresholds,
    basis: {
      document: values.document.trim(),
      article: values.article.trim(),
      version: values.edition.trim(),
      ...standing,
    },
    ...(values.running === 'no' ? { heldBack: values.heldBack.trim() } : {}),
    ...(values.ownSteps === 'own' && percents ? { escalation: toldOf(percents, values.steps) } : {}),
  }
}

function toldOf(percents: readonly number[], steps: PromiseValues['steps']) {
  return percents.map((percent) => ({ percent, to: steps[String(percent)] ?? FIRST_STEP }))
}

/** `50, 80、100` → numbers; null where a piece is none. */
export function percentsOf(text: string): number[] | null {
  const parts = text.split(/[\s,，、%％]+/).filter((part) => part !== '')
  return parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null
}

/** Data pasted from a file: one definition, or a list with this one in it. */
export function definitionIn(text: string, clockId: string): DefinitionData | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const found: unknown = Array.isArray(parsed) ? parsed.find((one) => recordOf(one)['id'] === clockId) : parsed
    const data = recordOf(found)
    return data['id'] === clockId ? data : null
  } catch {
    return null
  }
}

function stepsOf(input: unknown): ReadonlyMap<number, EscalationLevel[]> {
  const list: readonly unknown[] = Array.isArray(input) ? input : []
  return new Map(
    list.map((one) => {
      const { percent, to } = recordOf(one)
      const levels: readonly unknown[] = Array.isArray(to) ? to : []
      return [Number(percent), levels.map(String).filter(isEscalationLevel)]
    }),
  )
}

export const LEVEL_CHOICES = Object.entries(ESCALATION_LEVELS).map(([value, label]) => ({ value, label }))

function recordOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? Object.fromEntries(Object.entries(input)) : {}
}

function textOf(input: unknown): string {
  return typeof input === 'string' ? input : ''
}

function numbersOf(input: unknown): number[] {
  return Array.isArray(input) ? input.map(Number) : []
}
