/** The roster: read, checked, sealed and loaded, against a bare COPY of the very rows it left behind. */
import { execFile } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writeCsv } from '@anpei/server/files'
import { cellsOf, ROSTER_COLUMNS, synthRoster } from '../synth/index.ts'
import { flagsOf } from './flags-of.ts'
import type { Ground } from './ground.ts'
import { row, type Row } from './table.ts'

const CHILD = fileURLToPath(new URL('./roster-child.ts', import.meta.url))
const TABLES = ['person', 'person_name_gram', 'member_period', 'cover_period'] as const
const MOST_TIMES = 5
const MOST_MB = 400

type Told = { seconds: number; peakMb: number; rows: number; good: number; unchanged: number }

/** Loads the roster unless the store already holds people. */
export async function benchRoster(ground: Ground, people: number, log: (line: string) => void): Promise<Row[]> {
  const held = await ground.asAdmin(
    async (ask) => (await ask<{ n: number }>('select count(*)::int as n from person'))[0]?.n ?? 0,
  )
  if (held > 0) return []
  const file = join(ground.folder, 'roster.csv')
  if (!existsSync(file)) await writeRoster(file, people)
  const programmeId = await programmeOf(ground)
  const first = await importOnce(ground, file, programmeId)
  log(`  first load ${first.seconds.toFixed(1)} s, peak ${first.peakMb.toFixed(0)} MB`)
  const again = await importOnce(ground, file, programmeId)
  const bare = await bareCopy(ground)
  log(`  again ${again.seconds.toFixed(1)} s, bare COPY ${bare.toFixed(1)} s`)
  return [
    row(
      'roster',
      `${first.good.toLocaleString('en')} rows read, checked, sealed, loaded`,
      `${first.seconds.toFixed(1)} s`,
      `bare COPY ${bare.toFixed(2)} s`,
      `${(first.seconds / bare).toFixed(1)} ×`,
      `≤ ${MOST_TIMES} ×`,
      first.seconds <= MOST_TIMES * bare,
    ),
    row(
      'roster',
      'peak memory of the importing process',
      `${first.peakMb.toFixed(0)} MB`,
      '',
      '',
      `≤ ${MOST_MB} MB`,
      first.peakMb <= MOST_MB,
    ),
    row(
      'roster',
      `again, ${again.unchanged.toLocaleString('en')} unchanged`,
      `${again.seconds.toFixed(1)} s`,
      `first ${first.seconds.toFixed(1)} s`,
      `${(again.seconds / first.seconds).toFixed(2)} ×`,
      '≤ 1 ×',
      again.seconds <= first.seconds,
    ),
  ]
}

async function writeRoster(file: string, people: number): Promise<void> {
  const lines = function* () {
    yield [...ROSTER_COLUMNS]
    for (const one of synthRoster({ people, seed: 1, asOf: '2025-10-01', errors: 0 })) yield cellsOf(one)
  }
  const out = createWriteStream(file)
  await pipeline(writeCsv(lines(), { encoding: 'utf-8', bom: false }), out)
  if (!out.closed) await once(out, 'close')
}

async function programmeOf(ground: Ground): Promise<string> {
  const [found] = await ground.asAdmin((ask) =>
    ask<{ id: string }>(`select id from programme where tenant_id = 1 and
    code = 'chaonan'`),
  )
  if (!found) throw new Error('the programme is missing')
  return found.id
}

async function importOnce(ground: Ground, file: string, programmeId: string): Promise<Told> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flagsOf('import-roster'),
    CHILD,
    ground.ownerUrl,
    ground.folder,
    file,
    programmeId,
  ])
  const told: Told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  return told
}

/** Out to the database server's own disk, back into tables with the same indexes and checks, all in one transaction. */
async function bareCopy(ground: Ground): Promise<number> {
  return ground.asAdmin(async (ask) => {
    const [place] = await ask<{ at: string }>(`select current_setting('data_directory') as at`)
    for (const table of TABLES) {
      await ask(`copy (select * from ${table}) to '${place?.at}/bench_${table}.copy'`)
      await ask(`create table bench_${table} (like ${table} including all)`)
    }
    await ask('checkpoint')
    const from = performance.now()
    await ask('begin')
    for (const table of TABLES) await ask(`copy bench_${table} from '${place?.at}/bench_${table}.copy'`)
    await ask('commit')
    const seconds = (performance.now() - from) / 1000
    for (const table of TABLES) await ask(`drop table bench_${table}`)
    return seconds
  })
}
