/** The next hearing of a suit is a task with its day (CLM-16); the one before it is done with the entry. */
import { taskLifecycle } from '@anpei/domain/claims'
import { startOfDay, transition, type Day } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { endTaskRow, findTask, insertTask } from '../tasks/store-tasks.ts'

const HEARING = 'hearing'

export type Hearing = { readonly on: Day | null; readonly title: string; readonly formerTaskId: string | null }

/** Returns the id of the task of the next hearing, if there is one. */
export async function planHearing(tx: Tx, claim: ClaimRecord, hearing: Hearing): Promise<string | null> {
  const { tenantId } = tx.actor
  const former = hearing.formerTaskId ? await findTask(tx.db, tenantId, hearing.formerTaskId) : undefined
  const done = former ? transition(taskLifecycle, 'finish', former.state) : null
  if (former && done?.ok) {
    const salt = tx.vault.newSalt()
    const sealed = tx.vault.seal(salt, '诉讼仲裁已登记新的进展')
    await endTaskRow(tx.db, tenantId, tx.now, former.id, done.value, { salt, sealed, costFen: 0n })
  }
  if (hearing.on === null) return null
  const id = newId()
  await insertTask(tx.db, tenantId, tx.now, {
    id,
    claimId: claim.id,
    kind: HEARING,
    title: hearing.title,
    ownerId: claim.ownerId ?? tx.actor.id,
    dueAt: startOfDay(hearing.on),
    madeBy: tx.actor.id,
  })
  return id
}
