/**
 * Amounts and numbers in Chinese for letters (CLM-11): capitals as banks and courts read them
 * (会计基础工作规范 art. 52: 整 after 元 and 角, never after 分), spoken numerals for the voice text, printed days.
 */
import { dayOfInstant, startOfDay, type Day, type Fen, type Instant } from '../kernel/index.ts'

const CAPITAL = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] } as const
const SPOKEN = { digits: '零一二三四五六七八九', places: ['', '十', '百', '千'] } as const
const GROUPS = ['', '万', '亿'] as const
const LIMIT = 10n ** 12n

type Style = { readonly digits: string; readonly places: readonly string[] }

/** Digits 0…9 and places joined as `叁仟零伍`; below 10¹² (一万亿), a larger number or a negative one is a fault. */
function inChinese(value: bigint, style: Style): string {
  if (value < 0n || value >= LIMIT) throw new RangeError(`no Chinese numeral for ${value}`)
  if (value === 0n) return style.digits.charAt(0)
  const digits = value.toString()
  let text = ''
  let gap = false
  let groupHasDigit = false
  for (let i = 0; i < digits.length; i += 1) {
    const power = digits.length - 1 - i
    const digit = Number(digits[i])
    if (digit === 0) {
      gap = true
    } else {
      if (gap && text !== '') text += style.digits.charAt(0)
      text += style.digits.charAt(digit) + (style.places[power % 4] ?? '')
      gap = false
      groupHasDigit = true
    }
    if (power % 4 === 0) {
      if (groupHasDigit) text += GROUPS[power / 4] ?? ''
      groupHasDigit = false
    }
  }
  return text
}

/** `300000n` → `人民币叁仟元整`; `600714n` → `人民币陆仟零柒元壹角肆分`; `5n` → `人民币伍分`. Not for negative amounts. */
export function amountInCapitals(amountFen: Fen): string {
  const yuan = amountFen / 100n
  const jiao = Number((amountFen / 10n) % 10n)
  const fen = Number(amountFen % 10n)
  const whole = yuan > 0n || amountFen === 0n ? `${inChinese(yuan, CAPITAL)}元` : inChinese(yuan, CAPITAL).slice(1)
  if (jiao === 0 && fen === 0) return `人民币${whole}整`
  const jiaoText = jiao > 0 ? `${CAPITAL.digits.charAt(jiao)}角` : yuan > 0n ? '零' : ''
  const fenText = fen > 0 ? `${CAPITAL.digits.charAt(fen)}分` : '整'
  return `人民币${whole}${jiaoText}${fenText}`
}

/** `3000n` → `三千`, `12n` → `十二`, `2000n` → `两千`, `2n` → `二` (the caller says 两 before a measure word). */
export function spokenNumber(value: bigint): string {
  return inChinese(value, SPOKEN)
    .replace(/^一十/, '十')
    .replace(/二(?=[百千])/g, '两')
    .replace(/^二(?=[万亿])/, '两')
    .replace(/亿二(?=万)/, '亿两')
}

/** `300050n` → `三千元五角`, `300005n` → `三千元零五分`, `200n` → `两元`. */
export function spokenYuan(amountFen: Fen): string {
  const yuan = amountFen / 100n
  const jiao = Number((amountFen / 10n) % 10n)
  const fen = Number(amountFen % 10n)
  const whole = yuan === 2n ? '两元' : yuan > 0n || amountFen === 0n ? `${spokenNumber(yuan)}元` : ''
  const jiaoText = jiao > 0 ? `${SPOKEN.digits.charAt(jiao)}角` : ''
  const fenText = fen > 0 ? `${yuan > 0n && jiao === 0 ? '零' : ''}${SPOKEN.digits.charAt(fen)}分` : ''
  return `${whole}${jiaoText}${fenText}`
}

/** Digit by digit, `幺` for 1 as it is said on the phone: `12378` → `幺二三七八`; other characters stay. */
export function spokenDigits(text: string): string {
  return text.replace(/\d/g, (digit) => (digit === '1' ? '幺' : SPOKEN.digits.charAt(Number(digit))))
}

/** `2025` → `二零二五`. */
export function spokenYear(year: string): string {
  return year.replace(/\d/g, (digit) => SPOKEN.digits.charAt(Number(digit)))
}

/** `2025-10-03` → `2025年10月3日`, as letters print it. */
export function printedDay(day: Day): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`
}

/** A moment of today or soon, by the clock on the wall in Shanghai: `11月23日9时05分`. */
export function printedMinute(at: Instant): string {
  const minutes = Math.floor((Date.parse(at) - Date.parse(startOfDay(dayOfInstant(at)))) / 60_000)
  const day = printedDay(dayOfInstant(at)).slice('2026年'.length)
  return `${day}${Math.floor(minutes / 60)}时${String(minutes % 60).padStart(2, '0')}分`
}

/** Every `2025-10-03` in a text as letters print it; case numbers that look alike stay. */
export function withPrintedDays(text: string): string {
  return text.replace(/(?<![\w-])\d{4}-\d\d-\d\d(?![\d-])/g, printedDay)
}
