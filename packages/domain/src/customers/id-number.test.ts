import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfNumber } from '../kernel/index.ts'
import { idCheckCharacter, maskIdNumber, parseIdNumber } from './id-number.ts'

const VALID = [
  '440524194001150018',
  '440524195307020245',
  '44052419651231137X',
  '440524200411052080',
  '440582194001150011',
  '440582195307020249',
  '440582196512311373',
  '440582200411052084',
  '440514194001150015',
  '440514195307020242',
  '440514196512311377',
  '440514200411052088',
]

const anyNumber = fc
  .record({
    prefix: fc.integer({ min: 110000, max: 659000 }).map(String),
    birthOn: fc.integer({ min: -25000, max: 19000 }).map(dayOfNumber),
    order: fc.integer({ min: 0, max: 999 }).map((n) => String(n).padStart(3, '0')),
  })
  .map(({ prefix, birthOn, order }) => {
    const seventeen = prefix + birthOn.replaceAll('-', '') + order
    return { idNumber: seventeen + idCheckCharacter(seventeen), birthOn, prefix, order }
  })

describe('CUS-01 identity number (GB 11643)', () => {
  it.each(VALID)('accepts %s', (idNumber) => {
    expect(parseIdNumber(idNumber)).toMatchObject({ ok: true, value: { idNumber, prefix: idNumber.slice(0, 6) } })
  })

  it('reads birthday and sex', () => {
    expect(parseIdNumber('440524194001150018')).toEqual({
      ok: true,
      value: { idNumber: '440524194001150018', birthOn: '1940-01-15', sex: 'male', prefix: '440524' },
    })
    expect(parseIdNumber('440524195307020245')).toMatchObject({ value: { birthOn: '1953-07-02', sex: 'female' } })
  })

  it.each([
    ['lower-case x', '44052419651231137x', '44052419651231137X'],
    ['full-width digits and X', '４４０５２４１９６５１２３１１３７Ｘ', '44052419651231137X'],
    ['spaces as printed on a card', ' 440524 19651231 137X　', '44052419651231137X'],
    ['the apostrophe of a spreadsheet', "'440524194001150018", '440524194001150018'],
    ['an old 15-digit number', '440524400115001', '440524194001150018'],
  ])('accepts %s', (_what, typed, idNumber) => {
    expect(parseIdNumber(typed)).toMatchObject({ ok: true, value: { idNumber } })
  })

  it.each([
    ['nothing', '  ', 'customers.id_missing'],
    ['17 digits', '44052419400115001', 'customers.id_length'],
    ['19 digits', '4405241940011500180', 'customers.id_length'],
    ['a letter inside', '4405241940O1150018', 'customers.id_characters'],
    ['X in an old number', '44052440011500X', 'customers.id_characters'],
    ['a leading zero', '040524194001150018', 'customers.id_characters'],
    ['30 February', '440524195302300018', 'customers.id_birthday'],
    ['29 February of a common year', '440524195302290018', 'customers.id_birthday'],
    ['month 13', '440524195313010018', 'customers.id_birthday'],
    ['day 00', '440524195301000018', 'customers.id_birthday'],
    ['a birth in 1840', '440524184001150018', 'customers.id_birthday'],
    ['an old number with month 13', '440524401315001', 'customers.id_birthday'],
    ['a wrong check digit', '440524194001150017', 'customers.id_check_digit'],
    ['two digits exchanged', '440524194001510018', 'customers.id_birthday'],
    ['an X where a digit belongs', '44052419400115001X', 'customers.id_check_digit'],
  ])('refuses %s', (_what, typed, code) => {
    expect(parseIdNumber(typed)).toMatchObject({ ok: false, code })
  })

  it('refuses a birthday after the day we were told', () => {
    const unborn = parseIdNumber('440524200411052080', '2004-11-04')
    expect(unborn).toMatchObject({ ok: false, code: 'customers.id_birthday' })
    expect(parseIdNumber('440524200411052080', '2004-11-05')).toMatchObject({ ok: true })
  })

  it('reads back whatever is rightly composed', () => {
    fc.assert(
      fc.property(anyNumber, ({ idNumber, birthOn, prefix, order }) => {
        const sex = Number(order) % 2 === 1 ? 'male' : 'female'
        expect(parseIdNumber(idNumber)).toEqual({ ok: true, value: { idNumber, birthOn, sex, prefix } })
      }),
    )
  })

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ idNumber }, at, plus) => {
        const digit = String((Number(idNumber.charAt(at)) + plus) % 10)
        expect(parseIdNumber(idNumber.slice(0, at) + digit + idNumber.slice(at + 1)).ok).toBe(false)
      }),
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseIdNumber(text).ok === 'boolean'))
  })
})

describe('CUS-08 masked identity number', () => {
  it('shows the first six and the last four', () => {
    expect(maskIdNumber('440524194001150018')).toBe('440524********0018')
    expect(maskIdNumber('E123456')).toBe('*******')
  })
})
