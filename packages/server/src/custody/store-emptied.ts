/**
 * CUS-10: destroys what a person's rows say. Sealed values are emptied and sealed under fresh salts (so that what lies
 * in older copies can be opened by nobody), look-up hashes are replaced by chance, words are taken out. Like the
 * turn of the key ring it crosses rows: it finds them in the schema (docs/decisions/0023).
 */
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Vault } from '../crypto/index.ts'
import type { Db } from '../db/index.ts'
import { emptiedJson, emptiedText } from './emptied-value.ts'
import type { PersonRows, PersonTable } from './person-rows.ts'
import { sealedColumns, type SealedColumn } from './sealed-columns.ts'

export type Emptied = {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>
  /** What may lie in the store of files under these ids. */
  readonly fileIds: readonly string[]
  /** SHA-256 over the sealed bytes that were destroyed, with the keys of their rows. */
  readonly sha256: string
}
type Row = Record<string, unknown>
type Raw = { row: Row; way_salt: string | null }

/** Days that are known to the day only of a living record. */
const YEARS_ONLY: readonly string[] = ['birth_on', 'died_on']

export async function emptyRows(
  db: Db,
  vault: Vault,
  tenantId: number,
  tables: readonly PersonTable[],
  found: PersonRows,
): Promise<Emptied> {
  const sealed = await sealedColumns(db)
  const salts = freshSalts(vault)
  const counts: Record<string, number> = {}
  const fileIds: string[] = []
  const hash = createHash('sha256')
  const writes: { table: PersonTable; rows: Row[]; columns: string[] }[] = []
  for (const table of tables) {
    const rows = found.get(table.name) ?? []
    const columns = emptiable(table)
    if (rows.length === 0 || columns.length === 0) continue
    const raws = await readRows(db, tenantId, table, rows, sealed)
    for (const { row } of raws) {
      hash.update(`${table.name}${table.key.map((name) => String(row[name])).join()}`)
      for (const name of columns) {
        const value = row[name]
        if (typeof value === 'string') hash.update(value)
      }
      if ('salt' in row && typeof row['id'] === 'string') fileIds.push(row['id'])
    }
    writes.push({ table, columns, rows: raws.map((raw) => emptiedRow(vault, salts, table, raw)) })
    counts[table.name] = raws.length
  }
  // All is read before anything is written: what lies under another row's salt needs the old one.
  for (const { table, rows, columns } of writes) {
    await sql`select empty_rows(${table.name}, ${JSON.stringify(rows)}::jsonb, ${columns}::text[])`.execute(db)
  }
  return { rows: counts, fileIds, sha256: hash.digest('hex') }
}

/** The columns of a table that may say something about a person. */
function emptiable(table: PersonTable): string[] {
  return table.columns.flatMap(({ name, type, bound }) => {
    const says =
      (type === 'bytea' && (name === 'salt' || /(^|_)(sealed|hash)($|_)|sha256/.test(name))) ||
      (!bound && ['text', 'text[]', 'jsonb'].includes(type) && !/(^|_)code$/.test(name)) ||
      YEARS_ONLY.includes(name) ||
      (name === 'byte_count' && table.name.endsWith('_file'))
    return says ? [name] : []
  })
}

async function readRows(
  db: Db,
  tenantId: number,
  table: PersonTable,
  rows: readonly Readonly<Record<string, unknown>>[],
  sealed: readonly SealedColumn[],
): Promise<Raw[]> {
  const keys = table.key.filter((name) => name !== 'tenant_id')
  const way = sealed.find((one) => one.table === table.name)?.saltBy ?? []
  const joins = way.map(({ table: other, on }, at) => {
    const from = at === 0 ? 't' : `s${at}`
    const same = on.map((one) => sql`${sql.ref(`s${at + 1}.${one.other}`)} = ${sql.ref(`${from}.${one.own}`)}`)
    return sql`join ${sql.table(other)} as ${sql.ref(`s${at + 1}`)} on ${sql.join(same, sql` and `)}`
  })
  const same = sql.join(
    keys.map((name) => sql`${sql.ref(`t.${name}`)} = ${sql.ref(`w.${name}`)}`),
    sql` and `,
  )
  const answer = await sql<Raw>`select to_jsonb(t) as row,
      ${way.length > 0 ? sql`${sql.ref(`s${way.length}.salt`)}::text` : sql`null::text`} as way_salt
    from jsonb_populate_recordset(null::${sql.table(table.name)}, ${JSON.stringify(rows)}::jsonb) w
    join ${sql.table(table.name)} as t on t.tenant_id = ${tenantId} and ${same} ${sql.join(joins, sql` `)}`.execute(db)
  return answer.rows
}

function emptiedRow(vault: Vault, salts: (old: string) => Buffer, table: PersonTable, { row, way_salt }: Raw): Row {
  const emptied: Row = Object.fromEntries(table.key.map((name) => [name, row[name]]))
  const salt = typeof row['salt'] === 'string' ? row['salt'] : way_salt
  for (const name of emptiable(table)) {
    const column = table.columns.find((one) => one.name === name)
    const value = row[name]
    if (value === null || value === undefined || !column) emptied[name] = null
    else if (name === 'salt') emptied[name] = hex(salts(String(value)))
    else if (/(^|_)sealed($|_)/.test(name)) emptied[name] = resealed(vault, salts, salt, String(value))
    else if (column.type === 'bytea') emptied[name] = column.empty ? null : hex(randomBytes(32))
    else if (name === 'byte_count') emptied[name] = 0
    else if (YEARS_ONLY.includes(name)) emptied[name] = `${String(value).slice(0, 4)}-01-01`
    else if (column.type === 'text') emptied[name] = emptiedText(name, String(value))
    else emptied[name] = emptiedJson(value, name)
  }
  return emptied
}

function resealed(vault: Vault, salts: (old: string) => Buffer, salt: string | null, sealed: string): string | null {
  if (salt === null) return null
  const fresh = salts(salt)
  return hex(vault.seal(fresh, emptiedSealed(vault, bytesOf(salt), bytesOf(sealed))))
}

/** What cannot be opened, or is one bare value (an account number), leaves nothing behind. */
function emptiedSealed(vault: Vault, salt: Buffer, sealed: Buffer): string {
  try {
    const value: unknown = JSON.parse(vault.openText(salt, sealed))
    return typeof value === 'object' && value !== null ? JSON.stringify(emptiedJson(value)) : ''
  } catch {
    return ''
  }
}

/** The same fresh salt for a row and for what lies under it. */
function freshSalts(vault: Vault): (old: string) => Buffer {
  const known = new Map<string, Buffer>()
  return (old) => {
    const fresh = known.get(old) ?? vault.newSalt()
    known.set(old, fresh)
    return fresh
  }
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.replace(/^\\x/, ''), 'hex')
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}
