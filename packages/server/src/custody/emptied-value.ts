/**
 * CUS-10: what is left of a value after the destruction: codes, numbers, days and ids, so that sums and counts stay
 * right. Everything a person could be known by is gone: words, names, numbers that are written as text.
 */
const GONE = '（已销毁）'
const CODE = /^(?=.{1,60}$)[a-z][a-z0-9]*([._:/+-][a-z0-9]+)*$/
const DAY = /^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function emptiedText(column: string, text: string): string {
  if (CODE.test(text) || DAY.test(text) || UUID.test(text)) return text
  return /(^|_)name$/i.test(column) ? GONE : ''
}

/** Sums are smaller; telephone, account and ID numbers are not. */
const MOST = 10_000_000_000

/** A JSON value with its shape kept. */
export function emptiedJson(value: unknown, field = ''): unknown {
  if (typeof value === 'string') return emptiedText(field, value)
  if (typeof value === 'number') return value < MOST ? value : 0
  if (Array.isArray(value)) return value.map((one: unknown) => emptiedJson(one, field))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, emptiedJson(one, name)]))
}
