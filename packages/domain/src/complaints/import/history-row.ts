/**
 * CMP-13: one row of a file of past complaints, checked. Every fault is named; a row with one is left out and stops
 * nobody. Reasons and outcomes keep the words of the source beside what they mean here.
 */
import type { Day } from '../../kernel/index.ts'
import { CAUSES, type Cause, type CauseGroup } from '../categories.ts'
import type { ComplaintOutcome } from '../words.ts'
import type { HistoryField } from './fields.ts'
import { readHistoryDay, SEPARATORS, wordKey, type HistoryMapping } from './mapping.ts'

export const HISTORY_FAULTS = {
  no_missing: '没有投诉编号',
  no_long: '投诉编号超过 80 个字',
  no_twice: '同一编号在文件中出现两次，内容不同',
  received_missing: '没有收到日期',
  received_unreadable: '收到日期不是日期',
  closed_unreadable: '办结日期不是日期',
  closed_before: '办结日期早于收到日期',
  in_future: '日期晚于今天',
} as const
export type HistoryFault = keyof typeof HISTORY_FAULTS

export type HistoryRow = {
  readonly externalNo: string
  readonly receivedOn: Day
  readonly closedOn: Day | null
  readonly product: string
  readonly company: string
  readonly channelWord: string
  readonly region: string
  readonly stateWord: string
  readonly reasonWords: readonly string[]
  readonly outcomeWords: readonly string[]
  readonly causes: readonly Cause[]
  readonly causeGroup: CauseGroup | null
  readonly outcome: ComplaintOutcome | null
  readonly complainant: string
  readonly matter: string
}
export type HistoryCheck =
  | { readonly ok: true; readonly row: HistoryRow }
  | { readonly ok: false; readonly faults: readonly HistoryFault[] }

const LONGEST_NO = 80
const LONGEST_WORD = 200
const LONGEST_MATTER = 5000
const MOST_WORDS = 20
/** Of several outcomes, the one that weighs most for the complainant counts. */
const WEIGHTS: readonly ComplaintOutcome[] = ['upheld', 'partly_upheld', 'settled', 'not_upheld']

/** `cellsOf`: the cells of the columns mapped to a field. */
export function checkHistoryRow(
  cellsOf: (field: HistoryField) => readonly string[],
  mapping: HistoryMapping,
  today: Day,
): HistoryCheck {
  const first = (field: HistoryField): string => shortly(cellsOf(field).find((cell) => cell.trim() !== '') ?? '')
  const faults: HistoryFault[] = []
  const externalNo = (cellsOf('externalNo')[0] ?? '').trim()
  if (externalNo === '') faults.push('no_missing')
  if (externalNo.length > LONGEST_NO) faults.push('no_long')
  const receivedOn = readHistoryDay(cellsOf('receivedOn')[0] ?? '', mapping.dayOrder)
  const closedOn = readHistoryDay(cellsOf('closedOn')[0] ?? '', mapping.dayOrder)
  if (receivedOn === null) faults.push('received_missing')
  if (receivedOn === undefined) faults.push('received_unreadable')
  if (closedOn === undefined) faults.push('closed_unreadable')
  if (receivedOn && closedOn && closedOn < receivedOn) faults.push('closed_before')
  if ((receivedOn && receivedOn > today) || (closedOn && closedOn > today)) faults.push('in_future')
  if (faults.length > 0 || !receivedOn || closedOn === undefined) return { ok: false, faults }
  const reasonWords = wordsOf(cellsOf('reasons'), mapping)
  const outcomeWords = wordsOf(cellsOf('outcomes'), mapping)
  const causes = [...new Set(reasonWords.flatMap((word) => mapping.reasons[wordKey(word)] ?? []))]
  const outcomes = outcomeWords.flatMap((word) => mapping.outcomes[wordKey(word)] ?? [])
  const cause = causes[0]
  return {
    ok: true,
    row: {
      externalNo,
      receivedOn,
      closedOn,
      product: shortly(joined(cellsOf('product'), ' / ')),
      company: first('company'),
      channelWord: first('channel'),
      region: first('region'),
      stateWord: first('state'),
      reasonWords,
      outcomeWords,
      causes,
      causeGroup: cause ? CAUSES[cause].group : null,
      outcome: WEIGHTS.find((one) => outcomes.includes(one)) ?? null,
      complainant: first('complainant'),
      matter: joined(cellsOf('matter'), '\n').slice(0, LONGEST_MATTER),
    },
  }
}

function wordsOf(cells: readonly string[], { separator }: HistoryMapping): readonly string[] {
  const found = new Map<string, string>()
  for (const cell of cells) {
    for (const part of cell.split(SEPARATORS[separator].sign)) {
      const word = shortly(part)
      if (word !== '' && !found.has(wordKey(word))) found.set(wordKey(word), word)
    }
  }
  return [...found.values()].slice(0, MOST_WORDS)
}

function joined(cells: readonly string[], sign: string): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(sign)
}

function shortly(text: string): string {
  return text.trim().slice(0, LONGEST_WORD)
}
