/**
 * CMP-13: how a file of past complaints is read: which column is what, how days are written, what parts several reasons
 * in one cell, and which of our words a word of the source means. What has none stays the source's own word.
 */
import { isDay, ok, refuse, type Day, type Decision } from '../../kernel/index.ts'
import { readDay } from '../../programme/index.ts'
import type { Cause } from '../categories.ts'
import type { ComplaintOutcome } from '../words.ts'
import { fieldNames, guessColumns, HISTORY_FIELDS, type HistoryColumns, type HistoryField } from './fields.ts'

export const DAY_ORDERS = { ymd: '年-月-日', mdy: '月/日/年', dmy: '日/月/年' } as const
export type DayOrder = keyof typeof DAY_ORDERS

export const SEPARATORS = {
  none: { zh: '一格一个', sign: /$^/ },
  semicolon: { zh: '分号 ；;', sign: /[;；]/ },
  bar: { zh: '竖线 |', sign: /[|｜]/ },
  pause: { zh: '顿号 、', sign: /、/ },
  comma: { zh: '逗号 ，,', sign: /[,，]/ },
  slash: { zh: '斜线 /', sign: /[/／]/ },
} as const
export type Separator = keyof typeof SEPARATORS

export type HistoryMapping = {
  readonly columns: HistoryColumns
  readonly dayOrder: DayOrder
  readonly separator: Separator
  /** Word of the source as `wordKey` writes it → ours. */
  readonly reasons: Readonly<Record<string, Cause>>
  readonly outcomes: Readonly<Record<string, ComplaintOutcome>>
}

/** What a word is looked up by: two writings of one word are one. */
export function wordKey(word: string): string {
  return word.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** A mapping can be used for a file when its required columns stand and all of its columns are there. */
export function decideMapping({ columns }: HistoryMapping, headings: readonly string[]): Decision<null> {
  const missing = fieldNames().filter((field) => HISTORY_FIELDS[field].required && !columns[field]?.length)
  if (missing.length > 0) {
    return refuse('complaint.history_columns_missing', { missing: missing.map((one) => HISTORY_FIELDS[one].zh) })
  }
  const strange = Object.values(columns).flatMap((names) => names.filter((name) => !headings.includes(name)))
  return strange.length > 0 ? refuse('complaint.history_columns_unknown', { columns: strange }) : ok(null)
}

/** `rows`: the first of the file, cells in the order of the headings. */
export function guessMapping(headings: readonly string[], rows: readonly (readonly string[])[]): HistoryMapping {
  const columns = guessColumns(headings)
  const cellsOf = (field: HistoryField): string[] =>
    (columns[field] ?? []).flatMap((name) => rows.map((row) => row[headings.indexOf(name)] ?? ''))
  const days = [...cellsOf('receivedOn'), ...cellsOf('closedOn')]
  const words = [...cellsOf('reasons'), ...cellsOf('outcomes')]
  const separators = ['semicolon', 'bar', 'pause'] as const
  const separator = separators.find((name) => words.some((cell) => SEPARATORS[name].sign.test(cell))) ?? 'none'
  return { columns, dayOrder: guessOrder(days), separator, reasons: {}, outcomes: {} }
}

const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[ T].*)?$/

function guessOrder(days: readonly string[]): DayOrder {
  const parts = days.flatMap((text) => {
    const match = YEAR_LAST.exec(text.trim())
    return match ? [{ first: Number(match[1]), second: Number(match[2]) }] : []
  })
  if (parts.length === 0) return 'ymd'
  return parts.some(({ first }) => first > 12) ? 'dmy' : 'mdy'
}

/** A day in the writing of the file, with or without a time behind it; null = empty, undefined = none. */
export function readHistoryDay(text: string, order: DayOrder): Day | null | undefined {
  const typed = text.trim()
  const match = YEAR_LAST.exec(typed)
  if (!match) return readDay(typed.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1'))
  if (order === 'ymd') return undefined
  const [month, day] = order === 'mdy' ? [match[1], match[2]] : [match[2], match[1]]
  const read = `${match[3]}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  return isDay(read) ? read : undefined
}
