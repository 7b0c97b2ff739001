/**
 * Which workers live. A job that is being done is locked by its worker's name; a worker killed in the middle would
 * leave the lock behind for hours. So each worker also holds an advisory lock on its name, on a session of its own: it
 * ends with the process. Whoever starts gives back the jobs of names that nobody holds.
 */
import { EventEmitter } from 'node:events'
import type { WorkerEvents } from 'graphile-worker'
import pg from 'pg'

const NAMES = 72_616_802
/** Held shared between a worker's birth and the moment it holds its name; whoever looks for the dead waits for it. */
const BIRTH = 72_616_803
const RETRY_MS = 1000

export type Alive = {
  /** Given to the worker: it tells its name by it. */
  readonly events: WorkerEvents
  /** The worker was born: from now on only its name is held. */
  born(): Promise<void>
  end(): Promise<void>
}

export async function holdName(ownerUrl: string): Promise<Alive> {
  const events: WorkerEvents = new EventEmitter()
  const names: string[] = []
  let ended = false
  let session = await openSession(ownerUrl, onGone)
  await session.query('select pg_advisory_lock_shared($1)', [BIRTH])
  events.on('pool:create', ({ workerPool }) => {
    names.push(workerPool.id)
  })
  function onGone(): void {
    if (ended) return
    // The database went away and took the lock along: hold the name again as soon as it is back.
    setTimeout(() => {
      if (!ended) void holdAgain().catch(onGone)
    }, RETRY_MS).unref()
  }
  async function holdAgain(): Promise<void> {
    session = await openSession(ownerUrl, onGone)
    await hold()
  }
  async function hold(): Promise<void> {
    for (const name of names) await session.query('select pg_advisory_lock($1, hashtext($2))', [NAMES, name])
  }
  return {
    events,
    async born() {
      await hold()
      await session.query('select pg_advisory_unlock_shared($1)', [BIRTH])
    },
    async end() {
      ended = true
      await session.end().catch(() => undefined)
    },
  }
}

async function openSession(ownerUrl: string, onGone: () => void): Promise<pg.Client> {
  const session = new pg.Client({ connectionString: ownerUrl, application_name: 'anpei-worker' })
  session.on('error', () => undefined)
  await session.connect()
  session.once('end', onGone)
  return session
}

/** Gives back the jobs of workers that are certainly gone; returns how many such workers there were. */
export async function releaseJobsOfDead(pool: pg.Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [BIRTH])
    const { rows } = await client.query<{ name: string }>(
      `with holders as materialized (select distinct locked_by as name from graphile_worker.jobs
        where locked_by is not null)
      select name from holders where pg_try_advisory_xact_lock($1, hashtext(name))`,
      [NAMES],
    )
    if (rows.length > 0) {
      await client.query('select graphile_worker.force_unlock_workers($1::text[])', [rows.map((row) => row.name)])
    }
    await client.query('commit')
    return rows.length
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}
