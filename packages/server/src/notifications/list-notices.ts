/** NTF-04: what left, and what became of it, for a person, a case or all; newest first. */
import type { listNotices as route } from '@anpei/contract/notifications'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { noticesOf } from './store.ts'
import { noticeRow } from './views.ts'

export async function listNotices(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { cursor, limit, ...filter } = query
  const rows = await noticesOf(tx, { ...filter, beforeId: cursor ?? null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return ok({
    items: shown.map((row) => noticeRow(tx.vault, row)),
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    total: null,
    totalMore: false,
  })
}
