/** Runs jobs with graphile-worker. Handlers are idempotent: a job may run again after a crash. */
import { Logger, run, runOnce, type Runner } from 'graphile-worker'
import pg from 'pg'
import { isConnectionFault } from '../db/index.ts'
import { holdName, releaseJobsOfDead } from './alive.ts'

const LOOK_FOR_DEAD_MS = 60_000

export type JobPayload = Readonly<Record<string, unknown>> & { readonly tenantId: number }
export type JobHandler = (payload: JobPayload) => Promise<void>
export type Worker = { stop(): Promise<void> }

export type WorkerOptions = {
  readonly ownerUrl: string
  readonly handlers: ReadonlyMap<string, JobHandler>
  readonly concurrency: number
  readonly onFault: (task: string, error: unknown) => void
  /** A cron line (UTC) and what it does; a night missed while nothing ran is not made up for. */
  readonly cron?: { readonly line: string; readonly work: () => Promise<void> }
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const pool = ownPool(options.ownerUrl, options.concurrency + 2)
  await releaseJobsOfDead(pool)
  const alive = await holdName(options.ownerUrl)
  const runner: Runner = await run({
    pgPool: pool,
    events: alive.events,
    taskList: { ...tasksOf(options.handlers, options.onFault), ...cronTask(options) },
    ...(options.cron ? { crontab: options.cron.line } : {}),
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet,
  })
  await alive.born()
  const looking = setInterval(() => {
    releaseJobsOfDead(pool).catch((error: unknown) => {
      options.onFault('release_jobs_of_dead', error)
    })
  }, LOOK_FOR_DEAD_MS).unref()
  return {
    async stop() {
      clearInterval(looking)
      await runner.stop()
      await alive.end()
      await pool.end()
    },
  }
}

/** Runs what is due until nothing is left: for tests, the simulator and the command line. */
export async function runJobsOnce(ownerUrl: string, handlers: ReadonlyMap<string, JobHandler>): Promise<number> {
  let count = 0
  const faults: unknown[] = []
  const counted = new Map(
    [...handlers].map(([task, handler]) => [
      task,
      async (payload: JobPayload) => {
        count += 1
        await handler(payload)
      },
    ]),
  )
  const alive = await holdName(ownerUrl)
  const pool = ownPool(ownerUrl, 3)
  const running = runOnce({
    pgPool: pool,
    events: alive.events,
    taskList: tasksOf(counted, (_task, error) => {
      faults.push(error)
    }),
    concurrency: 1,
    noHandleSignals: true,
    logger: quiet,
  })
  // The name is known a moment after the call, before the first job is taken.
  let born: Promise<unknown> = Promise.resolve()
  alive.events.once('pool:create', () => {
    born = alive.born().catch((error: unknown) => faults.push(error))
  })
  // With nothing to do it is over before its name is held.
  await running.finally(async () => {
    await born
    await alive.end()
    await pool.end()
  })
  if (faults.length > 0) throw faults[0]
  return count
}

/**
 * A connection that the database ends is no fault of the process: what was under way on it says so itself. The library
 * notes what became of a job without looking whether it could, which would end the process; it asks again, until the
 * database is back, where the code says that it cannot be reached now. So every lost connection says so.
 */
function ownPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    Object.assign(client, { query: askedAgain(client, client.query) })
  })
  return Object.assign(pool, { connect: askedAgain(pool, pool.connect) })
}

/** `cannot_connect_now`. */
const NOT_NOW = '57P03'

function askedAgain<T extends object>(of: T, work: (this: T, ...sent: never[]) => unknown) {
  return (...sent: unknown[]): unknown => {
    const answer: unknown = Reflect.apply(work, of, sent)
    if (!(answer instanceof Promise)) return answer
    return answer.catch((error: unknown) => {
      if (!(error instanceof Error && isConnectionFault(error))) throw error
      throw Object.assign(new Error(error.message, { cause: error }), { code: NOT_NOW })
    })
  }
}

function cronTask({ cron, onFault }: WorkerOptions): Record<string, () => Promise<void>> {
  const name = cron?.line.split(' ').at(-1)
  if (!cron || !name) return {}
  return {
    [name]: async () => {
      try {
        await cron.work()
      } catch (error) {
        onFault(name, error)
        throw error
      }
    },
  }
}

// Faults are reported by `onFault`; the library's own log would print payloads.
const quiet = new Logger(() => () => undefined)

function tasksOf(handlers: ReadonlyMap<string, JobHandler>, onFault: (task: string, error: unknown) => void) {
  return Object.fromEntries(
    [...handlers].map(([task, handler]) => [
      task,
      async (payload: unknown) => {
        try {
          await handler(readPayload(payload))
        } catch (error) {
          onFault(task, error)
          throw error
        }
      },
    ]),
  )
}

function readPayload(payload: unknown): JobPayload {
  if (typeof payload !== 'object' || payload === null || !('tenantId' in payload))
    throw new Error('a job without a tenant')
  const { tenantId } = payload
  if (typeof tenantId !== 'number') throw new Error('a job without a tenant')
  return { ...payload, tenantId }
}
