/** Who can be told of a clock, and from which percent on (CLK-01, CLK-04; SLA §2 rule 10). */
import { isRecord, isTextList, isWholeNumber } from './unknown.ts'

export const ESCALATION_LEVELS = {
  handler: '承办人',
  leader: '直接主管',
  head: '机构负责人',
  quality: '质检',
  headOffice: '总公司',
} as const
export type EscalationLevel = keyof typeof ESCALATION_LEVELS
export type EscalationStep = { readonly percent: number; readonly to: readonly EscalationLevel[] }

export function isEscalationLevel(text: string): text is EscalationLevel {
  return Object.hasOwn(ESCALATION_LEVELS, text)
}

/** `[{ percent: 50, to: ['handler'] }, …]`, percents rising; or what is wrong with it. */
export function readSteps(input: unknown): readonly EscalationStep[] | string {
  if (!Array.isArray(input) || input.length === 0) return '应为非空列表'
  const steps: EscalationStep[] = []
  for (const level of input) {
    if (!isRecord(level) || !isWholeNumber(level['percent']) || !isTextList(level['to'])) return '有一项有误'
    const to = level['to'].filter(isEscalationLevel)
    if (to.length !== level['to'].length) return `不认识的级别 ${level['to'].join('、')}`
    if (to.length === 0) return '每一级至少告知一人'
    const last = steps.at(-1)
    if (last !== undefined && level['percent'] <= last.percent) return 'percent 应逐级增大'
    steps.push({ percent: level['percent'], to })
  }
  return steps
}
