/**
 * npm run bench [-- part…] [--claims 1000000] [--complaints 1000000] [--people 215864] [--seconds 10] [--desk 60]
 * [--routes create,get] [--keep FOLDER] [--out docs/bench.md] [--profile FOLDER] [--lives N] [--statements FILE]
 * Measures the promises of speed and size, each against a bare limit in the same run, and prints them as a table, which
 * --out writes as a page. Parts: roster calculation size clocks notices knowledge desk lives complaints over an empty
 * store; fill lives store routes board complaint-store over a full one. --keep: a folder where the full store stays;
 * `fill` alone fills it, and a later run finds it. Everything else lies in throwaway folders. A part that fails is a
 * row of the table, and the run goes on.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchBoard } from './board.ts'
import { benchClocks } from './clocks.ts'
import { benchComplaintStore } from './complaints.ts'
import { benchComplaintLives } from './complaints-lives.ts'
import { benchDesk, FULL_DESK } from './desk-load.ts'
import { fillClaims } from './fill.ts'
import { openGround, type Ground } from './ground.ts'
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

const EMPTY = [
  'roster',
  'calculation',
  'size',
  'clocks',
  'notices',
  'knowledge',
  'desk',
  'lives',
  'complaints',
] as const
const FULL = ['fill', 'lives', 'store', 'routes', 'board', 'complaint-store'] as const
const PARTS = [...new Set([...EMPTY, ...FULL])]
type Part = (typeof PARTS)[number]

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    claims: { type: 'string', default: '1000000' },
    complaints: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '215864' },
    seconds: { type: 'string', default: '10' },
    desk: { type: 'string', default: '60' },
    routes: { type: 'string', default: '' },
    keep: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
    lives: { type: 'string' },
    statements: { type: 'string' },
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
const complaints = Number(given.complaints)
const people = Number(given.people)
const seconds = Number(given.seconds)
const only = given.routes.split(',').filter(Boolean)
const profile = given.profile === undefined ? {} : { profile: given.profile }
const long = {
  seconds,
  ...profile,
  ...(given.lives === undefined ? {} : { lives: Number(given.lives) }),
  ...(given.statements === undefined ? {} : { statements: given.statements }),
}
const wanted = (part: Part) => positionals.length === 0 || positionals.includes(part)

const rows: Row[] = []
const facts: string[] = []

if (EMPTY.some(wanted)) await overEmptyStore()
if (claims + complaints > 0 && FULL.some(wanted)) await overFullStore()
console.log(`\n${plainTable(rows)}\n\n${facts.join('\n')}`)

async function overEmptyStore(): Promise<void> {
  await over(undefined, async (ground) => {
    facts.push(...(await machineFacts(ground)))
    // Every part needs people.
    await measure('roster', () => benchRoster(ground, people, log))
    // What other parts leave behind is worked off by whoever starts next: lives come before them.
    await measure('lives', () => benchLives(ground, { ...long, label: 'empty store' }, log))
    await measure('complaints', () => benchComplaintLives(ground, { ...long, label: 'empty store' }, log))
    await measure('calculation', async () => benchPure())
    await measure('size', () => benchSizes(ground))
    await measure('clocks', () => benchClocks(ground, log))
    await measure('notices', () => benchNotices(ground, log))
    await measure('knowledge', () => benchKnowledge(ground, log))
    await measure('desk', () => benchDesk(ground, { ...FULL_DESK, seconds: Number(given.desk), ...profile }, log))
  })
}

async function overFullStore(): Promise<void> {
  await over(given.keep, async (ground) => {
    if (facts.length === 0) facts.push(...(await machineFacts(ground)))
    // Measured over the empty store; where people are there already, nothing is done.
    await benchRoster(ground, people, () => undefined)
    await measure('fill', () => fill(ground))
    const label = `${whole(await heldClaims(ground))} claims in store`
    await measure('lives', () => benchLives(ground, { ...long, label }, log))
    await measure('store', () => benchQueries(ground, log))
    await measure('routes', () => benchRoutes(ground, { seconds, log, only, ...profile }))
    await measure('board', () => benchBoard(ground, log))
    await measure('complaint-store', () => benchComplaintStore(ground, { ...long, complaints }, log))
  })
}

async function over(folder: string | undefined, work: (ground: Ground) => Promise<void>): Promise<void> {
  const ground = await openGround(folder, given.statements !== undefined, log)
  try {
    await work(ground)
  } finally {
    await ground.close()
  }
}

/** One part; what it measured so far is written at once, so that a run that is broken off has not been for nothing. */
async function measure(part: Part, work: () => Promise<Row[]>): Promise<void> {
  if (!wanted(part) && part !== 'roster' && part !== 'fill') return
  log(part)
  const from = performance.now()
  try {
    const found = await work()
    if (wanted(part)) rows.push(...found)
  } catch (fault) {
    const told = stopped(part, 'the whole part', fault)
    log(`  ${told.measured}`)
    rows.push(told)
  }
  log(`  took ${((performance.now() - from) / 1000).toFixed(0)} s`)
  write()
}

async function fill(ground: Ground): Promise<Row[]> {
  const from = performance.now()
  const made = await fillClaims(ground, claims, log)
  if (made > 0)
    facts.push(`${whole(made)} claims were put into the store in ${whole((performance.now() - from) / 1000)} s`)
  return []
}

async function heldClaims(ground: Ground): Promise<number> {
  const [found] = await ground.asAdmin((ask) => ask<{ n: number }>('select count(*)::int as n from claim'))
  return found?.n ?? 0
}

function write(): void {
  if (given.out === undefined) return
  writeFileSync(resolve(given.out), document(facts, rows, notRun()))
}

/** What stands in no row of this run, said on the page. */
function notRun(): string[] {
  const parts = PARTS.filter((part) => part !== 'fill' && !rows.some((one) => one.part === part))
  const named = parts.map((part) => `the part \`${part}\``)
  return only.length > 0 ? [...named, `routes other than ${only.join(', ')}`] : named
}
