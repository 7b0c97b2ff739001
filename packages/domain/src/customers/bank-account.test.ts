import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import source from '../../../../config/banks/bins.json' with { type: 'json' }
import { bankBinsOf, maskAccount, parseBankAccount, parseBankName, passesLuhn } from './bank-account.ts'

const bins = bankBinsOf(source)

describe('CUS-01 bank accounts', () => {
  it('knows every bank named in the table', () => {
    expect(bins.size).toBeGreaterThan(1600)
    expect([...bins.values()].filter((bin) => bin.bankName === bin.bankCode)).toEqual([])
  })

  it.each([
    ['6228480402564890018', '中国农业银行', 'debit'],
    ['6217 0000 1000 0000 010', '中国建设银行', 'debit'],
    ['6222-0200-0000-0000-003', '中国工商银行', 'debit'],
  ])('%s belongs to %s', (typed, bankName, kind) => {
    expect(parseBankAccount(typed, bins)).toMatchObject({ ok: true, value: { bank: { bankName, kind } } })
  })

  it('warns of a wrong Luhn digit and does not block', () => {
    expect(parseBankAccount('6228480402564890018', bins)).toMatchObject({ ok: true, value: { warnings: [] } })
    expect(parseBankAccount('6228480402564890019', bins)).toMatchObject({
      ok: true,
      value: { account: '6228480402564890019', warnings: ['customers.account_luhn'] },
    })
  })

  it('accepts the passbook of a credit cooperative, which has no Luhn digit and no known bank', () => {
    expect(parseBankAccount('80020000012345678901', bins)).toEqual({
      ok: true,
      value: { account: '80020000012345678901', bank: null, warnings: [] },
    })
  })

  it.each([
    ['', 'customers.account_missing'],
    ['1234567', 'customers.account_length'],
    ['123456789012345678901234567890123', 'customers.account_length'],
    ['62284804O2564890018', 'customers.account_characters'],
  ])('refuses "%s" (%s)', (typed, code) => {
    expect(parseBankAccount(typed, bins)).toMatchObject({ ok: false, code })
  })

  it.each([
    ['中国农业银行', null],
    ['', null],
    ['农行 0754 网点', null],
    ['6228480402564890018', 'customers.bank_is_number'],
    ['6228 4804 0256 4890 018', 'customers.bank_is_number'],
  ])('the name of a bank "%s" is refused where it is a number (%s)', (typed, code) => {
    const read = parseBankName(typed)
    expect(read.ok ? null : read.code).toBe(code)
  })

  it('finds every single wrong digit of a card', () => {
    const digits = fc.stringMatching(/^[1-9]\d{17}$/)
    fc.assert(
      fc.property(digits, fc.nat(17), fc.integer({ min: 1, max: 9 }), (eighteen, at, plus) => {
        const card = [...'0123456789'].map((check) => eighteen + check).find(passesLuhn) ?? ''
        const wrong = card.slice(0, at) + String((Number(card.charAt(at)) + plus) % 10) + card.slice(at + 1)
        expect([passesLuhn(card), passesLuhn(wrong)]).toEqual([true, false])
      }),
    )
  })
})

describe('CUS-08 masked account', () => {
  it('shows the last four digits only', () => {
    expect(maskAccount('6228480402564890018')).toBe('***************0018')
    expect(maskAccount('12345678')).toBe('********')
  })
})
