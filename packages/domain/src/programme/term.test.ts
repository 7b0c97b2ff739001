import { describe, expect, test } from 'vitest'
import { coverUntilEnd, decideTerm, type Term } from './term.ts'

const term = (from: string, to: string | null = null): Term => ({ from, to })
const TODAY = '2026-11-20'

describe('PRG-01, PRG-08 the term of a version', () => {
  test.each<[string, Term, Term | null, string]>([
    ['the first of a programme', term('2025-10-01'), null, 'ok'],
    ['the first, which has ended: history', term('2020-10-01', '2021-09-30'), null, 'ok'],
    ['after one without a last day, which it ends', term('2027-10-01'), term('2026-10-01'), 'ok'],
    ['the day after the last day', term('2027-10-01'), term('2026-10-01', '2027-09-30'), 'ok'],
    ['before the last day, which it moves', term('2027-04-01'), term('2026-10-01', '2027-09-30'), 'ok'],
    ['a day between', term('2027-10-02'), term('2026-10-01', '2027-09-30'), 'programme.starts_after_gap'],
    ['on the same day', term('2026-10-01'), term('2026-10-01'), 'programme.starts_too_early'],
    ['before it', term('2026-09-30'), term('2026-10-01'), 'programme.starts_too_early'],
    ['ends today', term('2026-11-01', TODAY), term('2026-10-01'), 'ok'],
    ['ended yesterday', term('2026-11-01', '2026-11-19'), term('2026-10-01'), 'programme.ends_in_past'],
  ])('%s', (_, next, last, expected) => {
    const decided = decideTerm(next, last, TODAY)
    expect(decided.ok ? 'ok' : decided.code).toBe(expected)
  })
})

describe('PRG-04 cover ends with the programme', () => {
  test.each([
    ['no last day', '2026-10-01', null, null, [['2026-10-01', null]]],
    ['open: to the last day', '2026-10-01', null, '2027-09-30', [['2026-10-01', '2027-09-30']]],
    ['its own last day, earlier', '2026-10-01', '2027-03-31', '2027-09-30', [['2026-10-01', '2027-03-31']]],
    ['its own last day, later', '2026-10-01', '2027-09-30', '2027-03-31', [['2026-10-01', '2027-09-30']]],
    ['would begin on the last day', '2027-09-30', null, '2027-09-30', [['2027-09-30', '2027-09-30']]],
    ['would begin after it', '2027-10-01', null, '2027-09-30', []],
    ['would begin after it, with a day of its own', '2027-10-01', '2028-09-30', '2027-09-30', []],
  ])('%s', (_, from, to, lastOn, expected) => {
    expect(coverUntilEnd([{ from, to }], lastOn).map((span) => [span.from, span.to])).toEqual(expected)
  })
})
