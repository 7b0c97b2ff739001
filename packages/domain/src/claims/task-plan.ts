/**
 * ORG-07: task patterns per case class give each case its workplan: what is to be done, by when, what must be done
 * before, and to whom it goes up when it stays undone. The patterns are business data (config/task-patterns.json); this
 * is the one place that reads them.
 */
import { addDays, dayOfInstant, ok, refuse, startOfDay, type Decision, type Instant } from '../kernel/index.ts'
import type { TaskState } from './lifecycles.ts'
import { CLAIM_CLASSES, type ClaimClass } from './words.ts'

export const ESCALATED_TO = { supervisor: '经办人的上级', institution_head: '机构负责人' } as const
export type EscalatedTo = keyof typeof ESCALATED_TO

export type TaskStep = {
  /** Its name within the pattern; other steps come `after` it. */
  readonly step: string
  readonly kind: string
  readonly title: string
  /** Whole days from the day it opens; due at the end of the last. */
  readonly dueInDays: number
  readonly after: readonly string[]
  readonly escalate: { readonly afterDays: number; readonly to: EscalatedTo } | null
}
export type TaskPatterns = Readonly<Partial<Record<ClaimClass, readonly TaskStep[]>>>

const MOST_STEPS = 20
const MOST_DAYS = 60

/** Refuses what a case could not be planned by: unknown classes, steps after later ones, twice the same step. */
export function parseTaskPatterns(input: unknown): Decision<TaskPatterns, 'task.pattern_malformed'> {
  if (!isRecord(input)) return malformed('', '')
  const patterns: Partial<Record<ClaimClass, readonly TaskStep[]>> = {}
  for (const [name, list] of Object.entries(input)) {
    const claimClass = classOf(name)
    if (claimClass === null || !Array.isArray(list) || list.length > MOST_STEPS) return malformed(name, '')
    const steps: TaskStep[] = []
    for (const item of list) {
      const step = readStep(item, steps)
      if (step === null) return malformed(name, isRecord(item) ? String(item['step']) : '')
      steps.push(step)
    }
    patterns[claimClass] = steps
  }
  return ok(patterns)
}

function malformed(claimClass: string, step: string) {
  return refuse('task.pattern_malformed', { class: claimClass, step })
}

function readStep(input: unknown, earlier: readonly TaskStep[]): TaskStep | null {
  if (!isRecord(input)) return null
  const { step, kind, title, dueInDays, after, escalate, ...more } = input
  if (Object.keys(more).length > 0 || !isWord(step) || !isWord(kind) || !isDays(dueInDays)) return null
  if (typeof title !== 'string' || title.length < 1 || title.length > 100) return null
  if (earlier.some((one) => one.step === step)) return null
  if (!Array.isArray(after)) return null
  const before = after.map(String)
  if (!before.every((name) => earlier.some((one) => one.step === name))) return null
  if (escalate === undefined || escalate === null)
    return { step, kind, title, dueInDays, after: before, escalate: null }
  if (!isRecord(escalate) || !isDays(escalate['afterDays'])) return null
  const to = escalate['to']
  if (to !== 'supervisor' && to !== 'institution_head') return null
  return { step, kind, title, dueInDays, after: before, escalate: { afterDays: escalate['afterDays'], to } }
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}
function isWord(input: unknown): input is string {
  return typeof input === 'string' && /^[a-z][a-z_]{0,39}$/.test(input)
}
function isDays(input: unknown): input is number {
  return typeof input === 'number' && Number.isInteger(input) && input >= 0 && input <= MOST_DAYS
}
function classOf(name: string): ClaimClass | null {
  return isClaimClass(name) ? name : null
}
function isClaimClass(name: string): name is ClaimClass {
  return Object.hasOwn(CLAIM_CLASSES, name)
}

export type KnownTask = { readonly step: string | null; readonly state: TaskState }

/** The steps that wait for others: a step is ready when each it comes after was done, or was dropped for good. */
export function stepsInTheWay(after: readonly string[], known: readonly KnownTask[]): string[] {
  return after.filter((name) => {
    const task = known.find((one) => one.step === name)
    return task === undefined || task.state === 'open' || task.state === 'waiting'
  })
}

/** Due at the end of the last of `dueInDays` days after the day the task opens. */
export function taskDueAt(openedAt: Instant, dueInDays: number): Instant {
  return startOfDay(addDays(dayOfInstant(openedAt), dueInDays + 1))
}

/** When an open task goes up, if nobody ends it before. */
export function escalatesAt(dueAt: Instant, afterDays: number): Instant {
  return startOfDay(addDays(dayOfInstant(dueAt), afterDays))
}
