/**
 * A letter as it is read aloud (CLM-09, CLM-11, POR-02): numbers, days and sums as spoken Chinese, phones and case
 * numbers digit by digit, and no sign a voice stumbles over: only characters, letters and ，。；：？！、 remain.
 */
import { type LetterContent, type LetterTable } from './letter-content.ts'
import { printedDay, spokenDigits, spokenNumber, spokenYear, spokenYuan } from './letter-numerals.ts'

const MEASURE = '(?=[天日个样份次年张位项处人周种笔页岁家]|小时|工作日|个月)'

/** A quantity; what is too long to be one (twelve digits is 一千亿) is said digit by digit. */
function quantity(digits: string): string {
  return digits.length > 12 ? spokenDigits(digits) : spokenNumber(BigInt(digits))
}

function sum(whole: string, decimals: string | undefined): string {
  const digits = whole.replaceAll(',', '')
  if (digits.length > 12) return `${spokenDigits(digits)}元`
  return spokenYuan(BigInt(digits) * 100n + BigInt((decimals ?? '').padEnd(2, '0')))
}

function spokenClock(hour: string, minute: string): string {
  return `${spokenNumber(BigInt(hour))}点${minute === '00' ? '' : `${spokenNumber(BigInt(minute))}分`}`
}

function spokenDay(year: string, month: string, day: string): string {
  return `${spokenYear(year)}年${spokenNumber(BigInt(month))}月${spokenNumber(BigInt(day))}日`
}

function spokenDecimal(whole: string, decimals: string): string {
  return `${quantity(whole)}点${spokenYear(decimals)}`
}

/** Sums and days first, while their signs are still there. */
function sumsAndDays(text: string): string {
  return text
    .replace(/[（(]人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+[)）]/g, '')
    .replace(
      /([-−]?)[¥￥]([\d,]+)(?:\.(\d{1,2}))?/g,
      (_, sign: string, whole: string, decimals?: string) => `${sign === '' ? '' : '减'}${sum(whole, decimals)}`,
    )
    .replace(/(\d[\d,]*)(?:\.(\d{1,2}))?元/g, (_, whole: string, decimals?: string) => sum(whole, decimals))
    .replace(/(\d{4})-(\d\d)-(\d\d)(?!\d)/g, (_, y: string, m: string, d: string) => spokenDay(y, m, d))
    .replace(/(\d{4})年(\d{1,2})月(\d{1,2})日/g, (_, y: string, m: string, d: string) => spokenDay(y, m, d))
    .replace(/(\d{4})年(?=第|度|版|版本)/g, (_, year: string) => `${spokenYear(year)}年`)
    .replace(/(\d{1,2}):(\d\d)/g, (_, hour: string, minute: string) => spokenClock(hour, minute))
    .replace(/(点(?:[^，。]{1,3}分)?)\s*[–—~-]\s*/g, '$1到')
}

/** Masked numbers keep their tail, case numbers and phones are said digit by digit, the rest are quantities. */
function numbers(text: string): string {
  return text
    .replace(/[\dA-Za-z]*\*{2,}[\s*]*([\dXx]+)/g, (_, tail: string) => `尾号${spokenDigits(tail)}`)
    .replace(/[A-Za-z]+[A-Za-z/]*[-\s]?\d[\dA-Za-z-]*/g, (code) =>
      spokenDigits(code.replace(/[/\s]/g, '').replace(/-/g, '，')),
    )
    .replace(/\d+(?:\.\d+)?-\d\d(?!\d)/g, (code) => spokenDigits(code.replace('.', '点').replace('-', '杠')))
    .replace(/(?:0\d{2,3}|400|800)[- ]\d{3,4}[- ]?\d{3,4}/g, (phone) => spokenDigits(phone.replace(/[- ]/g, '，')))
    .replace(/(?<![\d.,])\d{5,}(?![\d.])/g, (digits) => spokenDigits(digits))
    .replace(
      /(\d+)(?:\.(\d+))?\s*[%％]/g,
      (_, whole: string, decimals?: string) =>
        `百分之${decimals === undefined ? quantity(whole) : spokenDecimal(whole, decimals)}`,
    )
    .replace(/(\d+)\.(\d+)/g, (_, whole: string, decimals: string) => spokenDecimal(whole, decimals))
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(new RegExp(`(?<!第)(?<!\\d)2${MEASURE}`, 'g'), '两')
    .replace(/\d+/g, quantity)
}

