/**
 * Jobs are rows in the same database, enqueued in the same transaction as what caused them: nothing lost, nothing
 * early.
 */
import type { Instant } from '@anpei/domain/kernel'
import { sql, type CompiledQuery } from 'kysely'
import type { Db } from '../db/index.ts'

export type NewJob = {
  readonly task: string
  readonly payload: Readonly<Record<string, string | number | boolean | null>>
  /** Jobs with the same key replace each other while waiting. */
  readonly key?: string
  readonly runAt?: Instant
  /** Jobs of one queue run one after the other. */
  readonly queue?: string
  readonly maxAttempts?: number
}

/** `now`: of the command, which `runAt` was reckoned from. */
export function jobsStatement(db: Db, jobs: readonly NewJob[], now: Instant): CompiledQuery {
  const sent = jobs.map(({ runAt, ...job }) =>
    runAt === undefined ? job : { ...job, delaySeconds: (Date.parse(runAt) - Date.parse(now)) / 1000 },
  )
  return sql`select enqueue_jobs(${JSON.stringify(sent)}::json)`.compile(db)
}
