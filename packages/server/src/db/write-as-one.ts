/** Several writes of one row's store as one statement: each statement has a price of its own, whatever it writes. */
import { sql, type Kysely, type OperationNodeSource } from 'kysely'

/** A write put into words and not sent yet: an insert, update or delete without `with`. */
export type Writing = OperationNodeSource

/**
 * All see the rows as they were before the first of them, and none may change a row that another one changes. Foreign
 * keys are looked at when all have written.
 */
export async function writeAsOne<Tables>(db: Kysely<Tables>, writings: readonly Writing[]): Promise<void> {
  const last = writings.at(-1)
  if (!last) return
  const others = writings.slice(0, -1).map((writing, index) => sql`${sql.ref(`w${index}`)} as (${writing})`)
  await (others.length === 0 ? sql`${last}` : sql`with ${sql.join(others)} ${last}`).execute(db)
}
