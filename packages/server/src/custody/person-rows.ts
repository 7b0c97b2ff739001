/**
 * CUS-10: which rows of which tables are about a person, read from the schema itself, so that no table can be
 * forgotten: those that carry `person_id`, those that refer to one of them, and those whose `subject_id` names one.
 * What refers to a person under another name (the holder of somebody else's account) belongs to that other person's
 * case.
 */
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

export type Column = { readonly name: string; readonly type: string; readonly bound: boolean; readonly empty: boolean }
export type PersonTable = {
  readonly name: string
  /** The primary key; tenant_id is its first column. */
  readonly key: readonly string[]
  readonly columns: readonly Column[]
  /** References of one column beside tenant_id. */
  readonly references: readonly { readonly own: string; readonly table: string; readonly other: string }[]
}
export type PersonRows = ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>

/** The log stays as it is: it holds ids and codes only. The proofs of destruction are not destroyed with it. */
const KEPT: ReadonlySet<string> = new Set(['event', 'event_waiting', 'audit_block', 'retention_run', 'retention_item'])
/** References without a foreign key. `*`: whatever row has this id. */
const LOOSE: readonly { readonly table: string; readonly own: string; readonly to: string; readonly other: string }[] =
  [
    { table: 'stand_in_delivery', own: 'attempt_id', to: 'notice_attempt', other: 'id' },
    { table: 'mail_departure', own: 'id', to: 'desk_message', other: 'id' },
    { table: 'stored_file', own: 'id', to: 'document', other: 'file_ids' },
    { table: 'stored_file', own: 'id', to: 'portal_link', other: 'file_ids' },
    { table: 'person_merge', own: 'survivor_id', to: 'person', other: 'id' },
    { table: 'person_double', own: 'first_id', to: 'person', other: 'id' },
    { table: 'person_double', own: 'second_id', to: 'person', other: 'id' },
  ]
const ROUNDS = 3

export async function personTables(db: Db): Promise<readonly PersonTable[]> {
  const { rows } = await sql<PersonTable>`
    select c.relname as name,
      (select json_agg(k.attname order by array_position(i.indkey::int2[], k.attnum)) from pg_index i
        join pg_attribute k on k.attrelid = c.oid and k.attnum = any(i.indkey::int2[])
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'empty', not a.attnotnull,
          'bound', a.attgenerated <> '' or exists (select from pg_constraint b where b.conrelid = c.oid
            and b.contype in ('p', 'f', 'c') and a.attnum = any(b.conkey)) or exists (select from pg_index u
            where u.indrelid = c.oid and u.indisunique and a.attnum = any(u.indkey::int2[])
              and a.atttypid <> 'bytea'::regtype)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select json_agg(json_build_object('own', o.attname, 'table', f.confrelid::regclass::text,
          'other', p.attname))
        from pg_constraint f join pg_attribute o on o.attrelid = c.oid and o.attnum = f.conkey[2]
        join pg_attribute p on p.attrelid = f.confrelid and p.attnum = f.confkey[2]
        where f.conrelid = c.oid and f.contype = 'f' and cardinality(f.conkey) = 2), '[]') as "references"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'tenant_id') order by 1`.execute(db)
  return rows.filter((table) => !KEPT.has(table.name) && (table.key ?? []).length > 0)
}

/** Of one person and the records that were merged into it; ids and other references of each row, by table. */
export async function rowsOfPerson(
  db: Db,
  tenantId: number,
  tables: readonly PersonTable[],
  personId: string,
): Promise<PersonRows> {
  const persons = await sql<{ id: string; phone_hash: Buffer | null }>`select id, phone_hash from person
    where tenant_id = ${tenantId} and (id = ${personId} or merged_into = ${personId}) for update`.execute(db)
  const known: Known = { ids: persons.rows.map((row) => row.id), phones: [], found: new Map() }
  for (const { phone_hash } of persons.rows) if (phone_hash) known.phones.push(phone_hash)
  known.found.set(
    'person',
    persons.rows.map(({ id }) => ({ id })),
  )
  for (let round = 0; round < ROUNDS; round++) {
    // One after the other: what a table finds is looked for in the tables behind it.
    for (const table of tables) {
      if (table.name === 'person') continue
      const rows = await rowsOf(db, tenantId, table, known)
      if (rows.length > 0) known.found.set(table.name, rows)
    }
  }
  return known.found
}

type Row = Readonly<Record<string, unknown>>
type Known = { readonly ids: string[]; readonly phones: Buffer[]; readonly found: Map<string, readonly Row[]> }

async function rowsOf(db: Db, tenantId: number, table: PersonTable, known: Known): Promise<readonly Row[]> {
  const has = (name: string) => table.columns.some((column) => column.name === name)
  const ways = [
    ...(has('person_id') ? [any('person_id', known.ids)] : []),
    ...(has('phone_hash') && known.phones.length > 0
      ? [sql<boolean>`t.phone_hash = any(${known.phones}::bytea[])`]
      : []),
    ...(has('subject_id')
      ? [
          any(
            'subject_id',
            [...known.found.values()].flatMap((rows) => textsOf(rows, 'id')),
          ),
        ]
      : []),
    ...table.references
      .filter((one) => one.table !== 'person' && one.table !== table.name)
      .map((one) => any(one.own, textsOf(known.found.get(one.table) ?? [], one.other))),
    // Who did one thing for the person: the log knows which entry it was.
    ...(table.name === 'errand'
      ? [
          sql<boolean>`t.id in (select (e.facts ->> 'errandId')::uuid from event e where e.tenant_id = ${tenantId}
          and e.person_id = any(${known.ids}::uuid[]) and e.facts ? 'errandId')`,
        ]
      : []),
    ...LOOSE.filter((one) => one.table === table.name).map((one) =>
      any(one.own, textsOf(known.found.get(one.to) ?? [], one.other)),
    ),
  ].flatMap((way) => way ?? [])
  if (ways.length === 0) return []
  const wanted = table.columns.filter(
    (column) => table.key.includes(column.name) || column.type === 'uuid' || column.type === 'uuid[]',
  )
  const pairs = wanted.flatMap(({ name }) => [sql.lit(name), sql.ref(`t.${name}`)])
  const { rows } = await sql<{ row: Row }>`select json_build_object(${sql.join(pairs)}) as row
    from ${sql.table(table.name)} as t where t.tenant_id = ${tenantId} and (${sql.join(ways, sql` or `)})`.execute(db)
  return rows.map(({ row }) => row)
}

function any(own: string, values: readonly string[]) {
  return values.length === 0 ? null : sql<boolean>`${sql.ref(`t.${own}`)} = any(${[...new Set(values)]}::uuid[])`
}

function textsOf(rows: readonly Row[], column: string): string[] {
  return rows.flatMap((row) => {
    const value = row[column]
    return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  })
}
