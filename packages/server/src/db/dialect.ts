/** Kysely over one connection that somebody else takes from the pool and gives back. */
import {
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'

/** A statement is on its way when `execute` returns: the order of the calls is the order on the wire. */
export function connectionDb<Tables>(client: pg.PoolClient): Kysely<Tables> {
  const connection = new ClientConnection(client)
  const adapter = new PostgresAdapter()
  const compiler = new PostgresQueryCompiler()
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => {
      throw new Error('transactions belong to the frame (db/transact.ts)')
    },
    commitTransaction: async () => undefined,
    rollbackTransaction: async () => undefined,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
  const dialect: Dialect = {
    createAdapter: () => adapter,
    createQueryCompiler: () => compiler,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => driver,
  }
  const executor = new StraightExecutor(compiler, adapter, { provideConnection: (use) => use(connection) })
  executor.connection = connection
  return new Kysely<Tables>({ config: { dialect }, driver, dialect, executor })
}

/** Kysely's own takes a connection for every statement, some turns of the loop later: here there is but the one. */
class StraightExecutor extends DefaultQueryExecutor {
  connection: DatabaseConnection | undefined
  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.connection) throw new Error('no connection')
    return this.connection.executeQuery<R>(query)
  }
}

/** Texts that come again are prepared: the server parses and plans them once per connection. */
const SEEN_BEFORE_PREPARED = 3
const MOST_PREPARED = 400
const LONGEST_PREPARED = 20_000
type Texts = { readonly names: Map<string, { seen: number; name: string | undefined }>; prepared: number }
const textsOf = new WeakMap<pg.PoolClient, Texts>()

function nameOf(client: pg.PoolClient, text: string): string | undefined {
  if (text.length > LONGEST_PREPARED) return undefined
  let texts = textsOf.get(client)
  if (!texts) textsOf.set(client, (texts = { names: new Map(), prepared: 0 }))
  let entry = texts.names.get(text)
  if (!entry) {
    if (texts.names.size > 10 * MOST_PREPARED) return undefined
    texts.names.set(text, (entry = { seen: 0, name: undefined }))
  }
  entry.seen += 1
  if (!entry.name && entry.seen > SEEN_BEFORE_PREPARED && texts.prepared < MOST_PREPARED)
    entry.name = `q${++texts.prepared}`
  return entry.name
}

const heldBack = new WeakMap<pg.PoolClient, (() => void)[]>()

/**
 * Puts off sending until everything that can run now has run, or until anything else is sent on the connection: what
 * was asked for earlier is on the wire earlier.
 */
export function holdBack(client: pg.PoolClient, send: () => void): void {
  const held = heldBack.get(client)
  if (held) held.push(send)
  else {
    heldBack.set(client, [send])
    process.nextTick(letGo, client)
  }
}

export function letGo(client: pg.PoolClient): void {
  const held = heldBack.get(client)
  if (!held) return
  heldBack.delete(client)
  for (const send of held) send()
}

/**
 * Hands a statement to the connection before it returns, so that statements sent one after the other without waiting
 * stay in this order. Everything sent in one go leaves in one piece: a write to the socket costs more than most
 * statements.
 */
export function sendNow(client: pg.PoolClient, query: CompiledQuery): Promise<pg.QueryResult> {
  letGo(client)
  const name = nameOf(client, query.sql)
  const values = query.parameters as unknown[]
  gather(client)
  const answer = client.query(name ? { name, text: query.sql, values } : { text: query.sql, values })
  answer.catch((error: unknown) => {
    if (!firstFaults.has(client)) firstFaults.set(client, error)
  })
  return answer
}

/** What failed first on a connection since it was forgotten: behind it a transaction refuses everything. */
const firstFaults = new WeakMap<pg.PoolClient, unknown>()

export function forgetFault(client: pg.PoolClient): void {
  firstFaults.delete(client)
}

/** Why a statement failed: of one that was refused because another had failed before, that other. */
export function causeOf(client: pg.PoolClient, error: unknown): unknown {
  const behindAnother = error instanceof Error && 'code' in error && error.code === '25P02'
  return behindAnother ? (firstFaults.get(client) ?? error) : error
}

/** Holds what is written to the socket until everything that can run now has run. */
export function gather(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
  stream.cork()
  process.nextTick(() => {
    stream.uncork()
  })
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await sendNow(this.#client, query)
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }

  // Streams go through pg-copy-streams or cursors where they are needed, not through Kysely.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield await Promise.reject(new Error('streaming is not offered here'))
  }
}
