/**
 * npm run synth -- --people 215864 --seed 1 --out FILE [--as-of DAY] [--errors N] [--encoding gb18030]
 * npm run synth -- --month 2025-11 --base FILE --seed 1 --out FILE2
 * Writes a roster of made-up people as the civil-affairs office would (PRG-05); .xlsx when FILE ends so.
 */
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { isDay } from '@anpei/domain/kernel'
import { readTable, TableUnreadable, writeCsv, writeXlsx } from '@anpei/server/files'
import { monthRoster } from './month.ts'
import type { MonthChanges } from './month.ts'
import { cellsOf, ROSTER_COLUMNS, rowOfCells } from './roster-row.ts'
import type { RosterRow } from './roster-row.ts'
import { synthRoster } from './roster.ts'

const USAGE =
  '用法 usage: npm run synth -- --people 215864 --seed 1 --out FILE ' +
  '[--as-of 2025-10-01] [--errors N] [--encoding utf-8|gb18030] [--month YYYY-MM --base FILE]'
const MOST_PEOPLE = 5_000_000

class WrongUse extends Error {}

async function* readRoster(path: string): AsyncGenerator<RosterRow> {
  const table = await readTable(path, { fileName: path, required: ['姓名', '身份证号', '户籍状态'] })
  if (!table.ok) throw new TableUnreadable(table.code, table.facts)
  for await (const row of table.value.rows) yield rowOfCells(table.value.columns, row.cells)
}

async function* counted(rows: Iterable<RosterRow> | AsyncIterable<RosterRow>, count: { rows: number }) {
  yield [...ROSTER_COLUMNS]
  for await (const row of rows) {
    count.rows++
    yield cellsOf(row)
  }
}

function wholeNumber(text: string, name: string, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > most) throw new WrongUse(`--${name} ${text}: 0 … ${most}`)
  return value
}

function options(): Record<'people' | 'seed' | 'as-of' | 'errors' | 'encoding', string> & {
  out?: string | undefined
  month?: string | undefined
  base?: string | undefined
} {
  try {
    return parseArgs({
      options: {
        people: { type: 'string', default: '215864' },
        seed: { type: 'string', default: '1' },
        'as-of': { type: 'string', default: '2025-10-01' },
        errors: { type: 'string', default: '0' },
        encoding: { type: 'string', default: 'utf-8' },
        out: { type: 'string' },
        month: { type: 'string' },
        base: { type: 'string' },
      },
    }).values
  } catch (fault) {
    throw new WrongUse(fault instanceof Error ? fault.message : String(fault))
  }
}

async function run(): Promise<void> {
  const given = options()
  const { out, month, base, encoding } = given
  if (out === undefined) throw new WrongUse('--out FILE')
  if (encoding !== 'utf-8' && encoding !== 'gb18030') throw new WrongUse(`--encoding ${encoding}: utf-8, gb18030`)
  if (!isDay(given['as-of'])) throw new WrongUse(`--as-of ${given['as-of']}: YYYY-MM-DD`)
  if ((month === undefined) !== (base === undefined)) throw new WrongUse('--month YYYY-MM --base FILE')
  if (month !== undefined && !isDay(`${month}-01`)) throw new WrongUse(`--month ${month}: YYYY-MM`)
  if (base !== undefined && resolve(base) === resolve(out)) throw new WrongUse('--base = --out')
  const seed = wholeNumber(given.seed, 'seed', 2 ** 31)
  const people = wholeNumber(given.people, 'people', MOST_PEOPLE)
  const errors = wholeNumber(given.errors, 'errors', people)
  const changes: MonthChanges = { joined: 0, movedIn: 0, died: 0, movedAway: 0, corrected: 0 }
  const rows =
    month !== undefined && base !== undefined
      ? monthRoster(readRoster(base), month, seed, changes)
      : synthRoster({ people, seed, asOf: given['as-of'], errors })
  const count = { rows: 0 }
  const table = counted(rows, count)
  const from = performance.now()
  await pipeline(
    out.endsWith('.xlsx') ? writeXlsx(table, '名册') : writeCsv(table, { encoding, bom: false }),
    createWriteStream(out),
  )
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  const told = month === undefined ? '' : ` ${JSON.stringify(changes)}`
  process.stderr.write(`${out}: ${count.rows} 行 rows, ${seconds} s${told}\n`)
}

/** A file that cannot be read or written is named with the system's own reason. */
function sentenceOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  if (!('code' in fault && 'path' in fault)) return fault.message
  return `读写不了文件 ${String(fault.path)}（${String(fault.code)}）。`
}

try {
  await run()
} catch (fault) {
  if (fault instanceof WrongUse) process.stderr.write(`${fault.message}\n${USAGE}\n`)
  else process.stderr.write(`${sentenceOf(fault)}\n`)
  process.exitCode = fault instanceof WrongUse ? 2 : 1
}
