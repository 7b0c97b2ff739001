import { describe, expect, it } from 'vitest'
import { stepIsRight, stepToShow } from './enrolment-form.ts'

const right = { idNumber: '11010519491231002X', name: '陈婆', phone: '13800005678', agreed: false }

describe('PRG-07 the enrolment form of the portal', () => {
  it.each([
    ['idNumber', {}, true],
    ['idNumber', { idNumber: '110105194912310021' }, false],
    ['name', { name: ' ' }, false],
    ['phone', { phone: '1380000' }, false],
    ['confirm', {}, false],
    ['confirm', { agreed: true }, true],
  ] as const)('%s %j: %s', (step, change, expected) => {
    expect(stepIsRight(step, { ...right, ...change }, '2026-11-23')).toBe(expected)
  })

  it.each([
    [null, {}, null],
    ['confirm', {}, 'confirm'],
    ['confirm', { phone: '' }, 'phone'],
    ['name', { phone: '' }, 'name'],
    ['phone', { idNumber: '' }, 'idNumber'],
  ] as const)('asked for %s with %j it shows %s', (asked, change, step) => {
    expect(stepToShow(asked, { ...right, ...change }, '2026-11-23')).toBe(step)
  })
})
