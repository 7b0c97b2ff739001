/**
 * Single routes through the real server at concurrency 16, each against a bare handler that sends the very statements
 * the route was seen to send.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startBare, startServer } from './children.ts'
import type { Ground } from './ground.ts'
import { underLoad } from './load.ts'
import { inTurn, somePeople, type Somebody } from './people.ts'
import { alike, isWork, readTap, recordingOf, statementsOf, type Recording } from './replay.ts'
import { reportOf } from './report-body.ts'
import { signIn, type Session } from './session.ts'
import { share, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const CALLERS = 16
const WARM_SECONDS = 2
const TRIES = 20

export type RoutesOptions = {
  readonly seconds: number
  readonly log: (line: string) => void
  readonly profile?: string
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

export async function benchRoutes(ground: Ground, options: RoutesOptions): Promise<Row[]> {
  const recordings = await record(ground, options.log)
  const file = join(ground.folder, 'recordings.json')
  writeFileSync(file, JSON.stringify(recordings))
  const rows: Row[] = []
  for (const name of recordings.map((one) => one.name)) {
    const ours: number[] = []
    const bare: number[] = []
    // Turn and turn about, so that a busy machine troubles both alike; one process at a time.
    for (let turn = 0; turn < 2; turn++) {
      ours.push(await measureServer(ground, name, options))
      bare.push(
        await measureBare(
          ground,
          file,
          recordings.find((one) => one.name === name)?.writes ?? false,
          name,
          options.seconds / 2,
        ),
      )
    }
    const { what, least } = ROUTES[name]
    const one = share('routes', what, mean(ours), mean(bare), least)
    options.log(`  ${one.what}: ${one.measured}, ${one.against}, ${one.ratio}`)
    rows.push(one)
  }
  return rows
}

async function measureServer(ground: Ground, name: RouteName, options: RoutesOptions): Promise<number> {
  const server = await startServer(ground, options.profile === undefined ? {} : { profile: options.profile })
  try {
    const line = await openLine(server.port)
    const measured = (await measuredRoutes(ground, await signIn(line, 'assessor1'))).find((one) => one.name === name)
    line.end()
    if (!measured) throw new Error(`no route ${name}`)
    const call = async (one: Line) => [await measured.step(one)]
    await underLoad(server.port, CALLERS, { seconds: WARM_SECONDS }, call)
    return (await underLoad(server.port, CALLERS, { seconds: options.seconds / 2 }, call)).perSecond
  } finally {
    await server.stop()
  }
}

async function measureBare(
  ground: Ground,
  file: string,
  writes: boolean,
  name: RouteName,
  seconds: number,
): Promise<number> {
  const bare = await startBare(ground, file)
  try {
    const call = async (one: Line) => {
      const reply = await one.send({ method: writes ? 'POST' : 'GET', path: `/${name}` })
      if (reply.status !== 200) throw new Error(`bare ${name}: ${reply.status} ${reply.body}`)
      return [reply.ms]
    }
    await underLoad(bare.port, CALLERS, { seconds: WARM_SECONDS }, call)
    return (await underLoad(bare.port, CALLERS, { seconds }, call)).perSecond
  } finally {
    await bare.stop()
    await forgetJobs(ground)
  }
}

/** The bare handler enqueues the jobs of one recorded request over and over; nobody shall work through them. */
async function forgetJobs(ground: Ground): Promise<void> {
  const waiting = 'array(select id from graphile_worker.jobs)'
  await ground.asAdmin((ask) => ask(`select count(*) from graphile_worker.complete_jobs(${waiting})`))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
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
    ask<{ id: string }>('select id from claim where tenant_id = 1 order by received_at desc limit 500'),
  )
  return rows.map((row) => row.id)
}

/** Every route once and once again through a tapped server. */
async function record(ground: Ground, log: (line: string) => void): Promise<Recorded[]> {
  const tapFile = join(ground.folder, 'tap.jsonl')
  writeFileSync(tapFile, '')
  const server = await startServer(ground, { tapFile })
  try {
    const line = await openLine(server.port)
    const session = await signIn(line, 'assessor1')
    const next = inTurn(await somePeople(ground, 200, 60_000))
    // A first claim, so that there is one to get; and everything that is read once a process is read.
    for (let i = 0; i < 10; i++) await session.post(line, '/api/reports', reportOf(next(), true))
    const found: Recorded[] = []
    for (const measured of await measuredRoutes(ground, session)) {
      const one = await recordOne(tapFile, line, measured)
      if (one) found.push(one)
      else log(`  ${measured.name}: sent other statements each time, not measured`)
    }
    line.end()
    return found
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
