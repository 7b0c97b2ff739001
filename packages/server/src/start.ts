/**
 * Starts everything in order: database → migrations → demo on a first start → screens → server and worker. Each step
 * says one line; what goes wrong says one sentence. `stop` undoes it in reverse, so that nothing is left running.
 */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'
import { serveApiDocs } from './api-docs.ts'
import { assembleApp, assembleServer, errands, fileKeepers, jobHandlers, roundSteps } from './app.ts'
import { TURN_SENTENCE, watchKeyRing } from './crypto/index.ts'
import { keysGone, keysGoneSentence } from './custody/index.ts'
import { connectBank } from './claims/index.ts'
import { bringUp } from './bring-up.ts'
import { asOwner, openPool } from './db/index.ts'
import { portSentence, settingFault, StartFault, startEmbedded } from './embedded/index.ts'
import { startCourier, type App } from './http/index.ts'
import { companyNames, seedDivisions, startRounds, type Rounds } from './identity/index.ts'
import { startWorker } from './jobs/index.ts'
import { demoClock, hourWork, passHours } from './demo-time.ts'
import { systemClock, type Clock } from './kernel/index.ts'
import { serveLive } from './live.ts'
import { NIGHTLY, workNightly } from './nightly.ts'
import { serveScreens } from './screens.ts'
import { MOST_DEMO_PEOPLE, MOST_PORT, type Settings } from './settings.ts'

export type Running = { readonly app: App; readonly address: string; stop(): Promise<void> }
type Log = (line: string) => void

/** Who starts it was asked to stop before everything ran; what had been started is stopped again. */
export class StoppedEarly extends Error {}

/** Sessions that are still at work when the pool closes end with the process, or with the database. */
const CLOSING_MS = 2000

const FOUND_SENTENCE =
  '还没有公司：请用 npm run found 建立第一家，直接运行它会列出所需选项。' +
  ' [No company yet: found the first with npm run found; run as it stands it lists its options.]'

/** Work between the migrations and the first request, such as loading the demo. */
export type Prepare = (app: App, url: string, assemble: (clock: Clock) => App) => Promise<void>