function signs(text: string): string {
  return text
    .replace(/[×*✕]/g, '乘以')
    .replace(/÷/g, '除以')
    .replace(/[=＝]/g, '等于')
    .replace(/[+＋]/g, '加')
    .replace(/\s[-−－–]\s/g, '减')
    .replace(/[−－]/g, '减')
    .replace(/≤/g, '不超过')
    .replace(/≥/g, '不少于')
    .replace(/</g, '小于')
    .replace(/>/g, '大于')
    .replace(/[（()）—–【】[\]·/]/g, '，')
    .replace(/\|/g, '，')
    .replace(/,/g, '，')
    .replace(/;/g, '；')
    .replace(/:/g, '：')
    .replace(/\?/g, '？')
    .replace(/!/g, '！')
    .replace(/[^\p{Script=Han}A-Za-z，。；：？！、\n]/gu, '')
    .replace(/[，、]+(?=[，。；：？！])/g, '')
    .replace(/([。；：？！])[，、；：。]+/g, '$1')
    .replace(/，{2,}/g, '，')
    .replace(/(^|\n)[，、；：。]+/g, '$1')
}

/** Any printed text as it is said. */
export function spokenText(text: string): string {
  return signs(numbers(sumsAndDays(text)))
}

function sentence(text: string): string {
  const spoken = spokenText(text)
  return spoken === '' || /[。？！：]$/.test(spoken) ? spoken : `${spoken.replace(/[，；、]$/, '')}。`
}

function tableVoice(table: LetterTable): readonly string[] {
  const rows = table.rows.map((row) =>
    row
      .map((cell, i) => (i === 0 || table.columns.length === 2 ? cell : `${table.columns[i]?.label ?? ''}：${cell}`))
      .map((cell) => cell.replace(/^(\d+)\. /, '第$1样，').replace(/[。，；]$/, ''))
      .join(table.columns.length === 2 ? '：' : '，'),
  )
  const total = table.total === undefined ? [] : [`${table.total.label}：${table.total.value}`]
  return [
    `${table.title}：`,
    ...rows,
    ...total,
    ...table.working.flatMap(({ heading, lines }) => [`${heading}：`, ...lines]),
  ]
}

/** The letter's own numbers are never quantities: said sign by sign, with a breath where they are grouped. */
function codesSpoken(content: LetterContent, text: string): string {
  return [content.letterNo, content.claimNo, content.progressCode, content.progressCode.replace(/\s/g, '')]
    .filter((code) => code !== '')
    .reduce((spoken, code) => spoken.replaceAll(code, spokenDigits(code.replace(/[-\s]/g, '，'))), text)
}

/** One sentence a line; e-mail and web addresses are left to the printed letter. */
export function letterVoiceText(content: LetterContent): string {
  const remedies =
    content.remedies.length === 0
      ? []
      : [
          '如果您不同意，可以这样做：',
          ...content.remedies.map(({ title, text }, index) => `第${index + 1}，${title}：${text}`),
        ]
  return [
    `${content.masthead}，${content.title}`,
    `案件号：${content.claimNo}`,
    content.salutation,
    ...content.paragraphs,
    ...content.tables.flatMap(tableVoice),
    ...(content.clauses.length === 0 ? [] : ['依据的条款：']),
    ...content.clauses.map(({ ref, text }) => `${ref}：${text}`),
    ...content.closing,
    ...remedies,
    '怎样找到我们：',
    ...content.contacts.filter((contact) => contact.spoken).map(({ label, value }) => `${label}：${value}`),
    `${content.signedBy.unit}，经办人${content.signedBy.handler}，${printedDay(content.issuedOn)}`,
  ]
    .map((line) => sentence(codesSpoken(content, line)))
    .filter((line) => line !== '')
    .join('\n')
}
