import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  amountInCapitals,
  printedDay,
  printedMinute,
  spokenDigits,
  spokenNumber,
  spokenYuan,
} from './letter-numerals.ts'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n }

/** Reads capitals back the way a bank clerk does, independently of how they were written. */
function readCapitals(text: string): bigint {
  let total = 0n
  let group = 0n
  let digit = 0n
  for (const char of text.replace(/^人民币/, '').replace(/整$/, '')) {
    if (DIGITS.includes(char)) digit = BigInt(DIGITS.indexOf(char))
    else if (PLACES[char] !== undefined) {
      group += digit * PLACES[char]
      digit = 0n
    } else if (char === '万') {
      total += (group + digit) * 10_000n
      group = 0n
      digit = 0n
    } else if (char === '亿') {
      total += (group + digit) * 100_000_000n
      group = 0n
      digit = 0n
    } else if (char === '元') {
      total = (total + group + digit) * 100n
      group = 0n
      digit = 0n
    } else if (char === '角') {
      total += digit * 10n
      digit = 0n
    } else if (char === '分') {
      total += digit
      digit = 0n
    } else throw new Error(`unknown ${char}`)
  }
  return total
}

describe('CLM-11 amounts in capitals', () => {
  it.each([
    [0n, '人民币零元整'],
    [5n, '人民币伍分'],
    [50n, '人民币伍角整'],
    [55n, '人民币伍角伍分'],
    [100n, '人民币壹元整'],
    [300000n, '人民币叁仟元整'],
    [540000n, '人民币伍仟肆佰元整'],
    [3000000n, '人民币叁万元整'],
    [10000000n, '人民币壹拾万元整'],
    [140950n, '人民币壹仟肆佰零玖元伍角整'],
    [600714n, '人民币陆仟零柒元壹角肆分'],
    [32504n, '人民币叁佰贰拾伍元零肆分'],
    [1640902n, '人民币壹万陆仟肆佰零玖元零贰分'],
    [1000000100n, '人民币壹仟万零壹元整'],
    [10000000000000n, '人民币壹仟亿元整'],
    [215864000n, '人民币贰佰壹拾伍万捌仟陆佰肆拾元整'],
    [10000000500000n, '人民币壹仟亿零伍仟元整'],
  ])('%s fen is %s', (fen, text) => expect(amountInCapitals(fen)).toBe(text))

  it('every amount reads back to the fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), (fen) => {
        expect(readCapitals(amountInCapitals(fen))).toBe(fen)
      }),
    )
  })

  it('never doubles a zero and ends in 整 exactly when there are no fen', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }), (fen) => {
        const text = amountInCapitals(fen)
        expect(text).not.toMatch(/零零|零[拾佰仟万亿]/)
        expect(text.endsWith('整')).toBe(fen % 10n === 0n)
      }),
    )
  })

  it('a negative or absurd amount is a fault', () => {
    expect(() => amountInCapitals(-100n)).toThrow(RangeError)
    expect(() => amountInCapitals(10n ** 14n)).toThrow(RangeError)
  })
})

describe('CLM-11 spoken numbers', () => {
  it.each([
    [0n, '零'],
    [2n, '二'],
    [10n, '十'],
    [12n, '十二'],
    [20n, '二十'],
    [105n, '一百零五'],
    [180n, '一百八十'],
    [200n, '两百'],
    [2000n, '两千'],
    [3000n, '三千'],
    [5400n, '五千四百'],
    [20000n, '两万'],
    [100000n, '十万'],
    [220000n, '二十二万'],
    [215864n, '二十一万五千八百六十四'],
    [1000001n, '一百万零一'],
  ])('%s is said %s', (value, text) => expect(spokenNumber(value)).toBe(text))

  it.each([
    [300000n, '三千元'],
    [300050n, '三千元五角'],
    [300005n, '三千元零五分'],
    [200n, '两元'],
    [0n, '零元'],
    [5n, '五分'],
    [123456n, '一千两百三十四元五角六分'],
  ])('%s fen is said %s', (fen, text) => expect(spokenYuan(fen)).toBe(text))

  it('phone numbers are said digit by digit, days are printed without leading zeros', () => {
    expect(spokenDigits('12378')).toBe('幺二三七八')
    expect(printedDay('2025-10-03')).toBe('2025年10月3日')
  })
})

describe('T11 a moment as a message prints it', () => {
  it.each([
    ['2026-11-23T01:05:00.000Z', '11月23日9时05分'],
    ['2026-11-22T16:00:00.000Z', '11月23日0时00分'],
    ['2026-11-22T15:59:59.000Z', '11月22日23时59分'],
  ])('%s', (at, text) => {
    expect(printedMinute(at)).toBe(text)
  })
})
