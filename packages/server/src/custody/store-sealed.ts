/**
 * Reads sealed values of any table and puts the same values back under another key. The one writer that crosses rows:
 * it changes no value, only what covers it, and does so through `replace_sealed`, which writes sealed columns only
 * (docs/decisions/0010).
 */
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import type { SealedColumn } from './sealed-columns.ts'

export type SealedValue = {
  readonly key: Readonly<Record<string, string | number>>
  readonly salt: Buffer
  readonly sealed: Buffer
}

/** How many values of a column are not sealed with this version (`is` = false), or are (`is` = true). */
export async function countSealed(
  db: Db,
  tenantId: number,
  { table, column }: SealedColumn,
  version: number,
  is: boolean,
): Promise<number> {
  const same = sql`get_byte(${sql.ref(column)}, 0) = ${version}`
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}
    where tenant_id = ${tenantId} and ${is ? same : sql`not (${same})`}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Values under other versions, in the order of the key; rows somebody is changing right now are left for later. */
export async function lockOldValues(
  db: Db,
  tenantId: number,
  column: SealedColumn,
  version: number,
  after: SealedValue['key'] | null,
  limit: number,
): Promise<SealedValue[]> {
  const { table, key, saltBy } = column
  const keys = sql.join(key.map((name) => sql.ref(`t.${name}`)))
  const place = after ? sql`and (${keys}) > (${sql.join(key.map((name) => sql`${after[name]}`))})` : sql``
  const { rows } = await sql<SealedValue>`select
      json_build_object(${sql.join(key.flatMap((name) => [sql.lit(name), sql.ref(`t.${name}`)]))}) as key,
      ${sql.ref(`${saltBy.length === 0 ? 't' : `s${saltBy.length}`}.salt`)} as salt,
      ${sql.ref(`t.${column.column}`)} as sealed
    from ${sql.table(table)} as t ${saltJoin(column)}
    where t.tenant_id = ${tenantId} and get_byte(${sql.ref(`t.${column.column}`)}, 0) <> ${version} ${place}
    order by ${keys} limit ${limit} for no key update of t skip locked`.execute(db)
  return rows
}

function saltJoin({ saltBy }: SealedColumn): RawBuilder<unknown> {
  const joins = saltBy.map(({ table, on }, at) => {
    const from = at === 0 ? 't' : `s${at}`
    const same = on.map(({ own, other }) => sql`${sql.ref(`s${at + 1}.${other}`)} = ${sql.ref(`${from}.${own}`)}`)
    return sql`join ${sql.table(table)} as ${sql.ref(`s${at + 1}`)} on ${sql.join(same, sql` and `)}`
  })
  return sql.join(joins, sql` `)
}

export async function replaceSealed(
  db: Db,
  { table, column }: SealedColumn,
  values: readonly { readonly key: SealedValue['key']; readonly sealed: Buffer }[],
): Promise<void> {
  const rows = values.map(({ key, sealed }) => ({ ...key, [column]: `\\x${sealed.toString('hex')}` }))
  await sql`select replace_sealed(${table}, ${column}, ${JSON.stringify(rows)}::jsonb)`.execute(db)
}
