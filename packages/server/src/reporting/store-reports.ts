/** Writes and reads the weekly timing reports and to whom they are mailed (T28). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

const TIMING = 'timing'

export type KeptFile = { readonly id: string; readonly salt: Buffer }
export type NewReport = {
  readonly id: string
  readonly weekKey: string
  readonly fromOn: Day
  readonly toOn: Day
  readonly kept: number
  readonly broken: number
  readonly running: number
  readonly pdf: KeptFile
  readonly xlsx: KeptFile
  /** Null: the automatic one, of which a week has one. */
  readonly madeBy: string | null
}

/** False where the automatic report of the week is there already. */
export async function insertReport(db: Db, tenantId: number, now: Instant, report: NewReport): Promise<boolean> {
  const row = await db
    .insertInto('timing_report')
    .values({
      tenant_id: tenantId,
      id: report.id,
      week_key: report.weekKey,
      from_on: report.fromOn,
      to_on: report.toOn,
      kept: report.kept,
      broken: report.broken,
      running: report.running,
      pdf_id: report.pdf.id,
      pdf_salt: report.pdf.salt,
      xlsx_id: report.xlsx.id,
      xlsx_salt: report.xlsx.salt,
      made_by: report.madeBy,
      made_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function hasAutomatic(db: Db, tenantId: number, weekKey: string): Promise<boolean> {
  const row = await db
    .selectFrom('timing_report')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('week_key', '=', weekKey)
    .where('made_by', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function findReport(db: Db, tenantId: number, id: string) {
  return db
    .selectFrom('timing_report')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function recentReports(db: Db, tenantId: number, limit: number) {
  return db
    .selectFrom('timing_report as r')
    .leftJoin('staff_user as u', (join) =>
      join.onRef('u.tenant_id', '=', 'r.tenant_id').onRef('u.id', '=', 'r.made_by'),
    )
    .select(['r.id', 'r.week_key', 'r.from_on', 'r.to_on', 'r.kept', 'r.broken', 'r.running', 'r.made_by', 'r.made_at'])
    .select('u.name as maker')
    .where('r.tenant_id', '=', tenantId)
    .orderBy('r.made_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute()
}

export async function mailAddresses(db: Db, tenantId: number): Promise<readonly string[]> {
  const row = await db
    .selectFrom('report_mail')
    .select('addresses')
    .where('tenant_id', '=', tenantId)
    .where('report', '=', TIMING)
    .executeTakeFirst()
  return row?.addresses ?? []
}

export async function saveMailAddresses(
  db: Db,
  tenantId: number,
  addresses: readonly string[],
  by: string,
  at: Instant,
): Promise<void> {
  const values = { addresses: [...addresses], changed_by: by, changed_at: at }
  await db
    .insertInto('report_mail')
    .values({ tenant_id: tenantId, report: TIMING, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'report']).doUpdateSet(values))
    .execute()
}

/** Which row a stored file belongs to. */
export async function reportSalts(
  db: Db,
  tenantId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await sql<{ id: string; salt: Buffer }>`select id, salt from (
      select pdf_id as id, pdf_salt as salt from timing_report where tenant_id = ${tenantId}
        and pdf_id = any(${[...ids]}::uuid[])
      union all select xlsx_id, xlsx_salt from timing_report where tenant_id = ${tenantId}
        and xlsx_id = any(${[...ids]}::uuid[])) files`.execute(db)
  return new Map(rows.map((row) => [row.id, row.salt]))
}

export async function reportFilesAfter(db: Db, tenantId: number, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from (
      select pdf_id as id from timing_report where tenant_id = ${tenantId}
      union all select xlsx_id from timing_report where tenant_id = ${tenantId}) files
    where id > ${after} order by id limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}
