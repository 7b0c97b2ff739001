/**
 * npm run bench [-- part…] [--claims 1000000] [--people 215864] [--seconds 10] [--desk 60] [--routes create,get]
 * [--data FOLDER] [--out docs/bench.md] [--profile FOLDER]
 * Measures the promises of speed and size, each against a bare limit in the same run; parts: roster calculation size
 * clocks notices knowledge desk lives store routes board. A throwaway database unless --data names a folder that stays.
 * A part that fails is a row of the table, and the run goes on.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBoard } from './board.ts'
import { benchClocks } from './clocks.ts'
import { benchDesk } from './desk-load.ts'
import { fillClaims } from './fill.ts'
import { openGround } from './ground.ts'
import { benchKnowledge } from './knowledge.ts'
import { benchLives } from './lives.ts'
import { machineFacts } from './machine.ts'
import { benchNotices } from './notices.ts'
import { benchPure } from './pure.ts'
import { benchQueries } from './queries.ts'
import { benchRoster } from './roster.ts'
import { benchRoutes } from './routes.ts'
import { benchSizes } from './sizes.ts'
import { document, plainTable, stopped, whole, type Row } from './table.ts'

const PARTS = [
  'roster',
  'calculation',
  'size',
  'clocks',
  'notices',
  'knowledge',
  'desk',
  'lives',
  'store',
  'routes',
  'board',
] as const
type Part = (typeof PARTS)[number]
/** Parts that are measured over a full store. */
const FULL: readonly Part[] = ['lives', 'store', 'routes', 'board']

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    claims: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '215864' },
    seconds: { type: 'string', default: '10' },
    desk: { type: 'string', default: '60' },
    routes: { type: 'string', default: '' },
    data: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
  },
})
const log = (line: string) => {
  console.log(line)
}
const wrong = positionals.filter((name) => !PARTS.some((one) => one === name))
if (wrong.length > 0) {
  console.error(`${wrong.join(' ')}: ${PARTS.join(' ')}`)
  process.exit(2)
}
const claims = Number(given.claims)
const seconds = Number(given.seconds)
const profile = given.profile === undefined ? {} : { profile: given.profile }
const wanted = PARTS.filter((name) => positionals.length === 0 || positionals.includes(name))
const only = given.routes.split(',').filter(Boolean)

const rows: Row[] = []
const facts: string[] = []
const ground = await openGround(given.data, log)
try {
  facts.push(...(await machineFacts(ground)))
  // Every part needs people; where they are there already, nothing is measured.
  await measure('roster', () => benchRoster(ground, Number(given.people), log))
  await measure('calculation', async () => benchPure())
  await measure('size', () => benchSizes(ground))
  await measure('clocks', () => benchClocks(ground, log))
  await measure('notices', () => benchNotices(ground, log))
  await measure('knowledge', () => benchKnowledge(ground, log))
  await measure('desk', () => benchDesk(ground, Number(given.desk), log))
  await measure('lives', () => benchLives(ground, { seconds, label: 'empty store', skip: 0, ...profile }, log))
  await fill()
  const full = { seconds, label: `${whole(claims)} claims in store`, skip: 20_000, ...profile }
  await measure('lives', () => benchLives(ground, full, log))
  await measure('store', () => benchQueries(ground, log))
  await measure('routes', () => benchRoutes(ground, { seconds, log, only, ...profile }))
  await measure('board', () => benchBoard(ground, log))
  console.log(`\n${plainTable(rows)}\n\n${facts.join('\n')}`)
} finally {
  await ground.close()
}

/** One part; what it measured so far is written at once, so that a run that is broken off has not been for nothing. */
async function measure(part: Part, work: () => Promise<Row[]>): Promise<void> {
  if (!wanted.includes(part) && part !== 'roster') return
  log(part)
  const from = performance.now()
  try {
    const found = await work()
    if (wanted.includes(part)) rows.push(...found)
  } catch (fault) {
    const told = stopped(part, 'the whole part', fault)
    log(`  ${told.measured}`)
    rows.push(told)
  }
  log(`  took ${((performance.now() - from) / 1000).toFixed(0)} s`)
  write()
}

async function fill(): Promise<void> {
  if (!FULL.some((part) => wanted.includes(part))) return
  log(`filling the store with ${whole(claims)} claims`)
  const from = performance.now()
  try {
    const made = await fillClaims(ground, claims, log)
    if (made > 0)
      facts.push(`${whole(made)} claims were put into the store in ${whole((performance.now() - from) / 1000)} s`)
  } catch (fault) {
    rows.push(stopped('fill', `a store of ${whole(claims)} claims`, fault))
  }
}

function write(): void {
  if (given.out === undefined) return
  writeFileSync(resolve(given.out), document(facts, rows, notRun()))
}

/** What stands in no row of this run, said on the page. */
function notRun(): string[] {
  const parts = PARTS.filter((part) => !rows.some((one) => one.part === part)).map((part) => `the part \`${part}\``)
  return only.length > 0 ? [...parts, `routes other than ${only.join(', ')}`] : parts
}
