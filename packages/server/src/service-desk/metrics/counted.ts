/** Which requests the figures of the desk count; the lists behind them say it in the same words (RPT-02). */
import { sql } from 'kysely'

export const COUNTED = {
  reopened: sql<boolean>`r.reopened_count > 0`,
  once: sql<boolean>`(r.solved_at is not null and r.reopened_count = 0 and r.answer_count <= 1)`,
} as const

/** A call that rang through to us: not one rung off at once, not one that still rings. */
export const CALLED = sql<boolean>`(c.direction = 'in' and c.state not in ('abandoned', 'ringing'))`
