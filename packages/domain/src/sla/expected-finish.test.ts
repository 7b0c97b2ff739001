import { describe, expect, it } from 'vitest'
import {
  expectedFinish,
  forecastError,
  plainRemaining,
  plainTotal,
  sayableFinish,
  remainingWork,
  type FinishedCase,
  type Forecast,
} from './expected-finish.ts'
import { learnFinish, remainingBy, testFinish } from './finish-table.ts'
import { at, desk, must } from './sla-world.fixture.ts'

const HOUR = 3600
const STAGES = ['collecting', 'reviewing', 'assessing', 'approving', 'settling']
/** Typical hours by class and stage; what varies about them is drawn. */
const TYPICAL: Record<string, readonly number[]> = {
  allowance: [8, 3, 4, 1, 10],
  medical: [20, 8, 10, 3, 12],
  disability: [90, 20, 60, 12, 20],
  death: [40, 15, 30, 20, 24],
}

function drawer(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A month of cases: lognormal stays, one case in eight sent back from approval. */
function month(draw: () => number, cases: number): FinishedCase[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
  const kinds = ['allowance', 'allowance', 'allowance', 'medical', 'medical', 'disability', 'death']
  return Array.from({ length: cases }, () => {
    const kind = kinds[Math.floor(draw() * kinds.length)] ?? 'allowance'
    const pace = Math.exp(0.25 * normal())
    const path = draw() < 0.125 ? [0, 1, 2, 3, 2, 3, 4] : [0, 1, 2, 3, 4]
    const stays = path.map((stage) => ({
      stage: STAGES[stage] ?? '',
      seconds: Math.ceil((TYPICAL[kind]?.[stage] ?? 1) * HOUR * pace * Math.exp(0.5 * normal())),
    }))
    return { class: kind, stays }
  })
}

/** Somebody asks at one moment of the case's life. */
function forecastOf(history: readonly FinishedCase[], one: FinishedCase, moment: number): Forecast {
  const total = one.stays.reduce((sum, stay) => sum + stay.seconds, 0)
  const asked = Math.floor(total * moment)
  let before = 0
  const stay = one.stays.find(({ seconds }) => {
    if (before + seconds > asked) return true
    before += seconds
    return false
  })
  const open = { class: one.class, stage: stay?.stage ?? '', secondsInStage: asked - before }
  const { medianSeconds, lowSeconds, highSeconds } = must(remainingWork(history, open))
  const plainSeconds = plainRemaining(plainTotal(history), asked)
  return { medianSeconds, lowSeconds, highSeconds, actualSeconds: total - asked, plainSeconds }
}

describe('CLM-14 the expected finish comes from data, and its error is measured', () => {
  it.each([1, 2, 3, 4, 5])(
    'on held-back simulated months it beats the plain median, and its span holds: %i',
    (seed) => {
      const draw = drawer(seed)
      const history = [month(draw, 190), month(draw, 190), month(draw, 190)].flat()
      const heldBack = month(draw, 1500)
      const error = forecastError(heldBack.map((one) => forecastOf(history, one, draw())))
      expect(error?.medianErrorSeconds).toBeLessThan(0.6 * (error?.plainErrorSeconds ?? 0))
      expect(error?.withinBps).toBeGreaterThan(7500)
      expect(error?.withinBps).toBeLessThan(8500)
    },
  )
  it('a class with two finished cases leans on the others, one with many does not', () => {
    const draw = drawer(7)
    const history = month(draw, 400).filter((one) => one.class !== 'death')
    const few = [
      ...history,
      ...month(draw, 60)
        .filter((one) => one.class === 'death')
        .slice(0, 2),
    ]
    const open = { class: 'death', stage: 'assessing', secondsInStage: 0 }
    expect(must(remainingWork(few, open))).toMatchObject({ own: 2 })
    const allowance = { ...open, class: 'allowance' }
    const alone = history.filter((one) => one.class === 'allowance')
    const [leaning, own] = [must(remainingWork(history, allowance)), must(remainingWork(alone, allowance))]
    expect(Math.abs(leaning.medianSeconds - own.medianSeconds)).toBeLessThan(0.1 * own.medianSeconds)
  })
  it('the longer it waits in a stage, the later it ends; longer than ever before it still answers', () => {
    const history = month(drawer(9), 600)
    const left = (hours: number) =>
      must(remainingWork(history, { class: 'medical', stage: 'reviewing', secondsInStage: hours * HOUR })).medianSeconds
    expect(left(20) + 20 * HOUR).toBeGreaterThan(left(0))
    expect(left(5000)).toBeGreaterThan(500 * HOUR)
  })
  it('says nothing from too few cases, or of a stage nobody stood in', () => {
    const open = { class: 'medical', stage: 'reviewing', secondsInStage: 0 }
    expect(remainingWork(month(drawer(1), 12), open)).toMatchObject({ code: 'sla.too_few_cases' })
    expect(remainingWork(month(drawer(1), 200), { ...open, stage: 'court' })).toMatchObject({
      code: 'sla.too_few_cases',
    })
  })
  it('gives days of the desk, over Golden Week', () => {
    const remaining = { medianSeconds: 14 * HOUR, lowSeconds: 3 * HOUR, highSeconds: 35 * HOUR, own: 9, others: 30 }
    expect(must(expectedFinish(remaining, desk, at('2026-09-30 13:30')))).toEqual({
      likelyOn: '2026-10-09',
      earliestOn: '2026-09-30',
      latestOn: '2026-10-13',
    })
    expect(expectedFinish(remaining, desk, 'soon')).toMatchObject({ code: 'sla.bad_event_time' })
  })
  it('is never said later than the promise', () => {
    const finish = { likelyOn: '2026-12-03', earliestOn: '2026-12-01', latestOn: '2026-12-08' }
    expect(sayableFinish(finish, null)).toEqual(finish)
    expect(sayableFinish(finish, '2026-12-04')).toEqual({ ...finish, latestOn: '2026-12-04' })
    expect(sayableFinish(finish, '2026-12-02')).toBeNull()
  })
  it('nothing forecast, no error', () => expect(forecastError([])).toBeNull())
})

describe('CLM-14 what is kept of it is a small table', () => {
  it.each([1, 2, 3])('tested on a held-back month it beats the plain median, and its span holds: %i', (seed) => {
    const draw = drawer(seed)
    const earlier = [month(draw, 190), month(draw, 190), month(draw, 190)].flat()
    const error = testFinish(earlier, month(draw, 400))
    expect(error?.cases).toBe(400)
    expect(error?.medianErrorSeconds).toBeLessThan(0.6 * (error?.plainErrorSeconds ?? 0))
    expect(error?.withinBps).toBeGreaterThan(7500)
    expect(error?.withinBps).toBeLessThan(8500)
  })
  it('says at a kept wait what was worked out, between two waits something between', () => {
    const history = month(drawer(3), 300)
    const table = learnFinish(history)
    const asked = (hours: number) => ({ class: 'medical', stage: 'assessing', secondsInStage: hours * HOUR })
    const { own: _own, others: _others, ...span } = must(remainingWork(history, asked(8)))
    expect(must(remainingBy(table, asked(8)))).toEqual(span)
    const [early, middle, late] = [8, 10, 12].map((hours) => must(remainingBy(table, asked(hours))).medianSeconds)
    expect(middle).toBe(Math.round(((early ?? 0) + (late ?? 0)) / 2))
    expect(must(remainingBy(table, asked(9000))).medianSeconds).toBeGreaterThan(0)
  })
  it('of few cases, or a class it has not seen, it says nothing', () => {
    expect(learnFinish(month(drawer(1), 10)).medical?.reviewing ?? []).toEqual([])
    expect(testFinish(month(drawer(1), 300), month(drawer(2), 5))).toBeNull()
    const table = learnFinish(month(drawer(1), 300))
    const open = { class: 'mass', stage: 'reviewing', secondsInStage: 0 }
    expect(remainingBy(table, open)).toMatchObject({ code: 'sla.too_few_cases' })
  })
})
