/**
 * One write = one transaction. `begin` travels together with the first statement (the connection pipelines), `commit`
 * with the last ones, and the work is done again when two transactions could not be put in order (40001, 40P01).
 */
import { causeOf, forgetFault, gather, letGo } from './dialect.ts'
import type { Connection, Pool } from './pool.ts'

const RETRIES = 3

/**
 * `sending`: last statements that are on their way already; if one fails, the database turns the commit into a
 * rollback.
 */
export type Outcome<R> = { readonly commit: boolean; readonly value: R; readonly sending?: Promise<unknown> }

export async function transact<R>(
  pool: Pool,
  tenantId: number,
  work: (connection: Connection) => Promise<Outcome<R>>,
): Promise<R> {
  for (let tries = 1; ; tries++) {
    try {
      return await pool.withTenant(tenantId, (connection) => once(connection, work))
    } catch (error) {
      if (tries >= RETRIES || !isOrderFault(error)) throw error
    }
  }
}

async function once<R>(connection: Connection, work: (connection: Connection) => Promise<Outcome<R>>): Promise<R> {
  const { client } = connection
  forgetFault(client)
  gather(client)
  const begun = client.query('begin')
  begun.catch(() => undefined)
  try {
    const { commit, value, sending } = await work(connection)
    letGo(client)
    gather(client)
    const [ended] = await Promise.all([client.query(commit ? 'commit' : 'rollback'), begun, sending])
    if (commit && ended.command !== 'COMMIT') throw new Error('a transaction that failed was to be committed')
    return value
  } catch (error) {
    letGo(client)
    await client.query('rollback').catch(() => undefined)
    throw causeOf(client, error)
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
