/**
 * npm run bench [-- name…] [--claims 1000000] [--people 215864] [--seconds 10] [--data FOLDER] [--out docs/bench.md]
 * [--profile FOLDER]
 * Measures the promises of speed and size, each against a bare limit in the same run; names: roster calculation routes
 * lives store size clocks notices. A throwaway database unless --data names a folder that stays.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { benchClocks } from './clocks.ts'
import { fillClaims } from './fill.ts'
import { openGround, type Ground } from './ground.ts'
import { benchLives } from './lives.ts'
import { machineFacts } from './machine.ts'
import { benchNotices } from './notices.ts'
import { benchPure } from './pure.ts'
import { benchQueries } from './queries.ts'
import { benchRoster } from './roster.ts'
import { benchRoutes } from './routes.ts'
import { benchSizes } from './sizes.ts'
import { markdownTable, plainTable, whole, type Row } from './table.ts'

const NAMES = ['roster', 'calculation', 'routes', 'lives', 'store', 'size', 'clocks', 'notices'] as const
type Name = (typeof NAMES)[number]

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    claims: { type: 'string', default: '1000000' },
    people: { type: 'string', default: '215864' },
    seconds: { type: 'string', default: '10' },
    data: { type: 'string' },
    out: { type: 'string' },
    profile: { type: 'string' },
  },
})
const log = (line: string) => {
  console.log(line)
}
const wrong = positionals.filter((name) => !NAMES.some((one) => one === name))
if (wrong.length > 0) {
  console.error(`${wrong.join(' ')}: ${NAMES.join(' ')}`)
  process.exit(2)
}
const wants = (name: Name) => positionals.length === 0 || positionals.includes(name)

const ground = await openGround(given.data, log)
try {
  const rows = await measure(ground)
  console.log(`\n${plainTable(rows)}\n`)
  const facts = await machineFacts(ground)
  console.log(facts.join('\n'))
  if (given.out !== undefined) writeFileSync(resolve(given.out), document(facts, rows))
} finally {
  await ground.close()
}

async function measure(on: Ground): Promise<Row[]> {
  const rows: Row[] = []
  const profile = given.profile === undefined ? {} : { profile: given.profile }
  const claims = Number(given.claims)
  const seconds = Number(given.seconds)
  log('roster')
  const roster = await benchRoster(on, Number(given.people), log)
  if (wants('roster')) rows.push(...roster)
  if (wants('calculation')) rows.push(...benchPure())
  if (wants('size')) rows.push(...(await benchSizes(on)))
  if (wants('clocks')) {
    log('clocks')
    rows.push(...(await benchClocks(on, log)))
  }
  if (wants('notices')) {
    log('notices')
    rows.push(...(await benchNotices(on, log)))
  }
  if (wants('lives')) {
    log('lives, empty store')
    rows.push(...(await benchLives(on, { seconds, label: 'empty store', skip: 0, ...profile }, log)))
  }
  if (wants('routes') || wants('store') || wants('lives')) {
    log(`filling the store with ${whole(claims)} claims`)
    await fillClaims(on, claims, log)
  }
  if (wants('lives')) {
    log('lives, full store')
    rows.push(
      ...(await benchLives(on, { seconds, label: `${whole(claims)} claims in store`, skip: 20_000, ...profile }, log)),
    )
  }
  if (wants('store')) {
    log('full store')
    rows.push(...(await benchQueries(on, log)))
  }
  if (wants('routes')) {
    log('routes')
    rows.push(...(await benchRoutes(on, { seconds, log, ...profile })))
  }
  return rows
}

function document(facts: readonly string[], rows: readonly Row[]): string {
  return [
    '# Speed and size',
    '',
    'Written by `npm run bench -- --out docs/bench.md`. Ratios count more than numbers: each limit was measured in the',
    'same run, on the same data, by the same load generator. A bare handler is Fastify and pg with the very statements',
    'our route was seen to send, without sign-in, scope, masking, parsing, audit log and jobs.',
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    markdownTable(rows),
    '',
  ].join('\n')
}
