/**
 * ORG-07, CLM-15: a case of a class gets the tasks of that class's pattern (config/task-patterns.json), each once. Runs
 * as a job whenever the class is set; what the owner dropped is not opened again.
 */
import { readFileSync } from 'node:fs'
import { addDays, dayOfInstant, startOfDay, systemActor } from '@anpei/domain/kernel'
import { z } from 'zod'
import { systemWrite, type App } from '../http/index.ts'
import type { JobPayload } from '../jobs/index.ts'
import { newId } from '../kernel/index.ts'
import { lockClaim } from './store-claims.ts'
import { insertTask, tasksOf } from './store-tasks.ts'

const Pattern = z.record(
  z.string(),
  z.array(
    z
      .object({
        kind: z.string(),
        title: z.string().min(1).max(100),
        dueInDays: z.int().min(0).max(60),
      })
      .strict(),
  ),
)

let patterns: z.output<typeof Pattern> | undefined

export async function planTasks(app: App, payload: JobPayload): Promise<void> {
  const { tenantId, subjectId } = payload
  if (typeof subjectId !== 'string') throw new Error('no claim to plan for')
  await systemWrite(app, systemActor(tenantId, 'job:claims.plan_tasks'), async (tx) => {
    const locked = await lockClaim(tx, subjectId, 'claim.read')
    if (!locked.ok) return
    const claim = locked.value
    const known = await tasksOf(tx.db, tenantId, claim.id)
    for (const step of patternOf(claim.class)) {
      if (known.some((task) => task.kind === step.kind && task.title === step.title)) continue
      const id = newId()
      await insertTask(tx.db, tenantId, tx.now, {
        id,
        claimId: claim.id,
        kind: step.kind,
        title: step.title,
        ownerId: claim.ownerId,
        dueAt: startOfDay(addDays(dayOfInstant(tx.now), step.dueInDays + 1)),
        madeBy: null,
      })
      tx.record({
        name: 'claim.task_opened',
        subject: { kind: 'claim', id: claim.id },
        personId: claim.personId,
        facts: { taskId: id, kind: step.kind },
      })
    }
  })
}

function patternOf(claimClass: string): z.output<typeof Pattern>[string] {
  patterns ??= Pattern.parse(
    JSON.parse(readFileSync(new URL('../../../../config/task-patterns.json', import.meta.url), 'utf8')),
  )
  return patterns[claimClass] ?? []
}
