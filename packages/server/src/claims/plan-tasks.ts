/**
 * ORG-07, CLM-15: a case of a class gets the tasks of that class's pattern (config/task-patterns.json), each once. Done
 * whenever the class is set; what the owner dropped is not opened again.
 */
import { readFileSync } from 'node:fs'
import { addDays, dayOfInstant, startOfDay } from '@anpei/domain/kernel'
import { z } from 'zod'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { findClaim, lockClaim } from './store-claims.ts'
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

export async function planTasks(tx: Tx, claimId: string): Promise<void> {
  const { tenantId } = tx.actor
  // The courier holds what it locks until its whole batch is done: only a case that gets tasks is worth that.
  const found = await findClaim(tx, claimId, 'claim.read')
  if (!found.ok || patternOf(found.value.class).length === 0) return
  const locked = await lockClaim(tx, claimId, 'claim.read')
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
}

function patternOf(claimClass: string): z.output<typeof Pattern>[string] {
  patterns ??= Pattern.parse(
    JSON.parse(readFileSync(new URL('../../../../config/task-patterns.json', import.meta.url), 'utf8')),
  )
  return patterns[claimClass] ?? []
}
