import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPhone, parsePhone } from './phone.ts'

describe('CUS-01 telephone numbers', () => {
  it.each([
    ['13812345678', '13812345678', 'mobile'],
    ['138 1234 5678', '13812345678', 'mobile'],
    ['138-1234-5678', '13812345678', 'mobile'],
    ['+86 13812345678', '13812345678', 'mobile'],
    ['8613812345678', '13812345678', 'mobile'],
    ['１３８１２３４５６７８', '13812345678', 'mobile'],
    ['19912345678', '19912345678', 'mobile'],
    ['0754-81234567', '0754-81234567', 'landline'],
    ['075481234567', '0754-81234567', 'landline'],
    ['(0754)81234567', '0754-81234567', 'landline'],
    ['（0754）８１２３４５６７', '0754-81234567', 'landline'],
    ['81234567', '0754-81234567', 'landline'],
    ['8123-4567', '0754-81234567', 'landline'],
    ['+86-754-81234567', '0754-81234567', 'landline'],
    ['020-38123456', '020-38123456', 'landline'],
    ['0755 2612 3456', '0755-26123456', 'landline'],
    ['0768-2212345', '0768-2212345', 'landline'],
  ])('%s is %s', (typed, phone, kind) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: { phone, kind } })
  })

  it.each([
    ['', 'customers.phone_missing'],
    ['　', 'customers.phone_missing'],
    ['12812345678', 'customers.phone_invalid'],
    ['1381234567', 'customers.phone_invalid'],
    ['138123456789', 'customers.phone_invalid'],
    ['0754-71234567', 'customers.phone_invalid'],
    ['0754-8123456', 'customers.phone_invalid'],
    ['71234567', 'customers.phone_invalid'],
    ['无', 'customers.phone_invalid'],
  ])('refuses "%s" (%s)', (typed, code) => {
    expect(parsePhone(typed)).toMatchObject({ ok: false, code })
  })

  it('leaves a number in its normal form as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(1[3-9]\d{9}|0754-8\d{7}|[08]\d{7,11})$/), (typed) => {
        const first = parsePhone(typed)
        if (first.ok) expect(parsePhone(first.value.phone)).toEqual(first)
      }),
    )
  })
})

describe('CUS-08 masked telephone number', () => {
  it('keeps the network or area and the last four', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('0754-81234567')).toBe('0754-****4567')
  })
})
