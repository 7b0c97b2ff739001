/** Word to open browsers as the database carries it. */
import { sql, type RawBuilder } from 'kysely'

export const LIVE_CHANNEL = 'anpei_live'
/** PostgreSQL takes at most 8,000 bytes. */
const MOST_NAMED = 150

/** `userIds` null = everybody of the tenant. */
export type LiveWord = { readonly tenantId: number; readonly userIds: readonly string[] | null; readonly topic: string }

/** Of each topic of a tenant one word, however many speak of it. */
export function wordsQuery(tenantId: number, told: readonly LiveWord[]): RawBuilder<unknown> {
  const words = [...Map.groupBy(told, ({ topic }) => topic)].map(([topic, same]): LiveWord => {
    const named = same.some(({ userIds }) => userIds === null)
      ? null
      : [...new Set(same.flatMap(({ userIds }) => userIds ?? []))]
    return { tenantId, userIds: named && named.length > MOST_NAMED ? null : named, topic }
  })
  return sql`select pg_notify(${LIVE_CHANNEL}, word) from unnest(${words.map((word) => JSON.stringify(word))}::text[])
    as word`
}
