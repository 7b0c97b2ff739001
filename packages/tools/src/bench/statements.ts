/**
 * What the database was asked during a measurement: statements, planning and log written, from pg_stat_statements.
 * Counting costs time itself, so it is done when asked for, not beside a measurement of speed.
 */
import { writeFileSync } from 'node:fs'
import type { Ground } from './ground.ts'

export type Counter = { told(lives: number): Promise<string> }

/** Needs the library from the start of the database: a ground opened with `watched`. `file`: every statement in it. */
export async function countStatements(ground: Ground, file: string): Promise<Counter> {
  await ground.asAdmin((ask) => ask('select pg_stat_statements_reset()'))
  const from = await logPlace(ground)
  return {
    async told(lives) {
      const to = await logPlace(ground)
      const rows = await ground.asAdmin((ask) =>
        ask<Counted>(`select query, calls::int as calls, total_exec_time as ms, plans::int as plans, total_plan_time
          as "planMs", wal_bytes::float8 as wal, rows::int as rows from pg_stat_statements
          order by total_exec_time + total_plan_time desc`),
      )
      writeFileSync(file, rows.map((row) => lineOf(row, lives)).join('\n'))
      const sum = (of: (row: Counted) => number) => rows.reduce((total, row) => total + of(row), 0) / lives
      const [all, ms] = [sum((row) => row.calls).toFixed(0), sum((row) => row.ms).toFixed(1)]
      const [plans, planMs] = [sum((row) => row.plans).toFixed(0), sum((row) => row.planMs).toFixed(1)]
      const written = ((to - from) / lives / 1024).toFixed(0)
      return `${all} statements a life in ${ms} ms, planned ${plans} times in ${planMs} ms, ${written} KB of log`
    },
  }
}

type Counted = {
  query: string
  calls: number
  ms: number
  plans: number
  planMs: number
  wal: number
  rows: number
}

function lineOf(row: Counted, lives: number): string {
  const each = (value: number) => (value / lives).toFixed(2)
  const text = row.query.replaceAll(/\s+/g, ' ').slice(0, 4000)
  return [each(row.calls), each(row.ms), each(row.plans), each(row.planMs), each(row.wal), each(row.rows), text].join(
    '\t',
  )
}

async function logPlace(ground: Ground): Promise<number> {
  const [found] = await ground.asAdmin((ask) =>
    ask<{ at: number }>(`select (pg_current_wal_insert_lsn() - '0/0')::float8 as at`),
  )
  return found?.at ?? 0
}
