/** Tells open browsers that something is new; heard when the transaction commits, and only then. */
import { sql } from 'kysely'
import { togetherInTurn } from './together.ts'
import type { Tx } from './tx.ts'

export const LIVE_CHANNEL = 'anpei_live'
/** PostgreSQL takes at most 8,000 bytes. */
const MOST_NAMED = 150

/** `userIds` null = everybody of the tenant. */
export type LiveWord = { readonly tenantId: number; readonly userIds: readonly string[] | null; readonly topic: string }

type Told = { readonly topic: string; readonly userIds: readonly string[] | null }

export function tellLive(tx: Tx, topic: string, userIds: readonly string[] | null): Promise<void> {
  return tell(tx, { topic, userIds })
}

/** Of each topic one word, however many speak of it. */
const tell = togetherInTurn(async (tx: Tx, told: readonly Told[]): Promise<void[]> => {
  const words = [...Map.groupBy(told, ({ topic }) => topic)].map(([topic, same]): LiveWord => {
    const named = same.some(({ userIds }) => userIds === null)
      ? null
      : [...new Set(same.flatMap(({ userIds }) => userIds ?? []))]
    return { tenantId: tx.actor.tenantId, userIds: named && named.length > MOST_NAMED ? null : named, topic }
  })
  await sql`select pg_notify(${LIVE_CHANNEL}, word) from unnest(${words.map((word) => JSON.stringify(word))}::text[])
    as word`.execute(tx.db)
  return told.map(() => undefined)
})