export async function start(
  settings: Settings,
  log: Log,
  onGone: (fault: StartFault) => void,
  stopAsked: Promise<void>,
  prepare: Prepare = async () => undefined,
): Promise<Running> {
  const steps: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const step of steps.splice(0).reverse()) await step().catch((error: unknown) => log(String(error)))
  }
  const early = stopAsked.then(() => {
    throw new StoppedEarly('asked to stop')
  })
  early.catch(() => undefined)
  const unlessStopped = <T>(work: Promise<T>): Promise<T> => Promise.race([work, early])
  try {
    checkNumbers(settings)
    await portFree(settings)
    // Never left half-way: a database that is being made or started is first there, then stopped.
    const url = await database(settings, log, steps, onGone)
    const fresh = await unlessStopped(bringUp(url))
    if (fresh.length > 0) log(`数据库结构已更新（${fresh.length} 步） [database migrated, ${fresh.length} steps]`)
    const ring = await ringOf(url, settings)
    const pool = openPool(url, 12)
    steps.push(() => Promise.race([pool.close(), pause(CLOSING_MS)]))
    await unlessStopped(asOwner(url, seedDivisions))
    if (!settings.demo && (await asOwner(url, companyNames)).length === 0) log(FOUND_SENTENCE)
    const assemble = (clock: Clock, passing?: App['passHours']) =>
      assembleApp({
        pool,
        ring,
        clock,
        folder: settings.folder,
        secureCookies: settings.secureCookies,
        demo: settings.demo,
        passHours: passing,
        scanner: settings.scanner,
      })
    let rounds: Rounds | undefined
    const between = (work: () => Promise<void>) => rounds?.between(work) ?? work()
    const app = settings.demo ? demoApp(settings, url, assemble, between, log) : assemble(systemClock)
    await unlessStopped(prepare(app, url, assemble))
    const server = await assembleServer(app, (reference, error) =>
      log(`错误 ${reference} [fault ${reference}]: ${describe(error)}`),
    )
    const live = await serveLive(server, app, url)
    steps.push(() => live.stop())
    serveApiDocs(server)
    await unlessStopped(serveScreens(server, log))
    steps.push(() => server.close())
    steps.push(await connectBank(app, settings))
    rounds = await startWork(app, url, log, steps)
    const address = await listen(server, settings)
    giveBackMemory()
    return { app, address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What works beside the requests: jobs, errands of events, and what goes round. */
async function startWork(app: App, url: string, log: Log, steps: (() => Promise<void>)[]): Promise<Rounds> {
  const onFault = (task: string, error: unknown): void => log(`任务 ${task}: ${describe(error)}`)
  const worker = await startWorker({
    ownerUrl: url,
    handlers: jobHandlers(app),
    concurrency: 2,
    onFault,
    cron: { line: NIGHTLY, work: () => workNightly(app, fileKeepers, log) },
  })
  steps.push(() => worker.stop())
  const courier = startCourier(app, errands, onFault)
  steps.push(() => courier.stop())
  const rounds = startRounds(app, onFault, roundSteps)
  steps.push(() => rounds.stop())
  return rounds
}

/** By a clock that can be put forward: hour by hour, with the work of each hour done in it, one press at a time. */
function demoApp(
  settings: Settings,
  url: string,
  assemble: (clock: Clock, passing: App['passHours']) => App,
  between: (work: () => Promise<void>) => Promise<void>,
  log: Log,
): App {
  const time = demoClock(settings.folder)
  const app = assemble(time, (hours) => between(() => passHours(time, url, hours, hourWork(app, url, log))))
  return app
}

async function database(
  settings: Settings,
  log: Log,
  steps: (() => Promise<void>)[],
  onGone: (fault: StartFault) => void,
): Promise<string> {
  if (settings.databaseUrl) return settings.databaseUrl
  const embedded = await startEmbedded({ folder: settings.folder, log, onGone })
  steps.push(() => embedded.stop())
  return embedded.ownerUrl
}

/** The key ring; none is made where people are stored, nor used half turned. */
async function ringOf(url: string, settings: Settings): Promise<ReturnType<typeof watchKeyRing>> {
  const keyFile = `${settings.folder}/keys.json`
  if (await keysGone(url, keyFile, settings.keys)) throw new StartFault('keys', keysGoneSentence(keyFile))
  const ring = watchKeyRing(keyFile, settings.keys)
  if (ring.ring().nextIndexKey) throw new StartFault('keys', TURN_SENTENCE)
  return ring
}

/**
 * What was only needed to start is given back to the system at once: the space for young objects may then be large, as
 * a busy server wants it, and an idle one stays small all the same.
 */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: (how: object) => void = runInNewContext('gc')
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

async function listen(server: FastifyInstance, settings: Settings): Promise<string> {
  try {
    return await server.listen({ port: settings.port, host: settings.host })
  } catch (error) {
    throw portFault(settings, error)
  }
}

function checkNumbers({ port, demoPeople }: Settings): void {
  if (Number.isNaN(port)) throw settingFault('PORT', MOST_PORT)
  if (Number.isNaN(demoPeople)) throw settingFault('ANPEI_DEMO_PEOPLE', MOST_DEMO_PEOPLE)
}

/** Looked at before anything is made: a first start is not to load its demo for minutes and then say so. */
async function portFree(settings: Settings): Promise<void> {
  const probe = createServer()
  try {
    probe.listen({ port: settings.port, host: settings.host })
    await once(probe, 'listening')
  } catch (error) {
    throw portFault(settings, error)
  }
  probe.close()
  await once(probe, 'close')
}

function portFault(settings: Settings, error: unknown): unknown {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  return taken ? new StartFault('port', portSentence(settings.port, 'PORT'), error) : error
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * Resolves when the process is asked to end. Listens on: the launcher and the terminal each send a signal, and a second
 * one that found no listener would tear the stop apart and leave the database running.
 */
export async function askedToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
}
