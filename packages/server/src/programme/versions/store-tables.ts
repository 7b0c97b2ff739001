/** Decision tables and their versions (CLM-07). */
import { readdirSync, readFileSync } from 'node:fs'
import { transition, type Instant, type Transition } from '@anpei/domain/kernel'
import { tableLifecycle, type TableState } from '@anpei/domain/programme'
import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'

const FOLDER = new URL('../../../../../config/tables/jdm/', import.meta.url)

export type TableData = {
  id: string
  code: string
  version_no: number
  state: string
  content: unknown
  made_by: string | null
  made_by_name: string | null
  made_at: Instant
  published_by_name: string | null
  published_at: Instant | null
}

async function select(db: Db, where: RawBuilder<unknown>): Promise<TableData[]> {
  const found =
    await sql<TableData>`select d.id, d.code, d.version_no, d.state, d.content, d.made_by, m.name as made_by_name,
      d.made_at,
      p.name as published_by_name, d.published_at
    from decision_table d left join staff_user m on m.tenant_id = d.tenant_id and m.id = d.made_by
    left join staff_user p on p.tenant_id = d.tenant_id and p.id = d.published_by where ${where}`.execute(db)
  return found.rows
}

export async function tablesOfTenant(db: Db, tenantId: number): Promise<TableData[]> {
  return select(db, sql`d.tenant_id = ${tenantId} order by d.code, d.version_no desc limit 500`)
}

export async function findTable(
  db: Db,
  tenantId: number,
  tableId: string,
  lock = false,
): Promise<TableData | undefined> {
  return (
    await select(db, sql`d.tenant_id = ${tenantId} and d.id = ${tableId} ${lock ? sql`for update of d` : sql``}`)
  )[0]
}

/** Its content only if the caller does not know it yet. */
export async function publishedTable(db: Db, tenantId: number, code: string, known: readonly string[]) {
  const found = await sql<{
    id: string
    content: unknown
  }>`select id, case when id = any(${[...known]}::uuid[]) then null else content end as content
    from decision_table where tenant_id = ${tenantId} and code = ${code} and state = 'published'`.execute(db)
  return found.rows[0]
}

export async function lockPublishedTable(db: Db, tenantId: number, code: string) {
  return db
    .selectFrom('decision_table')
    .select(['id', 'state'])
    .where('tenant_id', '=', tenantId)
    .where('code', '=', code)
    .where('state', '=', 'published')
    .forUpdate()
    .executeTakeFirst()
}

export async function insertTable(
  db: Db,
  tenantId: number,
  table: { id: string; code: string; content: string; madeBy: string; madeAt: Instant },
): Promise<void> {
  await sql`insert into decision_table (tenant_id, id, code, version_no, state, content, made_by, made_at)
    select ${tenantId}, ${table.id}::uuid, ${table.code}, coalesce(max(version_no), 0) + 1, ${tableLifecycle.initial},
      ${table.content}::jsonb, ${table.madeBy}::uuid,
      ${table.madeAt}::timestamptz from decision_table where tenant_id = ${tenantId} and code = ${table.code}`.execute(
    db,
  )
}

export async function saveTableContent(
  db: Db,
  tenantId: number,
  tableId: string,
  content: string,
  by: string,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('decision_table')
    .set({ content, made_by: by, made_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', tableId)
    .where('state', '=', 'draft')
    .execute()
}

export async function saveTableState(
  db: Db,
  tenantId: number,
  tableId: string,
  state: Transition<TableState>,
  published: { by: string; at: Instant } | null,
): Promise<void> {
  await db
    .updateTable('decision_table')
    .set({
      state: state.to,
      ...(published ? { published_by: published.by, published_at: published.at } : {}),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', tableId)
    .execute()
}

/** The tables of config/tables/jdm, published as delivered; a second run changes nothing. */
export async function seedTables(db: Db, tenantId: number, now: Instant): Promise<void> {
  const published = transition(tableLifecycle, 'publish', 'submitted')
  if (!published.ok) throw new Error(published.code)
  const delivered = published.value
  for (const name of readdirSync(FOLDER).filter((one) => one.endsWith('.json'))) {
    const table: { code: string; title: string; content: unknown } = JSON.parse(
      readFileSync(new URL(name, FOLDER), 'utf8'),
    )
    const known = await db
      .selectFrom('decision_table')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('code', '=', table.code)
      .limit(1)
      .execute()
    if (known.length > 0) continue
    await insertDelivered(db, tenantId, now, table, delivered)
  }
}

async function insertDelivered(
  db: Db,
  tenantId: number,
  now: Instant,
  table: { code: string; content: unknown },
  state: Transition<TableState>,
): Promise<void> {
  await db
    .insertInto('decision_table')
    .values({
      tenant_id: tenantId,
      id: newId(),
      code: table.code,
      version_no: 1,
      state: state.to,
      content: JSON.stringify(table.content),
      made_at: now,
      published_at: now,
    })
    .execute()
}
