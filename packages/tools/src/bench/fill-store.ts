/**
 * Fills the store with years of cases, the same every time, by one text of large statements run as the superuser for
 * every batch of serials. Personal values are sealed with the run's own keys, so that every page can be opened.
 */
import { readFileSync } from 'node:fs'
import type { Ask, Ground } from './ground.ts'
import { TENANT } from './ground.ts'

const BATCH = 100_000

type Filling = {
  readonly what: string
  /** Counts those that were filled in before. */
  readonly held: string
  /** Logins of those who work on them. */
  readonly officers: readonly string[]
  /** What is told in a case, by the column of `sealed` it stands in. */
  readonly told: Readonly<Record<string, unknown>>
  /** What else its statements need, made once people stand ready. */
  readonly prepare?: (ask: Ask, ground: Ground) => Promise<void>
  /** The statements, with {from}, {to} and {all}; `people`, `officers`, `sealed` and pg_temp.id_of stand ready. */
  readonly batch: URL
}

export async function fillStore(
  ground: Ground,
  upTo: number,
  log: (line: string) => void,
  filling: Filling,
): Promise<number> {
  return ground.asAdmin(async (ask) => {
    const [had] = await ask<{ n: number }>(filling.held)
    const from = had?.n ?? 0
    if (from >= upTo) return 0
    await ask(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    await prepare(ask, ground, filling)
    await filling.prepare?.(ask, ground)
    const text = readFileSync(filling.batch, 'utf8').replaceAll('{all}', String(upTo))
    for (let at = from; at < upTo; at += BATCH) {
      const to = Math.min(upTo, at + BATCH)
      const batch = text.replaceAll('{from}', String(at)).replaceAll('{to}', String(to))
      for (const statement of batch.split(';\n')) if (statement.trim() !== '') await ask(statement)
      log(`  ${to.toLocaleString('en')} ${filling.what}`)
    }
    // As a store that has stood for a while: what is counted from an index alone needs the map that vacuum writes.
    await ask('vacuum (analyze)')
    await ask('checkpoint')
    return upTo - from
  })
}

/** Sampled people, officers and sealed texts, numbered so that a case's serial picks them. */
async function prepare(ask: Ask, ground: Ground, { officers, told }: Filling): Promise<void> {
  await ask(`create temp table people as select (row_number() over (order by id) - 1)::int as n, id, name, village_code
    from person where tenant_id = ${TENANT}; create unique index on people (n); analyze people`)
  await ask(`create temp table officers as select (row_number() over (order by login) - 1)::int as n, id from staff_user
    where tenant_id = ${TENANT} and login in (${officers.map((login) => `'${login}'`).join(', ')})`)
  const salt = ground.vault.newSalt()
  const hex = (bytes: Buffer) => `'\\x${bytes.toString('hex')}'::bytea`
  const texts = Object.entries(told).map(
    ([name, value]) => `${hex(ground.vault.seal(salt, JSON.stringify(value)))} as ${name}`,
  )
  await ask(`create temp table sealed as select ${hex(salt)} as salt, ${texts.join(', ')}`)
  // The same digits for the same case and use: uuid version 7 of the day: indexes grow at their end as in life.
  await ask(`create or replace function pg_temp.id_of(at timestamptz, use text, i int) returns uuid immutable
    language sql as
    $$ select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(h, 1, 3) || 'a' ||
      substr(h, 4, 15))::uuid
       from (select md5(use || i) as h) one $$`)
}
