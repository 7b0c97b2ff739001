import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import vectors from './vectors/sla-vectors.json' with { type: 'json' }
import type { ClockDef } from './clock-def.ts'
import { addNaturalDays, addWorkingDays } from './day-clocks.ts'
import { foldClock } from './fold-clock.ts'
import { at, clockDef, desk, events, must, type Told } from './sla-world.fixture.ts'

const ZONES = [
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['America/New_York', 300],
] as const

const business: ClockDef = {
  ...clockDef('T15'),
  id: 'V',
  unit: 'business',
  cancel: [],
  resumeOn: [],
  start: [{ type: 'v.start' }],
  stop: [{ type: 'v.stop' }],
  pauseReasons: [
    {
      reason: 'wait',
      label: '等候',
      on: [{ type: 'v.pause' }],
      until: [{ type: 'v.resume' }],
      evidence: [],
      mustInform: false,
    },
  ],
}

type Vector = Record<string, unknown>
const text = (v: Vector, key: string) => String(v[key])
const count = (v: Vector, key: string) => Number(v[key])

function dueOfRun(def: ClockDef, ...list: readonly Told[]) {
  const state = must(foldClock(def, events(...list), desk))
  if (state === undefined) throw new Error('not started')
  return state
}

function check(v: Vector): void {
  const name = text(v, 'name')
  if (name.startsWith('addWork/')) {
    const state = dueOfRun({ ...business, budget: count(v, 'minutes') * 60 }, ['v.start', text(v, 'start')])
    expect([state.dueAt, state.provisional]).toEqual([at(text(v, 'due')), v['provisional']])
  } else if (name.startsWith('workDays/')) {
    const due = must(addWorkingDays(desk, text(v, 'received'), count(v, 'n')))
    expect(due).toEqual({
      dueDay: v['dueDay'],
      due: Date.parse(at(text(v, 'due'))) / 1000,
      provisional: v['provisional'],
    })
  } else if (name.startsWith('naturalDays/')) {
    const due = must(addNaturalDays(desk, text(v, 'received'), count(v, 'n')))
    const { safeDue, statutoryDue, provisional } = due
    expect([safeDue, statutoryDue, provisional]).toEqual([v['safeDue'], v['statutoryDue'], v['provisional']])
  } else if (name.startsWith('pause/')) {
    const def = { ...business, budget: count(v, 'budgetMin') * 60 }
    const state = dueOfRun(
      def,
      ['v.start', text(v, 'created')],
      ['v.pause', text(v, 'paused')],
      ['v.resume', text(v, 'resumed')],
    )
    expect(state.dueAt).toBe(at(text(v, 'due')))
    if (v['dueWithoutPause'] === undefined) return
    expect(dueOfRun(def, ['v.start', text(v, 'created')]).dueAt).toBe(at(text(v, 'dueWithoutPause')))
  } else if (name.startsWith('priorityChange/')) {
    const def: ClockDef = {
      ...business,
      budget: count(v, 'oldMin') * 60,
      onAttributeChange: {
        on: [{ type: 'v.priority' }],
        fact: 'level',
        mode: 'retainElapsed',
        budgets: { urgent: count(v, 'newMin') * 60 },
      },
    }
    const state = dueOfRun(
      def,
      ['v.start', text(v, 'created')],
      ['v.priority', text(v, 'changed'), { level: 'urgent' }],
    )
    expect(state.dueAt).toBe(at(text(v, 'due')))
    expect(state.breachCause).toBe(v['breachedByChange'] === true ? 'reclassified' : null)
  } else if (name === 'thresholds') {
    const def = { ...business, budget: count(v, 'budgetMin') * 60, thresholds: [50, 80, 100, 150] }
    expect(dueOfRun(def, ['v.start', text(v, 'created')]).thresholds).toEqual(
      [50, 80, 100, 150].map((percent) => ({ percent, at: at(text(v, `at${percent}`)) })),
    )
  } else if (name.startsWith('wall/')) {
    const def: ClockDef = { ...business, unit: 'wall', budget: count(v, 'budgetSec') }
    expect(dueOfRun(def, ['v.start', text(v, 'ring')]).dueAt).toBe(at(text(v, 'due')))
  } else throw new Error(`no check for ${name}`)
}

describe.each(ZONES)('CLK-02 CLK-03 worked cases of the real 2026 calendar, process zone %s', (zone, offset) => {
  const before = process.env['TZ']
  beforeAll(() => {
    process.env['TZ'] = zone
  })
  afterAll(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  it('really runs in that zone', () => {
    expect(new Date('2026-01-15T00:00:00Z').getTimezoneOffset()).toBe(offset)
  })
  it.each(vectors.map((v) => [v.name, v] as const))('%s', (_name, v) => check(v))
})
