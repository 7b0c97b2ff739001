import { describe, expect, it } from 'vitest'
import { careReminder, type CareStep } from './care-reminder.ts'

const step: CareStep = {
  name: 'care.adviser_named',
  chargeId: 'c',
  at: '2026-11-23T16:30:00.000Z',
  adviserId: 'a',
  reached: null,
  nextContactOn: null,
}
const call = { name: 'care.contacted', adviserId: null, nextContactOn: '2026-11-25' }

describe('CUS-04 what a person in care is reminded of', () => {
  it.each([
    ['an adviser is named', {}, 'care_reminder:c:a'],
    ['handed over to another', { name: 'care.handed_over', adviserId: 'b' }, 'care_reminder:c:b'],
    ['nobody could be found', { adviserId: null }, undefined],
    ['a call that reached', { ...call, reached: true }, undefined],
    ['a missed call, once a day of ours', { ...call, reached: false }, 'care_reminder:c:2026-11-24'],
  ] as const)('%s', (_, change, occasion) => {
    expect(careReminder({ ...step, ...change })?.occasion).toBe(occasion)
  })
})
