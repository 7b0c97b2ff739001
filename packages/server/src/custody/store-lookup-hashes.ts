/**
 * Lays one key more over every look-up hash there is (docs/decisions/0010), in the transaction of its caller. Runs as
 * the owner of the database, of all tenants at once, while nobody else is at work.
 */
import type pg from 'pg'
import { hashOver, type LookupPurpose } from '../crypto/index.ts'

type HashColumn = { readonly table: string; readonly column: string; readonly purpose: LookupPurpose }

/** Every column that holds a look-up hash; a test holds the schema against this list. */
export const LOOKUP_HASHES: readonly HashColumn[] = [
  { table: 'person', column: 'id_hash', purpose: 'id_number' },
  { table: 'person', column: 'phone_hash', purpose: 'phone' },
  { table: 'prospect', column: 'phone_hash', purpose: 'phone' },
  { table: 'enrolment', column: 'id_hash', purpose: 'id_number' },
  { table: 'payee_account', column: 'account_hash', purpose: 'account' },
  { table: 'stored_file', column: 'content_hash', purpose: 'file' },
  { table: 'member_period', column: 'row_hash', purpose: 'roster_row' },
  { table: 'portal_account', column: 'phone_hash', purpose: 'phone' },
  { table: 'one_time_code', column: 'phone_hash', purpose: 'phone' },
  { table: 'one_time_code', column: 'code_hash', purpose: 'token' },
  { table: 'attempt', column: 'key_hash', purpose: 'token' },
  { table: 'callback', column: 'phone_hash', purpose: 'phone' },
  { table: 'complaint', column: 'phone_hash', purpose: 'phone' },
  { table: 'complaint_name_gram', column: 'gram_hash', purpose: 'name' },
  { table: 'complaint_history', column: 'row_hash', purpose: 'roster_row' },
  { table: 'complaint_history', column: 'name_hash', purpose: 'name' },
  { table: 'tip', column: 'code_hash', purpose: 'token' },
  { table: 'desk_request', column: 'phone_hash', purpose: 'phone' },
  { table: 'desk_message', column: 'message_hash', purpose: 'token' },
  { table: 'desk_conversation', column: 'key_hash', purpose: 'token' },
  { table: 'desk_guide', column: 'key_hash', purpose: 'token' },
  { table: 'desk_call', column: 'phone_hash', purpose: 'phone' },
  { table: 'desk_call', column: 'call_hash', purpose: 'token' },
  { table: 'mail_arrival', column: 'message_hash', purpose: 'token' },
  { table: 'mail_arrival', column: 'thread_hash', purpose: 'token' },
  { table: 'mail_arrival', column: 'from_hash', purpose: 'token' },
  { table: 'mail_departure', column: 'message_hash', purpose: 'token' },
  { table: 'media_arrival', column: 'message_hash', purpose: 'token' },
]

const BATCH = 10_000

/** How many values were hashed anew. */
export async function layKeyOver(client: pg.Client, key: Buffer, { table, column, purpose }: HashColumn) {
  await client.query('create temp table turned (tenant_id int, old bytea, fresh bytea) on commit drop')
  await client.query(`declare hashes cursor for select distinct tenant_id, ${column} as hash from ${table}
    where ${column} is not null`)
  let count = 0
  for (;;) {
    const { rows } = await client.query<{ tenant_id: number; hash: Buffer }>(`fetch ${BATCH} from hashes`)
    if (rows.length === 0) break
    const layers = new Map<number, (hash: Buffer) => Buffer>()
    const fresh = rows.map((row) => {
      const layer = layers.get(row.tenant_id) ?? hashOver(key, row.tenant_id, purpose)
      layers.set(row.tenant_id, layer)
      return layer(row.hash)
    })
    await client.query('insert into turned select * from unnest($1::int[], $2::bytea[], $3::bytea[])', [
      rows.map((row) => row.tenant_id),
      rows.map((row) => row.hash),
      fresh,
    ])
    count += rows.length
  }
  await client.query('close hashes')
  await client.query('analyze turned')
  await client.query(`update ${table} t set ${column} = n.fresh from turned n
    where t.tenant_id = n.tenant_id and t.${column} = n.old`)
  await client.query('drop table turned')
  return count
}

/** The mark of the last turn, written in its transaction: by it a turn knows whether it had come through. */
export async function markTurn(client: pg.Client, mark: string): Promise<void> {
  await client.query(`comment on column person.id_hash is ${client.escapeLiteral(mark)}`)
}

export async function lastTurn(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ mark: string | null }>(
    `select col_description(a.attrelid, a.attnum) as mark from pg_attribute a
      where a.attrelid = 'person'::regclass and a.attname = 'id_hash'`,
  )
  return rows[0]?.mark ?? null
}

/** Sessions of others on this database: a server, a command, a backup. */
export async function othersAtWork(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
      where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  return rows[0]?.count ?? 0
}
