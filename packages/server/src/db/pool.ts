/**
 * The connection pool. Types cross as the domain wants them: int8 → bigint, date → `YYYY-MM-DD`, timestamptz → ISO
 * instant. Every connection runs as `anpei_app`, behind the tenant wall, and knows which tenant it was last set to.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { connectionDb } from './dialect.ts'
import type { DB as Database } from './schema.ts'

export type Db = Kysely<Database>

export type Connection = { readonly client: pg.PoolClient; readonly db: Db }

export type Pool = {
  /** Runs `work` on a connection set to the tenant; the connection goes back even when `work` throws. */
  withTenant<R>(tenantId: number, work: (connection: Connection) => Promise<R>): Promise<R>
  /** The same for loads by COPY, which a pipelining connection cannot carry; made when first used. */
  bulk(): Pool
  /** Before a tenant is known: only the narrow functions of walls.sql can be asked. */
  readonly raw: pg.Pool
  close(): Promise<void>
}

const typeParsers = makeTypeParsers()
const known = new WeakMap<pg.PoolClient, { db: Db; tenantId: number }>()

/** How many connections are held already where the code runs. */
const held = new AsyncLocalStorage<number>()
/** Connections for those who hold one already. */
const BESIDE = 4

/**
 * Who asks for a connection while holding one (a count that must stand even when the request is refused, a callback
 * that writes in the tenant it names) gets it from a pool beside: in one pool, as many callers as it has connections
 * would each hold one and wait for another for ever.
 */
export function openPool(url: string, size = 10, pipeline = true): Pool {
  const levels: pg.Pool[] = []
  const at = (level: number): pg.Pool => (levels[level] ??= openRaw(url, level === 0 ? size : BESIDE, pipeline))
  const level = (): number => held.getStore() ?? 0
  let bulk: Pool | undefined
  return {
    get raw() {
      return at(level())
    },
    bulk: () => (bulk ??= openPool(url, 2, false)),
    close: async () => {
      await Promise.all([...levels.map((raw) => raw.end()), bulk?.close()])
    },
    async withTenant(tenantId, work) {
      const own = level()
      const client = await at(own).connect()
      let failed: Error | undefined
      try {
        const db = await setTenant(client, tenantId)
        return await held.run(own + 1, () => work({ client, db }))
      } catch (error) {
        failed = isConnectionFault(error) ? toError(error) : undefined
        throw error
      } finally {
        client.release(failed)
      }
    },
  }
}

function openRaw(url: string, size: number, pipeline: boolean): pg.Pool {
  const raw = new pg.Pool({
    connectionString: url,
    max: size,
    types: { getTypeParser: (oid, format) => typeParsers(oid, format) },
    options:
      '-c timezone=UTC -c idle_in_transaction_session_timeout=60000 -c statement_timeout=120000 -c role=anpei_app',
    pipeline,
  } as pg.PoolConfig)
  raw.on('error', () => undefined)
  raw.on('connect', (client) => client.on('error', () => undefined))
  return raw
}

async function setTenant(client: pg.PoolClient, tenantId: number): Promise<Db> {
  let entry = known.get(client)
  if (!entry) {
    entry = { db: connectionDb<Database>(client), tenantId: 0 }
    known.set(client, entry)
  }
  if (entry.tenantId !== tenantId) {
    entry.tenantId = 0
    await client.query("select set_config('anpei.tenant_id', $1, false)", [String(tenantId)])
    entry.tenantId = tenantId
  }
  return entry.db
}

const GONE = /ECONN|EPIPE|connect ENOENT|terminated|Connection ended|not queryable/

export function isConnectionFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return /^(08|57P0)/.test(code) || GONE.test(`${code} ${error.message}`)
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

const USUAL_INSTANT = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/

function makeTypeParsers(): (oid: number, format?: string) => (value: string) => unknown {
  // `2026-11-22 01:02:03.45+00`: a page of claims holds a hundred of them, so the usual ones cost no Date. Cut to
  // thousandths, as a Date would.
  const instant = (value: string) =>
    USUAL_INSTANT.test(value)
      ? `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
      : new Date(value.length < 24 || value.endsWith('+00') ? `${value.slice(0, -3)}Z` : value).toISOString()
  const own = new Map<number, (value: string) => unknown>([
    [pg.types.builtins.INT8, BigInt],
    [pg.types.builtins.DATE, (value) => value],
    [pg.types.builtins.TIMESTAMPTZ, instant],
  ])
  return (oid, format) => own.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text')
}

/** Work as the owner of the database, outside the tenant walls: seeding reference data, never a request. */
export async function asOwner<R>(ownerUrl: string, work: (db: Db) => Promise<R>): Promise<R> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    types: { getTypeParser: (oid, format) => typeParsers(oid, format) },
  })
  pool.on('error', () => undefined)
  const client = await pool.connect()
  try {
    return await work(connectionDb<Database>(client))
  } finally {
    client.release()
    await pool.end()
  }
}
