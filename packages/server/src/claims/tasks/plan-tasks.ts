/**
 * ORG-07, CLM-15: a case of a class gets the tasks of that class's pattern (config/task-patterns.json), each once. Done
 * whenever the class is set; what the owner dropped is not opened again. A task that comes after another waits for it.
 */
import { readFileSync } from 'node:fs'
import {
  parseTaskPatterns,
  stepsInTheWay,
  taskDueAt,
  taskLifecycle,
  type TaskPatterns,
  type TaskStep,
} from '@anpei/domain/claims'
import { transition } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { claimOfErrand, lockClaim, type ClaimRecord } from '../store-claims.ts'
import { insertTask, tasksOf, type PlannedTask } from './store-tasks.ts'

let patterns: TaskPatterns | undefined

export async function planTasks(tx: Tx, claimId: string): Promise<void> {
  const { tenantId } = tx.actor
  // The courier holds what it locks until its whole batch is done: only a case that gets tasks is worth that.
  const found = await claimOfErrand(tx, claimId)
  if (!found || patternOf(found.class).length === 0) return
  const locked = await lockClaim(tx, claimId, 'claim.read')
  if (!locked.ok) return
  const claim = locked.value
  const known = await tasksOf(tx.db, tenantId, claim.id)
  for (const step of patternOf(claim.class)) {
    if (known.some((task) => task.kind === step.kind && task.title === step.title)) continue
    known.push(await openStep(tx, claim, step, known))
  }
}

async function openStep(
  tx: Tx,
  claim: ClaimRecord,
  step: TaskStep,
  known: readonly PlannedTask[],
): Promise<PlannedTask> {
  const id = newId()
  const waits = stepsInTheWay(step.after, known).length > 0 ? transition(taskLifecycle, 'wait', 'open') : null
  if (waits && !waits.ok) throw new Error(waits.code)
  await insertTask(tx.db, tx.actor.tenantId, tx.now, {
    id,
    claimId: claim.id,
    kind: step.kind,
    title: step.title,
    ownerId: claim.ownerId,
    dueAt: waits ? null : taskDueAt(tx.now, step.dueInDays),
    madeBy: null,
    planned: step,
    ...(waits ? { waits: waits.value } : {}),
  })
  tx.record({
    name: 'claim.task_opened',
    subject: { kind: 'claim', id: claim.id },
    personId: claim.personId,
    facts: { taskId: id, kind: step.kind, waiting: waits !== null },
  })
  const { kind, title, after, dueInDays } = step
  return { id, claimId: claim.id, kind, title, step: step.step, after, dueInDays, state: waits?.value.to ?? 'open' }
}

function patternOf(claimClass: string): readonly TaskStep[] {
  patterns ??= readPatterns()
  return Object.entries(patterns).find(([name]) => name === claimClass)?.[1] ?? []
}

function readPatterns(): TaskPatterns {
  const file = new URL('../../../../../config/task-patterns.json', import.meta.url)
  const parsed = parseTaskPatterns(JSON.parse(readFileSync(file, 'utf8')))
  if (!parsed.ok) throw new Error(`config/task-patterns.json: ${parsed.code} ${JSON.stringify(parsed.facts)}`)
  return parsed.value
}
