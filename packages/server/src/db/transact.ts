/**
 * One write = one transaction. `begin` travels together with the first statement (the connection pipelines), and the
 * work is done again when two transactions could not be put in order (40001, 40P01).
 */
import type { Connection, Pool } from './pool.ts'

const RETRIES = 3

export async function transact<R>(
  pool: Pool, tenantId: number, work: (connection: Connection) => Promise<{ commit: boolean; value: R }>,
): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await pool.withTenant(tenantId, (connection) => once(connection, work))
    } catch (error) {
      if (tries >= RETRIES || !isOrderFault(error)) throw error
    }
  }
}

async function once<R>(
  connection: Connection, work: (connection: Connection) => Promise<{ commit: boolean; value: R }>,
): Promise<R> {
  const { client } = connection
  const begun = client.query('begin')
  begun.catch(() => undefined)
  try {
    const { commit, value } = await work(connection)
    await begun
    await client.query(commit ? 'commit' : 'rollback')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

function isOrderFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
}

/** The name of the violated constraint, when the database is the one that says no. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('constraint' in error)) return undefined
  return /^23/.test(String(error.code)) ? String(error.constraint) : undefined
}
