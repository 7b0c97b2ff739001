import { describe, expect, it } from 'vitest'
import { desk } from './duty-world.fixture.ts'
import { BASELINE_WORKING_DAYS, STAGES, stageShares, stageTimes, type StageEvent } from './stage-times.ts'

/** Shanghai time. */
const at = (text: string) => new Date(Date.parse(`${text.replace(' ', 'T')}:00+08:00`)).toISOString()
const events = (...list: readonly (readonly [string, string])[]): StageEvent[] =>
  list.map(([name, when]) => ({ name: `claim.${name}`, at: at(when) }))
/** Monday to Friday, 9:00: each step one working day of 7 hours after the one before. */
const PLAIN = [
  ['file_completed', '2026-11-03 09:00'],
  ['review_finished', '2026-11-04 09:00'],
  ['assessed', '2026-11-05 09:00'],
  ['decided', '2026-11-06 09:00'],
  ['paid', '2026-11-09 09:00'],
  ['closed', '2026-11-10 09:00'],
] as const
const RECEIVED = at('2026-11-02 09:00')

describe('CLM-17 T40 working time by stage', () => {
  it('the handbook’s shares sum to the whole, of 30 working days', () => {
    expect(Object.values(STAGES).reduce((sum, { baselineBps }) => sum + baselineBps, 0)).toBe(10_000)
    expect(BASELINE_WORKING_DAYS).toBe(30)
  })

  it('a plain life: one working day each, the weekend counts for nothing', () => {
    const times = stageTimes(RECEIVED, events(...PLAIN), desk)
    expect(times).toEqual({ review: 100, liability: 100, calculation: 100, payment: 100, rest: 200 })
    expect(times && stageShares(times)).toEqual({
      review: 1667,
      liability: 1667,
      calculation: 1667,
      payment: 1667,
      rest: 3333,
    })
  })

  it.each<[string, [string, string][], number[]]>([
    [
      'waiting for papers is nobody’s review',
      [
        ['file_completed', '2026-11-02 09:00'],
        ['supplement_asked', '2026-11-02 12:00'],
        ['file_completed', '2026-11-09 09:00'],
        ['review_finished', '2026-11-09 12:00'],
        ['assessed', '2026-11-09 12:00'],
        ['decided', '2026-11-09 12:00'],
        ['closed', '2026-11-09 12:00'],
      ],
      [86, 0, 0, 0, 457],
    ],
    [
      'several lines: the last payment or refusal ends the payment',
      [
        ['file_completed', '2026-11-02 09:00'],
        ['review_finished', '2026-11-02 09:00'],
        ['assessed', '2026-11-02 09:00'],
        ['decided', '2026-11-02 09:00'],
        ['paid', '2026-11-03 09:00'],
        ['denial_notified', '2026-11-05 09:00'],
        ['closed', '2026-11-05 12:00'],
      ],
      [0, 0, 0, 300, 43],
    ],
    [
      'returned for more work, then closed, reopened and closed again: the time in between is left out',
      [
        ['review_finished', '2026-11-02 09:00'],
        ['assessed', '2026-11-03 09:00'],
        ['returned', '2026-11-04 09:00'],
        ['assessed', '2026-11-05 09:00'],
        ['assessed', '2026-11-05 12:00'],
        ['decided', '2026-11-06 09:00'],
        ['closed', '2026-11-09 09:00'],
        ['reopened', '2026-12-01 09:00'],
        ['assessed', '2026-12-02 09:00'],
        ['decided', '2026-12-02 09:00'],
        ['paid', '2026-12-02 09:00'],
        ['closed', '2026-12-02 09:00'],
      ],
      [0, 300, 200, 100, 0],
    ],
  ])('%s', (_case, list, [review, liability, calculation, payment, rest]) => {
    expect(stageTimes(RECEIVED, events(...list), desk)).toEqual({ review, liability, calculation, payment, rest })
  })

  it('says nothing of a claim that is open, reopened or withdrawn', () => {
    expect(stageTimes(RECEIVED, events(...PLAIN.slice(0, 5)), desk)).toBe(null)
    expect(stageTimes(RECEIVED, events(...PLAIN, ['reopened', '2026-11-11 09:00']), desk)).toBe(null)
    expect(stageTimes(RECEIVED, events(['withdrawn', '2026-11-03 09:00']), desk)).toBe(null)
  })

  it('golden week and its make-up day count as the desk works', () => {
    const times = stageTimes(
      at('2026-09-30 17:30'),
      events(
        ['file_completed', '2026-09-30 17:30'],
        ['review_finished', '2026-10-10 17:30'],
        ['closed', '2026-10-10 17:30'],
      ),
      desk,
    )
    expect(times?.review).toBe(300)
  })
})
