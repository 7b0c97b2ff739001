import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import { foldClock } from './fold-clock.ts'
import { instantOf, secondsOf } from './instant.ts'
import { walk, type Step } from './minute-oracle.fixture.ts'
import { clockDef, desk, must, second } from './sla-world.fixture.ts'

const EPOCH = second('2026-09-14 00:00')
const BUDGETS = [60, 240, 480, 960]
const clock: ClockDef = {
  ...clockDef('T15'),
  id: 'O1',
  unit: 'business',
  budget: 480 * 60,
  resumeOn: [],
  start: [{ type: 'o.start' }],
  stop: [{ type: 'o.stop' }],
  cancel: [],
  pauseReasons: [
    {
      reason: 'wait',
      label: '等候',
      on: [{ type: 'o.pause' }],
      until: [{ type: 'o.resume' }],
      evidence: [],
      mustInform: false,
    },
  ],
  onAttributeChange: {
    on: [{ type: 'o.budget' }],
    fact: 'minutes',
    mode: 'retainElapsed',
    budgets: Object.fromEntries(BUDGETS.map((minutes) => [String(minutes), minutes * 60])),
  },
}

const atMinute = (minute: number) => instantOf(EPOCH + minute * 60)
const minuteOf = (at: string | null) => (at === null ? null : ((secondsOf(at) ?? 0) - EPOCH) / 60)

const step = fc.oneof(
  fc.record({ do: fc.constantFrom('pause' as const, 'resume' as const), after: fc.integer({ min: 0, max: 2000 }) }),
  fc.record({
    do: fc.constant('budget' as const),
    after: fc.integer({ min: 0, max: 900 }),
    minutes: fc.constantFrom(...BUDGETS),
  }),
)

/** Steps one after the other; a budget changes only to another. */
function scheduled(start: number, drawn: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Step[] {
  let minute = start
  let budget = 480
  const steps: Step[] = []
  for (const one of drawn) {
    minute += one.after
    if (one.do !== 'budget') steps.push({ do: one.do, minute })
    else if (one.minutes !== budget) {
      budget = one.minutes
      steps.push({ do: 'budget', minute, minutes: one.minutes })
    }
  }
  return steps
}

describe('CLK-03 SLA §2.4, §2.5, §2.7, §2.9 against a stopwatch carried through the minutes', () => {
  it('agrees on due, breach and outcome, whatever happened', () => {
    const start = fc.integer({ min: 0, max: 25 * 1440 })
    const stop = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null })
    let broken = 0
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 6 }), stop, (from, drawn, stopAfter) => {
        const steps = scheduled(from, drawn)
        const last = steps.at(-1)?.minute ?? from
        if (stopAfter !== null) steps.push({ do: 'stop', minute: last + stopAfter })
        const list: ClockEvent[] = [
          { id: 's', type: 'o.start', at: atMinute(from) },
          ...steps.map((one, i) => ({
            id: `e${i}`,
            type: `o.${one.do}`,
            at: atMinute(one.minute),
            ...(one.do === 'budget' ? { facts: { minutes: one.minutes } } : {}),
          })),
        ]
        const state = must(foldClock(clock, list, desk))
        const told = walk(from, 480, steps)
        expect(state?.state).toBe(told.state)
        expect(minuteOf(state?.breachedAt ?? null)).toBe(told.brokeAt)
        expect(state?.breachCause ?? null).toBe(told.cause)
        if (told.state === 'running' && told.brokeAt === null) expect(minuteOf(state?.dueAt ?? null)).toBe(told.due)
        if (told.state === 'paused') expect(state?.dueAt).toBeNull()
        if (told.brokeAt !== null) broken += 1
      }),
      { numRuns: 600 },
    )
    expect(broken).toBeGreaterThan(50)
  })
})
