import { describe, expect, it } from 'vitest'
import { decideDelay } from './delay.ts'

const facts = { today: '2026-11-20', newDueOn: '2026-11-30', dueOn: '2026-11-24', statutoryDueOn: '2026-12-10' }

describe('CLM-13 a delay is told before it is due', () => {
  it.each([
    ['in time', {}, null],
    ['on the last day', { today: '2026-11-24' }, null],
    ['a day late', { today: '2026-11-25' }, 'delay.too_late'],
    ['the same day', { newDueOn: '2026-11-24' }, 'delay.not_later'],
    ['to the last day of law', { newDueOn: '2026-12-10' }, null],
    ['beyond the law', { newDueOn: '2026-12-11' }, 'delay.beyond_law'],
    ['before the legal clock runs', { statutoryDueOn: null, newDueOn: '2027-01-01' }, null],
    ['with nothing running', { dueOn: null }, 'delay.nothing_due'],
  ])('%s', (_case, given, code) => {
    expect(decideDelay({ ...facts, ...given })).toMatchObject(code ? { code } : { ok: true })
  })
})
