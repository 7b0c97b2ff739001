import { describe, expect, it } from 'vitest'
import { keptRateBps, monthOfPromise, monthsUpTo, promiseOutcome } from './promise-outcome.ts'

const NOW = '2026-11-23T01:00:00.000Z'
const DUE = '2026-11-20T16:00:00.000Z'

describe('CLK-05 kept or broken is decided by timestamps', () => {
  it.each([
    ['stopped at the very instant it was due: kept', 'met', DUE, DUE, 'kept'],
    ['a millisecond later: broken', 'broken', DUE, '2026-11-20T16:00:00.001Z', 'broken'],
    ['whatever the state says that a sweep left', 'running', DUE, '2026-11-20T15:59:59.000Z', 'kept'],
    ['not stopped and past due: broken, though nothing has announced it', 'running', DUE, null, 'broken'],
    ['due this very instant: still running', 'running', NOW, null, 'running'],
    ['paused: running', 'paused', null, null, 'running'],
    ['stopped while paused', 'met', null, DUE, 'kept'],
    ['stopped while paused, after a breach before the pause', 'broken', null, DUE, 'broken'],
    ['withdrawn', 'cancelled', DUE, DUE, 'cancelled'],
    ['begun anew by new facts', 'superseded', DUE, DUE, 'cancelled'],
  ] as const)('%s', (_case, state, dueAt, stoppedAt, outcome) => {
    expect(promiseOutcome({ state, dueAt, stoppedAt, byAgreement: false }, NOW)).toBe(outcome)
  })

  it('by the later time that was told before the first one: apart, and late all the same after it', () => {
    const told = { state: 'met', dueAt: DUE, byAgreement: true }
    expect(promiseOutcome({ ...told, stoppedAt: DUE }, NOW)).toBe('keptByAgreement')
    expect(promiseOutcome({ ...told, stoppedAt: '2026-11-20T16:00:00.001Z' }, NOW)).toBe('broken')
    expect(promiseOutcome({ ...told, state: 'cancelled', stoppedAt: DUE }, NOW)).toBe('cancelled')
  })

  it('belongs to the month it was due in, by the days of Shanghai', () => {
    const month = (dueAt: string | null, stoppedAt: string | null = null) => monthOfPromise({ dueAt, stoppedAt }, NOW)
    expect(month('2026-10-31T15:59:59.000Z')).toBe('2026-10')
    // 31 October 24:00 is the end of October (SLA §2 rule 8), not the beginning of November.
    expect(month('2026-10-31T16:00:00.000Z', '2026-12-01T00:00:00.000Z')).toBe('2026-10')
    expect(month('2026-10-31T16:00:01.000Z')).toBe('2026-11')
    expect(month(null, '2026-09-01T00:00:00.000Z')).toBe('2026-09')
    expect(month(null)).toBe('2026-11')
  })

  it('rates round down, and there is none before anything is decided', () => {
    expect(keptRateBps({ kept: 2, broken: 1 })).toBe(6666)
    expect(keptRateBps({ kept: 0, broken: 0 })).toBe(null)
    expect(monthsUpTo('2026-02', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  })
})
