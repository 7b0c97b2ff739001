/** Reads event patterns and pause reasons of a clock definition (SLA §1). A bare name matches every event of it. */
import type { EventPattern, FactTest, FactValue, PauseReason } from './clock-def.ts'
import { isRecord, isText, isTextList } from './unknown.ts'

const EVENT_NAME = /^[a-z][a-z_]*(\.[a-z][a-z_]*)+$/
const LIST = 50

/** `undefined` if any pattern is invalid. */
export function readPatterns(input: unknown): readonly EventPattern[] | undefined {
  if (!Array.isArray(input) || input.length > LIST) return undefined
  const patterns: EventPattern[] = []
  for (const item of input) {
    const pattern = readPattern(item)
    if (pattern === undefined) return undefined
    patterns.push(pattern)
  }
  return patterns
}

function readPattern(input: unknown): EventPattern | undefined {
  if (isText(input)) return EVENT_NAME.test(input) ? { type: input } : undefined
  if (!isRecord(input)) return undefined
  const { type, where, ...more } = input
  if (!isText(type) || !EVENT_NAME.test(type) || !isRecord(where) || Object.keys(more).length > 0) return undefined
  const tests: Record<string, FactTest> = {}
  for (const [fact, value] of Object.entries(where)) {
    const test = readTest(value)
    if (test === undefined) return undefined
    tests[fact] = test
  }
  return { type, where: tests }
}

function readTest(input: unknown): FactTest | undefined {
  if (!isRecord(input)) return undefined
  const [name, more] = Object.keys(input)
  if (name === undefined || more !== undefined) return undefined
  const value = input[name]
  if (name === 'is' && isFactValue(value)) return { is: value }
  if (name === 'not' && isFactValue(value)) return { not: value }
  if (name === 'atMost' && typeof value === 'number') return { atMost: value }
  if (name === 'above' && typeof value === 'number') return { above: value }
  if (name !== 'oneOf' || !Array.isArray(value) || value.length > LIST) return undefined
  return value.every(isFactValue) ? { oneOf: value } : undefined
}

function isFactValue(input: unknown): input is FactValue {
  return typeof input === 'string' || typeof input === 'boolean' || Number.isSafeInteger(input)
}

export function readPauseReasons(input: unknown): readonly PauseReason[] | undefined {
  if (!Array.isArray(input) || input.length > LIST) return undefined
  const reasons: PauseReason[] = []
  for (const item of input) {
    if (!isRecord(item)) return undefined
    const { reason, label, evidence, mustInform } = item
    const on = readPatterns(item['on'])
    const until = readPatterns(item['until'])
    if (!isText(reason) || !isText(label) || !isTextList(evidence) || typeof mustInform !== 'boolean') return undefined
    if (on === undefined || on.length === 0 || until === undefined || until.length === 0) return undefined
    if (reasons.some((other) => other.reason === reason)) return undefined
    reasons.push({ reason, label, on, until, evidence, mustInform })
  }
  return reasons
}
