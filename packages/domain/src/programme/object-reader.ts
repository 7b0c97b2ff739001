/**
 * Reads unknown data (a file, a form) field by field and collects every problem in plain Chinese with the path of
 * the field, so that a person sees all of them at once. A field that cannot be read yields an empty value; whoever
 * reads must look at `problems` before using the result.
 */
import { isDay } from '../kernel/index.ts'
import type { Day, Fen } from '../kernel/index.ts'

export type ObjectReader = {
  readonly path: string
  text(key: string): string
  whole(key: string, min: number, max: number): number
  fen(key: string): Fen
  flag(key: string): boolean
  day(key: string): Day
  oneOf<T extends string>(key: string, allowed: readonly [T, ...T[]]): T
  texts(key: string): readonly string[]
  list<T>(key: string, read: (item: ObjectReader) => T): readonly T[]
  object(key: string): ObjectReader
  map(key: string): Readonly<Record<string, string>>
  raw(key: string): unknown
  isNull(key: string): boolean
  /** Reports fields nobody asked for: a misspelt field must not be silently without effect. */
  noOtherFields(): void
}

const MAX_LIST = 10_000

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

export function readObject(value: unknown, path: string, problems: string[]): ObjectReader {
  const record = isRecord(value) ? value : {}
  if (!isRecord(value)) problems.push(`${path || '内容'}应当是一个对象`)
  const asked = new Set<string>()
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`)
  const get = (key: string): unknown => {
    asked.add(key)
    return record[key]
  }
  const wrong = (key: string, should: string): void => {
    problems.push(record[key] === undefined ? `缺少“${at(key)}”（${should}）` : `“${at(key)}”应当是${should}`)
  }
  const checked = <T>(key: string, should: string, fallback: T, pick: (found: unknown) => T | undefined): T => {
    const picked = pick(get(key))
    if (picked !== undefined) return picked
    wrong(key, should)
    return fallback
  }
  return {
    path,
    text: (key) => checked(key, '文字', '', (v) => (typeof v === 'string' && v.trim() !== '' ? v : undefined)),
    whole: (key, min, max) => checked(key, `${min} 到 ${max} 的整数`, min, (v) => wholeIn(v, min, max)),
    fen: (key) =>
      checked(key, '以分为单位的非负整数', 0n, (v) => {
        const whole = wholeIn(v, 0, Number.MAX_SAFE_INTEGER)
        return whole === undefined ? undefined : BigInt(whole)
      }),
    flag: (key) => checked(key, '是（true）或否（false）', false, (v) => (typeof v === 'boolean' ? v : undefined)),
    day: (key) => checked(key, '日期 YYYY-MM-DD', '', (v) => (typeof v === 'string' && isDay(v) ? v : undefined)),
    oneOf: (key, allowed) =>
      checked(key, `以下之一：${allowed.join('、')}`, allowed[0], (v) => allowed.find((candidate) => candidate === v)),
    texts: (key) => checked<readonly string[]>(key, '文字列表', [], (v) => (isTextList(v) ? v : undefined)),
    list: (key, read) => {
      const found = get(key)
      if (!Array.isArray(found) || found.length > MAX_LIST) {
        wrong(key, `列表（最多 ${MAX_LIST} 项）`)
        return []
      }
      return found.map((item, index) => read(readObject(item, `${at(key)}[${index + 1}]`, problems)))
    },
    object: (key) => readObject(get(key), at(key), problems),
    map: (key) => {
      const inner = readObject(get(key), at(key), problems)
      const found = record[key]
      return isRecord(found) ? Object.fromEntries(Object.keys(found).map((name) => [name, inner.text(name)])) : {}
    },
    raw: get,
    isNull: (key) => get(key) === null,
    noOtherFields: () => {
      for (const key of Object.keys(record)) if (!asked.has(key)) problems.push(`不认识的字段“${at(key)}”`)
    },
  }
}

function wholeIn(value: unknown, min: number, max: number): number | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined
  return value >= min && value <= max ? value : undefined
}
