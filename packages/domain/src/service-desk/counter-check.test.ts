import { describe, expect, it } from 'vitest'
import { mayLookOn, unansweredAtCounter, type LookingOn } from './counter-check.ts'

const list = {
  version: 1,
  points: [
    { code: 'dress', text: '着装整洁' },
    { code: 'badge', text: '佩戴工牌' },
  ],
}
const facts: LookingOn = { channel: 'counter', leads: true, actorId: 'lead', registeredBy: 'clerk', by: ['clerk'] }

describe('SRV-10 how one appears at the counter', () => {
  it('asks each point, and takes a no for an answer', () => {
    expect(unansweredAtCounter(list, { dress: 'yes' })).toEqual(['佩戴工牌'])
    expect(unansweredAtCounter(list, { dress: 'yes', badge: 'no' })).toEqual([])
  })

  it.each<[string, Partial<LookingOn>, boolean]>([
    ['a lead looks on', {}, true],
    ['nobody who does not lead', { leads: false }, false],
    ['never about oneself', { actorId: 'clerk', by: [] }, false],
    ['once', { by: ['clerk', 'lead'] }, false],
    ['at the counter only', { channel: 'phone' }, false],
  ])('%s', (_what, change, may) => {
    expect(mayLookOn({ ...facts, ...change })).toBe(may)
  })
})
