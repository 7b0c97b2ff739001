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
import { readTap, recordingOf, type Recording } from './replay.ts'
import { reportOf } from './report-body.ts'
import { signIn, type Session } from './session.ts'
import { share, type Row } from './table.ts'
import { openLine, type Line } from './wire.ts'

const CALLERS = 16
const WARM_SECONDS = 3

export type RoutesOptions = { readonly seconds: number; readonly log: (line: string) => void; readonly profile?: string }

type Measured = {
  readonly name: string
  readonly what: string
  readonly least: number
  readonly writes: boolean
  step(line: Line): Promise<number>
}

export async function benchRoutes(ground: Ground, options: RoutesOptions): Promise<Row[]> {
  const recordings = await record(ground)
  const file = join(ground.folder, 'recordings.json')
  writeFileSync(file, JSON.stringify(recordings))
  const rows: Row[] = []
  const profile = options.profile === undefined ? {} : { profile: options.profile }
  for (const name of recordings.map((one) => one.name)) {
    const server = await startServer(ground, profile)
    const bare = await startBare(ground, file)
    try {
      const line = await openLine(server.port)
      const measured = (await measuredRoutes(ground, await signIn(line, 'assessor1'))).find((one) => one.name === name)
      line.end()
      if (!measured) continue
      const { step } = measured
      const call = async (one: Line) => [await step(one)]
      const bareCall = async (one: Line) => [(await one.send({ method: measured.writes ? 'POST' : 'GET', path: `/${name}` })).ms]
      await underLoad(server.port, CALLERS, WARM_SECONDS, call)
      await underLoad(bare.port, CALLERS, WARM_SECONDS, bareCall)
      // Turn and turn about, so that a busy machine troubles both alike.
      const ours: number[] = []
      const theirs: number[] = []
      for (let turn = 0; turn < 2; turn++) {
        ours.push((await underLoad(server.port, CALLERS, options.seconds / 2, call)).perSecond)
        theirs.push((await underLoad(bare.port, CALLERS, options.seconds / 2, bareCall)).perSecond)
      }
      const one = share('routes', measured.what, mean(ours), mean(theirs), measured.least)
      options.log(`  ${one.what}: ${one.measured}, ${one.against}, ${one.ratio}`)
      rows.push(one)
    } finally {
      await server.stop()
      await bare.stop()
    }
  }
  return rows
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

async function measuredRoutes(ground: Ground, session: Session): Promise<Measured[]> {
  const next = inTurn(await somePeople(ground, 40_000, 100_000))
  const claims = inTurn(await openedClaims(ground))
  const get = (path: () => string) => async (line: Line) => (await session.get(line, path())).ms
  const create = (body: (one: Somebody) => object) => async (line: Line) => (await session.post(line, '/api/reports', body(next()))).ms
  return [
    { name: 'create', what: 'create a report', least: 0.4, writes: true, step: create((one) => reportOf(one, false)) },
    { name: 'register', what: 'create a report and register its claim', least: 0.4, writes: true, step: create((one) => reportOf(one, true)) },
    { name: 'get', what: 'get a claim', least: 0.4, writes: false, step: get(() => `/api/claims/${claims()}`) },
    { name: 'list', what: 'claims, page of 20 without count', least: 0.4, writes: false, step: get(() => '/api/claims?limit=20&sort=newest&count=false') },
    { name: 'count', what: 'claims, page of 20 with its count', least: 0.75, writes: false, step: get(() => '/api/claims?limit=20&sort=newest&count=true') },
  ]
}

async function openedClaims(ground: Ground): Promise<string[]> {
  const rows = await ground.asAdmin((ask) => ask<{ id: string }>('select id from claim where tenant_id = 1 order by received_at desc limit 500'))
  return rows.map((row) => row.id)
}

/** Every route once and once again through a tapped server. */
async function record(ground: Ground): Promise<{ name: string; writes: boolean; recording: Recording }[]> {
  const tapFile = join(ground.folder, 'tap.jsonl')
  writeFileSync(tapFile, '')
  const server = await startServer(ground, { tapFile })
  try {
    const line = await openLine(server.port)
    const session = await signIn(line, 'assessor1')
    const next = inTurn(await somePeople(ground, 200, 60_000))
    // A first claim, so that there is one to get; and everything that is read once a process is read.
    for (let i = 0; i < 30; i++) await session.post(line, '/api/reports', reportOf(next(), true))
    const found: { name: string; writes: boolean; recording: Recording }[] = []
    for (const measured of await measuredRoutes(ground, session)) found.push(await recordOne(tapFile, line, measured))
    line.end()
    return found
  } finally {
    await server.stop()
  }
}

async function recordOne(tapFile: string, line: Line, measured: Measured) {
  await measured.step(line)
  await measured.step(line)
  const before = readTap(tapFile, 0).lines
  await measured.step(line)
  const first = readTap(tapFile, before)
  await measured.step(line)
  const second = readTap(tapFile, first.lines)
  return { name: measured.name, writes: measured.writes, recording: recordingOf(first.statements, second.statements) }
}
