import { describe, expect, it } from 'vitest'
import { decidePutOff } from './index.ts'

const facts = {
  reason: 'weather',
  note: '',
  before: '2026-11-24T04:00:00.000Z',
  newTo: '2026-11-25T04:00:00.000Z',
  dueAt: '2026-11-25T01:00:00Z',
  now: '2026-11-25T01:00:00.000Z',
} as const

describe('SRV-05 CLM-02 T07 T13 T14 later only after telling why', () => {
  it.each([
    ['on the last second', {}, true],
    ['a millisecond late', { now: '2026-11-25T01:00:00.001Z' }, false],
    ['where no promise runs', { dueAt: null }, true],
  ] as const)('%s', (_name, change, inTime) => {
    expect(decidePutOff({ ...facts, ...change })).toEqual({ ok: true, value: { inTime } })
  })

  it.each([
    ['another reason that is not said', { reason: 'other' }, 'visit.reason_missing'],
    ['an earlier time', { newTo: '2026-11-24T04:00:00.000Z' }, 'visit.not_later'],
  ] as const)('refuses %s', (_name, change, code) => {
    expect(decidePutOff({ ...facts, ...change })).toMatchObject({ ok: false, code })
  })
})
