/** Starting and stopping the PostgreSQL that comes with the project, over a folder of its own. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { hasCluster, judgeCluster, keepSecrets, makeCluster, type Secrets } from './cluster.ts'
import type { StartFault } from './fault.ts'
import { acquireFolderLock, type FolderLock } from './lock.ts'
import { checkFreeSpace, findPlace, type Log, type Place } from './place.ts'
import { stopOrphan } from './postmaster.ts'
import { startServer, type ServerProcess } from './server-process.ts'

export type EmbeddedOptions = {
  /** Holds everything: data, passwords, log. Made if missing; a second process on it is refused. */
  readonly folder: string
  /** On 127.0.0.1; a free one by default. */
  readonly port?: number
  /** One line each, for the person who waits. */
  readonly log: Log
  /** For tests: fast, and not safe against a power failure. */
  readonly throwaway?: boolean
  /** Bytes that must be free at the first and at later starts. */
  readonly freeSpace?: { readonly first: number; readonly later: number }
  /** Told when the server ends by itself. */
  readonly onGone?: (fault: StartFault) => void
}

export type Embedded = {
  /** The database `anpei` as its owner, role `anpei`: what DATABASE_URL would hold. */
  readonly url: string
  /** The same login over the shortest way there is, a Unix socket where the system has one. */
  readonly ownerUrl: string
  /** The superuser, for base backups. */
  readonly adminUrl: string
  /** Ends the sessions, writes everything down, and lets the folder go. May be called more than once. */
  stop(): Promise<void>
}

const lastingSpace = { first: 1024 * 1048576, later: 200 * 1048576 }
const throwawaySpace = { first: 300 * 1048576, later: 100 * 1048576 }

/** Throws StartFault with a sentence for the person at the keyboard. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const lock = await acquireFolderLock(options.folder)
  try {
    const place = findPlace(options.folder, options.log)
    await stopOrphan(place, options.log)
    const server = await startOver(place, options)
    return await embedded(place, server, lock, options)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function startOver(place: Place, options: EmbeddedOptions): Promise<ServerProcess> {
  const space = options.freeSpace ?? (options.throwaway ? throwawaySpace : lastingSpace)
  if (hasCluster(place)) {
    judgeCluster(place)
    checkFreeSpace(place.pgdata, space.later)
  } else {
    checkFreeSpace(place.pgdata, space.first)
    options.log('首次启动，正在建立数据库 [First start, initialising the database]')
    await makeCluster(place, keepSecrets(place))
  }
  const port = options.port === undefined ? {} : { port: options.port }
  return startServer(place, { ...port, throwaway: options.throwaway ?? false })
}

async function embedded(
  place: Place,
  server: ServerProcess,
  lock: FolderLock,
  options: EmbeddedOptions,
): Promise<Embedded> {
  const secrets = keepSecrets(place)
  const adminUrl = urlOf('postgres', secrets.superuser, server.port, 'postgres')
  try {
    await makeDatabase(adminUrl, secrets)
  } catch (error) {
    await server.stop()
    throw error
  }
  void server.gone.then((fault) => options.onGone?.(fault))
  let stopped: Promise<void> | undefined
  const stop = async () => {
    lock.leaving()
    await server.stop().finally(() => lock.release())
  }
  const url = urlOf('anpei', secrets.owner, server.port, 'anpei')
  const ownerUrl = server.socketFolder ? url.replace('127.0.0.1', encodeURIComponent(server.socketFolder)) : url
  return { url, ownerUrl, adminUrl, stop: () => (stopped ??= stop()) }
}

function urlOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

/** Role, database and extensions, each made if missing: a first start cut short is completed by the next. */
async function makeDatabase(adminUrl: string, secrets: Secrets): Promise<void> {
  await asAdmin(adminUrl, async (admin) => {
    const found = await admin.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = 'anpei') as role,
              exists (select from pg_database where datname = 'anpei') as database`,
    )
    if (!found.rows[0]?.role) {
      const password = admin.escapeLiteral(secrets.owner)
      await admin.query(`create role anpei login createrole createdb nosuperuser nobypassrls password ${password}`)
    }
    if (found.rows[0]?.database) return
    // Named when complete, so that a database without its extensions is never taken for finished.
    const draft = `draft_${randomUUID().replaceAll('-', '')}`
    await admin.query(`create database ${draft} owner anpei template template0`)
    await asAdmin(adminUrl.replace(/postgres$/, draft), async (inside) => {
      await inside.query('create extension pg_trgm')
      await inside.query('create extension btree_gist')
    })
    await admin.query(`alter database ${draft} rename to anpei`)
  })
}

async function asAdmin(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
