/**
 * NTF-03, CLM-14: tasks of people who tell people: by letter, in person, or daily. One open task of a kind a case; a
 * visit is the village liaison's, the rest the owner's.
 */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { insertTask, tasksOf } from '../tasks/store-tasks.ts'

/** Kinds of tasks whose end says whether somebody was told. */
export const TELLING_TASKS = { telling: '写信或上门告知', visit: '上门告知', anxious_update: '每日告知' } as const
export type TellingTask = keyof typeof TELLING_TASKS

export function isTellingTask(kind: string): kind is TellingTask {
  return Object.hasOwn(TELLING_TASKS, kind)
}

export type TaskWanted = {
  readonly claimId: string
  readonly personId: string
  readonly kind: TellingTask
  readonly title: string
  readonly ownerId: string | null
  readonly dueAt: Instant
}

/** Opens the task, unless one of its kind is open already. */
export async function openTellingTask(tx: Tx, wanted: TaskWanted): Promise<void> {
  const tasks = await tasksOf(tx.db, tx.actor.tenantId, wanted.claimId)
  if (tasks.some((task) => task.kind === wanted.kind && task.state === 'open')) return
  const { personId, ...task } = wanted
  const id = newId()
  await insertTask(tx.db, tx.actor.tenantId, tx.now, { id, ...task, madeBy: null })
  tx.record({
    name: 'claim.task_opened',
    subject: { kind: 'claim', id: task.claimId },
    personId,
    facts: { taskId: id, kind: task.kind },
  })
}

/** The liaison of the village, else the deputy; null where nobody is named. */
export async function liaisonOf(tx: Tx, villageCode: string | null): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select u.id from village_post vp join staff_user u on u.tenant_id = vp.tenant_id and u.id = vp.user_id and u.active
    where vp.tenant_id = ${tx.actor.tenantId} and vp.village_code = ${villageCode}
      and vp.duty in ('liaison', 'deputy')
    order by case vp.duty when 'liaison' then 0 else 1 end limit 1`.execute(tx.db)
  return rows[0]?.id ?? null
}
