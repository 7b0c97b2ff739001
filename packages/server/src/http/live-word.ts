/** Tells open browsers that something is new; heard when the transaction commits, and only then. */
import { sql } from 'kysely'
import type { Tx } from './tx.ts'

export const LIVE_CHANNEL = 'anpei_live'
/** PostgreSQL takes at most 8,000 bytes. */
const MOST_NAMED = 150

/** `userIds` null = everybody of the tenant. */
export type LiveWord = { readonly tenantId: number; readonly userIds: readonly string[] | null; readonly topic: string }

export async function tellLive(tx: Tx, topic: string, userIds: readonly string[] | null): Promise<void> {
  const named = userIds !== null && userIds.length <= MOST_NAMED ? userIds : null
  const word: LiveWord = { tenantId: tx.actor.tenantId, userIds: named, topic }
  await sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(word)})`.execute(tx.db)
}
