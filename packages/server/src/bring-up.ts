/** A database is reached and brought to the newest shape; where that cannot be, one sentence says why (OPS-03). */
import pg from 'pg'
import { ChangedMigration, migrate } from './db/index.ts'
import { schemaFault, StartFault, unreachableSentence } from './embedded/index.ts'

const REACHED_MS = 10_000

/** Returns the names of the migrations it applied. */
export async function bringUp(url: string): Promise<string[]> {
  await reach(url)
  try {
    return await migrate(url)
  } catch (error) {
    throw error instanceof ChangedMigration ? schemaFault(error.migration, error) : error
  }
}

/** The address holds a password and is not repeated. */
async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: REACHED_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'timeout'
    throw new StartFault('database', unreachableSentence(code), error)
  } finally {
    await client.end().catch(() => undefined)
  }
}
