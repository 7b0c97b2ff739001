/** Who is absent, and who stands in (ORG-07). */
import type { listAbsences as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dayOfInstant, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from './cursor.ts'
import { findAbsences } from './store-absences.ts'

export async function listAbsences(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const rows = await findAbsences(tx.db, tx.actor.tenantId, {
    which: query.which,
    userId: query.userId,
    day: dayOfInstant(tx.now),
    after: readCursor(query.cursor, 2),
    limit: query.limit + 1,
  })
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.to_on, row.id],
      (row) => ({
        id: row.id,
        user: row.user,
        post: row.post,
        fromOn: row.from_on,
        toOn: row.to_on,
        reason: row.reason,
        standIn: row.stand_in,
        recordedBy: row.recorded_by,
        cancelled: row.cancelled,
      }),
    ),
  )
}
