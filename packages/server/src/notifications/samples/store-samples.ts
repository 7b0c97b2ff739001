/** Writes and reads the monthly sample of notices (NTF-04). */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../../db/index.ts'
import { newId } from '../../kernel/index.ts'
import { toNotice, type NoticeColumns, type NoticeRecord } from '../store.ts'

export type SampleRecord = {
  readonly id: string
  readonly month: string
  readonly notice: NoticeRecord
  readonly verdict: 'agrees' | 'differs' | null
  readonly salt: Buffer | null
  readonly sealed: Buffer | null
  readonly judgedBy: string | null
  readonly judgedAt: Instant | null
}

type Row = NoticeColumns & {
  sample_id: string
  month: string
  verdict: string | null
  remark_salt: Buffer | null
  remark_sealed: Buffer | null
  judged_by: string | null
  judged_at: Instant | null
}

const LONGEST = 500

export async function samplesOf(
  db: Db,
  tenantId: number,
  which: { readonly month: string } | { readonly id: string },
): Promise<SampleRecord[]> {
  const wanted = 'id' in which ? sql`s.id = ${which.id}` : sql`s.month = ${which.month}`
  const { rows } = await sql<Row>`
    select n.*, s.id as sample_id, s.month, s.verdict, s.salt as remark_salt, s.sealed as remark_sealed, s.judged_by,
      s.judged_at
    from notice_sample s join notice n on n.tenant_id = s.tenant_id and n.id = s.notice_id
    where s.tenant_id = ${tenantId} and ${wanted} order by s.id limit ${LONGEST}`.execute(db)
  return rows.map((row) => ({
    id: row.sample_id,
    month: row.month,
    notice: toNotice(row),
    verdict: row.verdict === 'agrees' || row.verdict === 'differs' ? row.verdict : null,
    salt: row.remark_salt,
    sealed: row.remark_sealed,
    judgedBy: row.judged_by,
    judgedAt: row.judged_at,
  }))
}

/** Notices of claims that left in the month and are not in the sample yet, by chance; nobody chooses. */
export async function drawSamples(
  db: Db,
  tenantId: number,
  now: Instant,
  drawn: { readonly month: string; readonly from: Instant; readonly before: Instant; readonly count: number },
  drawnBy: string,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select n.id from notice n
    where n.tenant_id = ${tenantId} and n.subject_kind = 'claim' and n.sent_at is not null
      and n.created_at >= ${drawn.from} and n.created_at < ${drawn.before}
      and not exists (select 1 from notice_sample s where s.tenant_id = n.tenant_id and s.month = ${drawn.month}
        and s.notice_id = n.id)
    order by random() limit ${drawn.count}`.execute(db)
  if (rows.length === 0) return 0
  await db
    .insertInto('notice_sample')
    .values(
      rows.map(({ id }) => ({
        tenant_id: tenantId,
        id: newId(),
        month: drawn.month,
        notice_id: id,
        drawn_by: drawnBy,
        drawn_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'month', 'notice_id']).doNothing())
    .execute()
  return rows.length
}

/** False when it was judged before. */
export async function judgeSample(
  db: Db,
  tenantId: number,
  now: Instant,
  id: string,
  told: {
    readonly verdict: 'agrees' | 'differs'
    readonly salt: Buffer
    readonly sealed: Buffer
    readonly judgedBy: string
  },
): Promise<boolean> {
  const done = await db
    .updateTable('notice_sample')
    .set({
      verdict: told.verdict,
      salt: told.salt,
      sealed: told.sealed,
      judged_by: told.judgedBy,
      judged_at: now,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
