/** Long work with progress that can be left and found again (OPS-05). */
import type { Instant } from '@anpei/domain/kernel'
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
