/**
 * Single routes through the real server at concurrency 16, each against a bare handler that sends the very statements
 * the route was seen to send.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBare, startServer, type Child } from './children.ts'
import type { Ground } from './ground.ts'
import { underLoad } from './load.ts'
import { inTurn, somePeople, type Somebody } from './people.ts'
import { alike, isWork, readTap, recordingOf, statementsOf, type Recording } from './replay.ts'
import { processorTime } from './processor.ts'
import { reportOf } from './report-body.ts'
import { signIn, type Session } from './session.ts'
import { plainLine, share, stopped, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const FORGET = readFileSync(new URL('./forget-work.sql', import.meta.url), 'utf8')
const CALLERS = 16
/** Until then the program is compiled and every connection has prepared its statements, ours and the bare one's. */
const WARM_CALLS = 1200
const TRIES = 20

const TURNS = 2

export type RoutesOptions = {
  readonly seconds: number
  readonly log: (line: string) => void
  readonly profile?: string
  /** Which of the routes; all when empty. */
  readonly only: readonly string[]
}

const ROUTES = {
  create: { what: 'create a report', least: 0.4 },
  register: { what: 'create a report and register its claim', least: 0.4 },
  get: { what: 'get a claim', least: 0.4 },
  list: { what: 'claims, page of 20 without count', least: 0.4 },
  count: { what: 'claims, page of 20 with its count', least: 0.75 },
} as const
type Recorded = { readonly name: RouteName; readonly writes: boolean; readonly recording: Recording }
type RouteName = keyof typeof ROUTES

type Measured = {
  readonly name: RouteName
  readonly writes: boolean
  step(line: Line): Promise<number>
}

/** How many a second, and the processor time of one: that does not depend on who else is at work on the machine. */
type Speed = { readonly perSecond: number; readonly serverMs: number; readonly databaseMs: number }

export async function benchRoutes(ground: Ground, options: RoutesOptions): Promise<Row[]> {
  const chosen = (name: RouteName) => options.only.length === 0 || options.only.includes(name)
  const { recorded, odd } = await record(ground, chosen)
  const file = join(ground.folder, 'recordings.json')
  writeFileSync(file, JSON.stringify(recorded))
  const rows: Row[] = odd.map((name) =>
    stopped('routes', ROUTES[name].what, 'sent other statements each time, so no bare handler can do the same'),
  )
  for (const one of recorded) {
    const { what, least } = ROUTES[one.name]
    try {
      const { ours, bare } = await inTurns(ground, file, one, options)
      rows.push(share('routes', what, ours.perSecond, bare.perSecond, least, [costOf(ours), costOf(bare)]))
    } catch (fault) {
      rows.push(stopped('routes', what, fault))
    }
    options.log(`  ${plainLine(rows.at(-1))}`)
  }
  return rows
}

/** Turn and turn about, so that a busy machine troubles both alike; one process at a time. */
async function inTurns(ground: Ground, file: string, one: Recorded, options: RoutesOptions) {
  const ours: Speed[] = []
  const bare: Speed[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    ours.push(await measureServer(ground, one.name, options))
    bare.push(await measureBare(ground, file, one, options.seconds / TURNS))
  }
  return { ours: mean(ours), bare: mean(bare) }
}

async function measureServer(ground: Ground, name: RouteName, options: RoutesOptions): Promise<Speed> {
  const server = await startServer(ground, options.profile === undefined ? {} : { profile: options.profile })
  try {
    const line = await openLine(server.port)
    const measured = (await measuredRoutes(ground, await signIn(line, 'assessor1'))).find((one) => one.name === name)
    line.end()
    if (!measured) throw new Error(`no route ${name}`)
    return await speedOf(ground, server, options.seconds / TURNS, async (one) => [await measured.step(one)])
  } finally {
    await server.stop()
  }
}

async function measureBare(ground: Ground, file: string, recorded: Recorded, seconds: number): Promise<Speed> {
  const { name, writes } = recorded
  const bare = await startBare(ground, file)
  try {
    return await speedOf(ground, bare, seconds, async (one) => {
      const reply = await one.send({ method: writes ? 'POST' : 'GET', path: `/${name}` })
      if (reply.status !== 200) throw new Error(`bare ${name}: ${reply.status} ${reply.body}`)
      return [reply.ms]
    })
  } finally {
    await bare.stop()
    await forgetWork(ground)
  }
}

