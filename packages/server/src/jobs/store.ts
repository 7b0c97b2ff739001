/** Long work with progress that can be left and found again (OPS-05). */
import type { Day, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { newId } from '../kernel/index.ts'

export async function openTask(
  db: Db,
  tenantId: number,
  now: Instant,
  task: { kind: string; title: string; subjectId?: string; startedBy: string | null; totalCount?: number },
): Promise<string> {
  const id = newId()
  await db
    .insertInto('background_task')
    .values({
      tenant_id: tenantId,
      id,
      kind: task.kind,
      title: task.title,
      subject_id: task.subjectId ?? null,
      state: 'waiting',
      total_count: task.totalCount ?? null,
      started_by: task.startedBy,
      created_at: now,
    })
    .execute()
  return id
}

export async function progressTask(
  db: Db,
  tenantId: number,
  id: string,
  doneCount: number,
  totalCount?: number,
): Promise<void> {
  await db
    .updateTable('background_task')
    .set({
      state: 'running',
      done_count: doneCount,
      ...(totalCount === undefined ? {} : { total_count: totalCount }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export async function finishTask(
  db: Db,
  tenantId: number,
  id: string,
  now: Instant,
  end: { result: unknown } | { fault: string },
): Promise<void> {
  await db
    .updateTable('background_task')
    .set(
      'fault' in end
        ? { state: 'failed', fault: end.fault, finished_at: now }
        : { state: 'done', result: JSON.stringify(end.result), finished_at: now },
    )
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

/** Tasks whose file of an export is still there and that ended before this day (CUS-10). */
export async function oldTaskFiles(db: Db, tenantId: number, before: Day, limit: number) {
  const { rows } = await sql<{ id: string; endedOn: Day }>`select id,
      (finished_at at time zone 'Asia/Shanghai')::date as "endedOn" from background_task
    where tenant_id = ${tenantId} and kind like 'export.%' and state = 'done' and result ->> 'salt' is not null
      and finished_at < (${before}::date at time zone 'Asia/Shanghai') order by id limit ${limit}`.execute(db)
  return rows
}

/** Forgets the keys of these files; ids of those that had one, to be taken out of the store. */
export async function forgetTaskFiles(db: Db, tenantId: number, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .updateTable('background_task')
    .set({ result: JSON.stringify({ gone: true }) })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', [...ids])
    .where(sql<boolean>`result ->> 'salt' is not null`)
    .returning('id')
    .execute()
  return rows.map((row) => row.id)
}
