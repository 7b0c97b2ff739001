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
import { BatchClient, type Answered } from './batch.ts'

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

/**
 * A statement has its place in the connection's batch when this returns, so that statements sent one after the other
 * without waiting stay in this order.
 */
export function sendNow(client: pg.PoolClient, query: Pick<CompiledQuery, 'sql' | 'parameters'>): Promise<Answered> {
  if (!(client instanceof BatchClient)) throw new Error('a connection from elsewhere')
  return client.send({ text: query.sql, values: query.parameters })
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
