/**
 * Fills the store with years of settled claims (and one in a hundred open), the same every time: reports, claims,
 * lines,
 * assessments, proposals, approvals, payments, clocks, events. Written as the superuser in large statements; personal
 * values are sealed with the run's own keys, so every page can be opened.
 */
import { readFileSync } from 'node:fs'
import type { Ask, Ground } from './ground.ts'
import { TENANT } from './ground.ts'
import { assessmentTold, reportTold } from './told.ts'

const BATCH = 100_000

export async function fillClaims(ground: Ground, upTo: number, log: (line: string) => void): Promise<number> {
  return ground.asAdmin(async (ask) => {
    const [had] = await ask<{ n: number }>(`select count(*)::int as n from claim where claim_no > 'P' and claim_no
      like '%X'`)
    const from = had?.n ?? 0
    if (from >= upTo) return 0
    await ask(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    await prepare(ask, ground)
    for (let at = from; at < upTo; at += BATCH) {
      await fillBatch(ask, at, Math.min(upTo, at + BATCH), upTo)
      log(`  ${Math.min(upTo, at + BATCH).toLocaleString('en')} claims`)
    }
    await ask('analyze; checkpoint')
    return upTo - from
  })
}

/** Sampled people, officers and sealed texts, numbered so that a claim's serial picks them. */
async function prepare(ask: Ask, ground: Ground): Promise<void> {
  await ask(`create temp table people as select (row_number() over (order by id) - 1)::int as n, id, village_code
    from person
    where tenant_id = ${TENANT}; create unique index on people (n); analyze people`)
  await ask(`create temp table officers as select (row_number() over (order by login) - 1)::int as n, id from staff_user
    where tenant_id = ${TENANT} and login in ('assessor1', 'assessor2', 'head')`)
  const salt = ground.vault.newSalt()
  const sealedReport = ground.vault.seal(salt, JSON.stringify(reportTold()))
  const sealedAssessment = ground.vault.seal(salt, JSON.stringify(assessmentTold()))
  const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'::bytea`
  await ask(`create temp table sealed as select ${hex(salt)} as salt, ${hex(sealedReport)} as report,
    ${hex(sealedAssessment)} as assessment`)
  // The same digits for the same claim and use: uuid version 7 of the day: indexes grow at their end as in life.
  await ask(`create or replace function pg_temp.id_of(at timestamptz, use text, i int) returns uuid immutable
    language sql as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || 'a' ||
      substr(h, 4, 15))::uuid
       from (select md5(use || i) as h) one $$`)
}

async function fillBatch(ask: Ask, from: number, to: number, all: number): Promise<void> {
  const text = readFileSync(new URL('./fill.sql', import.meta.url), 'utf8')
    .replaceAll('{from}', String(from))
    .replaceAll('{to}', String(to))
    .replaceAll('{all}', String(all))
  for (const statement of text.split(';\n')) if (statement.trim() !== '') await ask(statement)
}