async function speedOf(
  ground: Ground,
  child: Child,
  seconds: number,
  call: (line: Line) => Promise<number[]>,
): Promise<Speed> {
  await underLoad(child.port, CALLERS, { steps: WARM_CALLS }, call)
  const before = processorTime(child.pid, ground.folder)
  const { perSecond, calls } = await underLoad(child.port, CALLERS, { seconds }, call)
  const after = processorTime(child.pid, ground.folder)
  const each = (of: 'serverMs' | 'databaseMs') => (before && after ? (after[of] - before[of]) / calls : 0)
  return { perSecond, serverMs: each('serverMs'), databaseMs: each('databaseMs') }
}

function costOf(one: Speed): string {
  return `${one.serverMs.toFixed(2)} + ${one.databaseMs.toFixed(2)} ms`
}

async function forgetWork(ground: Ground): Promise<void> {
  await ground.asAdmin((ask) => ask(FORGET))
}

function mean(turns: readonly Speed[]): Speed {
  const of = (name: keyof Speed) => turns.reduce((sum, one) => sum + one[name], 0) / turns.length
  return { perSecond: of('perSecond'), serverMs: of('serverMs'), databaseMs: of('databaseMs') }
}

async function measuredRoutes(ground: Ground, session: Session): Promise<Measured[]> {
  const next = inTurn(await somePeople(ground, 40_000, 100_000))
  const claims = inTurn(await openedClaims(ground))
  const get = (path: () => string) => async (line: Line) => (await session.get(line, path())).ms
  const create = (body: (one: Somebody) => object) => async (line: Line) =>
    (await session.post(line, '/api/reports', body(next()))).ms
  return [
    { name: 'create', writes: true, step: create((one) => reportOf(one, false)) },
    { name: 'register', writes: true, step: create((one) => reportOf(one, true)) },
    { name: 'get', writes: false, step: get(() => `/api/claims/${claims()}`) },
    { name: 'list', writes: false, step: get(() => '/api/claims?limit=20&sort=newest&count=false') },
    { name: 'count', writes: false, step: get(() => '/api/claims?limit=20&sort=newest&count=true') },
  ]
}

async function openedClaims(ground: Ground): Promise<string[]> {
  const rows = await ground.asAdmin((ask) =>
    // Those of the board of a run that was broken off have no report.
    ask<{ id: string }>(
      "select id from claim where tenant_id = 1 and claim_no like 'P%' order by received_at desc limit 500",
    ),
  )
  return rows.map((row) => row.id)
}

/** Every route once and once again through a tapped server; `odd`: those that never sent the same statements twice. */
async function record(
  ground: Ground,
  chosen: (name: RouteName) => boolean,
): Promise<{ recorded: Recorded[]; odd: RouteName[] }> {
  const tapFile = join(ground.folder, 'tap.jsonl')
  writeFileSync(tapFile, '')
  const server = await startServer(ground, { tapFile })
  try {
    const line = await openLine(server.port)
    const session = await signIn(line, 'assessor1')
    const next = inTurn(await somePeople(ground, 200, 60_000))
    // A first claim, so that there is one to get; and everything that is read once a process is read.
    for (let i = 0; i < 10; i++) await session.post(line, '/api/reports', reportOf(next(), true))
    const recorded: Recorded[] = []
    const odd: RouteName[] = []
    for (const measured of (await measuredRoutes(ground, session)).filter((one) => chosen(one.name))) {
      const one = await recordOne(tapFile, line, measured)
      if (one) recorded.push(one)
      else odd.push(measured.name)
    }
    line.end()
    return { recorded, odd }
  } finally {
    await server.stop()
  }
}

async function recordOne(tapFile: string, line: Line, measured: Measured) {
  for (let i = 0; i < 5; i++) await measured.step(line)
  for (let tries = 0; tries < TRIES; tries++) {
    const since = Date.now()
    const first = await recordCall(tapFile, line, measured)
    const second = await recordCall(tapFile, line, measured)
    if (first.length > 0 && alike(first, second)) {
      return { name: measured.name, writes: measured.writes, recording: recordingOf(first, second, since) }
    }
  }
  return null
}

async function recordCall(tapFile: string, line: Line, measured: Measured) {
  const before = await quietTap(tapFile)
  await measured.step(line)
  // Asked for every few seconds, whatever is called: which calendars are in force.
  const sent = readTap(tapFile)
    .slice(before)
    .filter((one) => !one.text.includes('calendar_change'))
  return statementsOf(sent, measured.writes)
}

/** Waits until the jobs of earlier calls are done; returns how many statements were sent so far. */
async function quietTap(tapFile: string): Promise<number> {
  for (let before = -1; ; ) {
    const now = readTap(tapFile).filter(isWork).length
    if (now === before) return readTap(tapFile).length
    before = now
    await new Promise((resolve) => {
      setTimeout(resolve, 800)
    })
  }
}
