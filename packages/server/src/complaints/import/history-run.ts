/** CMP-13: one reading of a file of past complaints, batch by batch: new, changed, unchanged, left out. */
import {
  checkHistoryRow,
  wordKey,
  type HistoryFault,
  type HistoryField,
  type HistoryMapping,
  type HistoryRow,
} from '@anpei/domain/complaints'
import type { Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { insertHistory, knownRows, updateHistory, type HashedRow, type HistorySeries } from './store-history.ts'
import { insertFaults, type FaultyRow, type ImportCounts } from './store-imports.ts'

export type ReadingOrder = {
  readonly series: HistorySeries
  readonly mapping: HistoryMapping
  readonly today: Day
  /** False: it is a rehearsal. */
  readonly keeps: boolean
}

const ROWS_PER_BATCH = 1000
const MOST_FAULTS_KEPT = 20_000
const MOST_WORDS = 5000
const MOST_WORDS_SHOWN = 300

export class HistoryRun {
  rowCount = 0
  readonly #tx: Tx
  readonly #order: ReadingOrder
  readonly #hashes = new Map<string, string>()
  readonly #faultCounts = new Map<HistoryFault, number>()
  readonly #reasons = new Map<string, { word: string; count: number }>()
  readonly #outcomes = new Map<string, { word: string; count: number }>()
  #batch: HashedRow[] = []
  #bad: FaultyRow[] = []
  #badCount = 0
  #newCount = 0
  #changedCount = 0
  #unchangedCount = 0

  constructor(tx: Tx, order: ReadingOrder) {
    this.#tx = tx
    this.#order = order
  }

  /** True when a batch is full. */
  take(rowNo: number, cells: readonly string[], cellsOf: (field: HistoryField) => readonly string[]): boolean {
    this.rowCount++
    const { mapping, today } = this.#order
    const checked = checkHistoryRow(cellsOf, mapping, today)
    if (checked.ok) this.#takeGood(rowNo, cells, checked.row)
    else this.#leaveOut({ rowNo, cells, faults: checked.faults })
    return this.#batch.length + this.#bad.length >= ROWS_PER_BATCH
  }

  async flush(): Promise<void> {
    const [rows, bad] = [this.#batch, this.#bad]
    this.#batch = []
    this.#bad = []
    const { series, keeps } = this.#order
    const known = await knownRows(
      this.#tx,
      series,
      rows.map(({ row }) => row.externalNo),
    )
    const fresh = rows.filter(({ row }) => !known.has(row.externalNo))
    const changed = rows.flatMap((one) => {
      const before = known.get(one.row.externalNo)
      return before && !before.erased && !before.hash.equals(one.hash) ? [{ ...one, id: before.id }] : []
    })
    this.#newCount += fresh.length
    this.#changedCount += changed.length
    this.#unchangedCount += rows.length - fresh.length - changed.length
    await insertFaults(this.#tx, series.importId, bad)
    if (!keeps) return
    await insertHistory(this.#tx, series, fresh)
    await updateHistory(this.#tx, series, changed)
  }

  counts(): ImportCounts {
    return {
      rowCount: this.rowCount,
      newCount: this.#newCount,
      changedCount: this.#changedCount,
      unchangedCount: this.#unchangedCount,
      badCount: this.#badCount,
      summary: {
        reasons: mostFrequent(this.#reasons),
        outcomes: mostFrequent(this.#outcomes),
        faults: Object.fromEntries(this.#faultCounts),
      },
    }
  }

  #takeGood(rowNo: number, cells: readonly string[], row: HistoryRow): void {
    const hash = this.#tx.vault.lookupHash('roster_row', JSON.stringify(row))
    const key = hash.toString('latin1', 0, 16)
    const earlier = this.#hashes.get(row.externalNo)
    if (earlier === key) {
      this.#unchangedCount++
      return
    }
    if (earlier !== undefined) {
      this.#leaveOut({ rowNo, cells, faults: ['no_twice'] })
      return
    }
    this.#hashes.set(row.externalNo, key)
    this.#batch.push({ row, hash })
    const { reasons, outcomes } = this.#order.mapping
    countUnmapped(this.#reasons, row.reasonWords, reasons)
    countUnmapped(this.#outcomes, row.outcomeWords, outcomes)
  }

  #leaveOut(row: FaultyRow): void {
    for (const fault of row.faults) this.#faultCounts.set(fault, (this.#faultCounts.get(fault) ?? 0) + 1)
    if (this.#badCount++ < MOST_FAULTS_KEPT) this.#bad.push(row)
  }
}

type Counted = Map<string, { word: string; count: number }>

function countUnmapped(found: Counted, words: readonly string[], known: Readonly<Record<string, unknown>>): void {
  for (const word of words) {
    const key = wordKey(word)
    if (Object.hasOwn(known, key)) continue
    const counted = found.get(key)
    if (counted) counted.count++
    else if (found.size < MOST_WORDS) found.set(key, { word, count: 1 })
  }
}

function mostFrequent(found: Counted) {
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, MOST_WORDS_SHOWN)
}
