import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figurePeriod, isWithin, percentileDays, shareBps, wholeMonths } from './counting.ts'
import { decideDrafting, decidePublishing } from './publication.ts'
import { scoreOf } from './scoring.ts'

const period = (key: string) => {
  const found = figurePeriod(key)
  if (!found) throw new Error(key)
  return found
}

describe('CMP-13 shares and days', () => {
  it.each([
    [0, 0, null],
    [1, 3, 3333],
    [2, 3, 6667],
    [1, 8, 1250],
    [5, 5, 10_000],
  ])('%i of %i is %s basis points', (part, whole, bps) => {
    expect(shareBps(part, whole)).toBe(bps)
  })

  const counts = [
    { days: 20, count: 1 },
    { days: 3, count: 5 },
    { days: 10, count: 4 },
  ]
  it.each([
    ['median', 50, 3],
    ['a little more', 51, 10],
    ['ninety of a hundred', 90, 10],
    ['the slowest', 100, 20],
    ['the fastest', 0, 3],
  ])('%s', (_, percent, days) => {
    expect(percentileDays(counts, percent)).toBe(days)
    expect(percentileDays([], percent)).toBeNull()
  })

  it.each([
    ['2026-01-01', '2026-12-31', '2026-01-01', '2027-01-01'],
    ['2025-11-24', '2026-11-23', '2025-12-01', '2026-11-01'],
    ['2026-02-01', '2026-02-28', '2026-02-01', '2026-03-01'],
    ['2025-12-02', '2026-01-31', '2026-01-01', '2026-02-01'],
  ])('whole months from %s to %s', (from, to, begins, ends) => {
    expect(wholeMonths(from, to)).toEqual({ begins, ends })
  })
  it.each([
    ['2026-02-01', '2026-02-27'],
    ['2026-02-02', '2026-02-28'],
    ['2026-01-15', '2026-02-15'],
    ['2026-03-01', '2026-02-01'],
  ])('no whole month from %s to %s', (from, to) => {
    expect(wholeMonths(from, to)).toBeNull()
  })
})

describe('CMP-14 periods of publication', () => {
  it.each([
    ['2026-Q1', '2026-01', '2026-03', '2026 年第 1 季度'],
    ['2026-Q4', '2026-10', '2026-12', '2026 年第 4 季度'],
    ['2026-09', '2026-09', '2026-09', '2026 年 9 月'],
    ['2026', '2026-01', '2026-12', '2026 年'],
  ])('%s', (key, from, to, name) => {
    expect(figurePeriod(key)).toMatchObject({ from, to, name })
  })
  it.each(['2026-13', '2026-Q5', '2026-00', '26', '', '2026-1'])('%s is none', (key) => {
    expect(figurePeriod(key)).toBeNull()
  })
  it.each([
    ['2026-02', '2026-Q1', true],
    ['2026-Q1', '2026', true],
    ['2026-Q1', '2026-Q1', false],
    ['2026', '2026-Q1', false],
    ['2025-12', '2026', false],
  ])('%s within %s: %s', (part, whole, is) => {
    expect(isWithin(period(part), period(whole))).toBe(is)
  })

  const drafting = { period: period('2026-Q1'), today: '2026-04-01', published: [], isOpen: false, reason: '' }
  it.each([
    ['over since yesterday', {}, null],
    ['on its last day', { today: '2026-03-31' }, 'complaint.period_not_over'],
    ['under way', { isOpen: true }, 'complaint.publication_open'],
    ['its year is out', { published: [period('2026')] }, 'complaint.period_within_published'],
    ['a month of it is out', { published: [period('2026-02')] }, null],
    ['out already', { published: [period('2026-Q1')] }, 'complaint.correction_reason_missing'],
    ['corrected', { published: [period('2026-Q1')], reason: '补登 6 件' }, null],
    ['corrected after its year', { published: [period('2026-Q1'), period('2026')], reason: '补登 6 件' }, null],
  ])('a draft: %s', (_, change, code) => {
    const decided = decideDrafting({ ...drafting, ...change })
    expect(decided.ok ? null : decided.code).toBe(code)
  })

  it.each([
    ['another person', 'c', false, null],
    ['who drafted it', 'a', false, 'complaint.own_publication'],
    ['who submitted it', 'b', false, 'complaint.own_publication'],
    ['an overlapping one came out meanwhile', 'c', true, 'complaint.figures_outdated'],
  ])('publishing: %s', (_, actorId, isOutdated, code) => {
    const decided = decidePublishing({ actorId, writers: ['a', 'b', null], isOutdated })
    expect(decided.ok ? null : decided.code).toBe(code)
  })
})

describe('CMP-14 scores', () => {
  const weights = { overdue: 40, reopened: 20, upheld: 15, unsatisfied: 15, regulator: 10 }
  it.each([
    ['nothing, no score', { received: 0 }, null],
    ['nothing wrong', { received: 7 }, 100],
    ['all too late', { received: 4, overdue: 4 }, 60],
    ['a third of everything', { received: 3, overdue: 1, reopened: 1, upheld: 1, unsatisfied: 1, regulator: 1 }, 66.7],
    ['what is not weighed counts for nothing', { received: 3, withdrawn: 3, open: 3 }, 100],
  ])('%s', (_, counted, points) => {
    expect(scoreOf(counted, weights)).toBe(points)
  })

  it('one more complaint in order never lowers a score: nobody gains by not registering', () => {
    const part = fc.integer({ min: 0, max: 50 })
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 50, max: 500 }), (overdue, reopened, upheld, received) => {
        const counted = { overdue, reopened, upheld, received }
        const more = scoreOf({ ...counted, received: received + 1 }, weights)
        expect(more).toBeGreaterThanOrEqual(scoreOf(counted, weights) ?? 0)
      }),
      { numRuns: 100 },
    )
  })
})
