/** Who is told at which percent, as data (CLK-04; SLA §2 rule 10): handler, leader, head, head office. */
import { ok, refuse, type Decision } from '../kernel/index.ts'
import type { ClockKind } from './clock-def.ts'
import { isEscalationLevel, readSteps, type EscalationLevel, type EscalationStep } from './escalation-levels.ts'
import { isRecord, isText, isTextList } from './unknown.ts'

export type Escalation = {
  /** Whose working time warnings of promises wait for. */
  readonly calendar: string
  readonly steps: readonly EscalationStep[]
  /** Levels that are roles, not places in the chain. */
  readonly roles: Readonly<Partial<Record<EscalationLevel, readonly string[]>>>
  readonly atOnceKinds: readonly string[]
  readonly atOnceClocks: readonly string[]
}

export function parseEscalation(input: unknown): Decision<Escalation, 'sla.bad_escalation'> {
  if (!isRecord(input)) return bad('不是对象')
  const { calendar, levels, posts, atOnceKinds, atOnceClocks } = input
  if (!isText(calendar)) return bad('calendar 不得为空')
  const steps = readSteps(levels)
  if (typeof steps === 'string') return bad(`levels ${steps}`)
  if (!isRecord(posts)) return bad('posts 应为对象')
  const roles: Partial<Record<EscalationLevel, readonly string[]>> = {}
  for (const [level, post] of Object.entries(posts)) {
    if (!isEscalationLevel(level) || !isRecord(post) || !isTextList(post['roles'])) return bad(`posts.${level} 有误`)
    roles[level] = post['roles']
  }
  if (!isTextList(atOnceKinds) || !isTextList(atOnceClocks)) return bad('atOnceKinds、atOnceClocks 应为列表')
  return ok({ calendar, steps, roles, atOnceKinds, atOnceClocks })
}

function bad(problem: string) {
  return refuse('sla.bad_escalation', { problem })
}

/** The levels told at a percent: those of the highest step not above it; below all steps the handler is told. */
export function levelsAt(escalation: Pick<Escalation, 'steps'>, percent: number): readonly EscalationLevel[] {
  return escalation.steps.findLast((step) => step.percent <= percent)?.to ?? ['handler']
}

/** Alarms of law and of accident reports are shown at once, others in the reader's next working time. */
export function isAtOnce(escalation: Escalation, clock: { readonly id: string; readonly kind: ClockKind }): boolean {
  return escalation.atOnceKinds.includes(clock.kind) || escalation.atOnceClocks.includes(clock.id)
}
