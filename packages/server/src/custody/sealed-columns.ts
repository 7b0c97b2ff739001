/**
 * CUS-08: where sealed values stand, read from the schema itself, so that none can be forgotten. The convention: a
 * column of bytes called `sealed`, `sealed_…` or `…_sealed`; its salt is the row's own `salt`, else the `salt` of the
 * nearest row it must refer to and that always has one (an account is sealed under its person's salt).
 */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

/** A step from a row to the one it refers to. */
export type Reference = { readonly table: string; readonly on: readonly { own: string; other: string }[] }
export type SealedColumn = {
  readonly table: string
  readonly column: string
  /** The primary key; tenant_id is its first column. */
  readonly key: readonly string[]
  /** The way to the row with the salt; empty = the row itself. */
  readonly saltBy: readonly Reference[]
}

type Table = {
  name: string
  sealed: string[] | null
  key: string[]
  salt: 'always' | 'sometimes' | 'never'
  references: Reference[] | null
}

export async function sealedColumns(db: Db): Promise<SealedColumn[]> {
  const { rows } = await sql<Table>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attname) from pg_attribute a where a.attrelid = c.oid
        and a.atttypid = 'bytea'::regtype and not a.attisdropped and a.attname ~ '(^|_)sealed($|_)') as sealed,
      (select array_agg(k.attname::text order by array_position(i.indkey::int2[], k.attnum)) from pg_index i
        join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key,
      coalesce((select case when a.attnotnull then 'always' else 'sometimes' end from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'salt' and not a.attisdropped), 'never') as salt,
      (select json_agg(json_build_object('table', f.confrelid::regclass::text, 'on',
          (select json_agg(json_build_object('own', o.attname, 'other', p.attname))
            from unnest(f.conkey, f.confkey) as pair (own, other)
            join pg_attribute o on o.attrelid = f.conrelid and o.attnum = pair.own
            join pg_attribute p on p.attrelid = f.confrelid and p.attnum = pair.other)))
        from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid
          and not exists (select from pg_attribute o where o.attrelid = f.conrelid and o.attnum = any(f.conkey)
            and not o.attnotnull)) as "references"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`.execute(db)
  const tables = new Map(rows.map((row) => [row.name, row]))
  return rows.flatMap((row) =>
    (row.sealed ?? []).map((column) => ({
      table: row.name,
      column,
      key: row.key,
      saltBy: row.salt === 'never' ? wayToSalt(tables, row, column) : [],
    })),
  )
}

/** The nearest salt, step by step outwards; two at the same distance leave it open under which the value lies. */
function wayToSalt(tables: ReadonlyMap<string, Table>, from: Table, column: string): Reference[] {
  let ways: Reference[][] = (from.references ?? []).map((one) => [one])
  for (let steps = 1; steps <= 3; steps++) {
    const found = ways.filter((way) => tables.get(way.at(-1)?.table ?? '')?.salt === 'always')
    const [way, second] = found
    if (way && !second) return way
    if (second) break
    ways = ways.flatMap((one) => (tables.get(one.at(-1)?.table ?? '')?.references ?? []).map((next) => [...one, next]))
  }
  throw new Error(`${from.name}.${column}: under which salt is it sealed?`)
}
