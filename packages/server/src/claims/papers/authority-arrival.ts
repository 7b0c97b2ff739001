/** CLM-03: the paper an office was asked for has come, from whomever: the task that followed it up is done. */
import { taskLifecycle } from '@anpei/domain/claims'
import { transition } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import type { ClaimRecord } from '../store-claims.ts'
import { endAuthorityRequests, openAuthorityRequests } from './store-authority.ts'
import { endTaskRow } from '../tasks/store-tasks.ts'

export async function settleAuthority(tx: Tx, claim: ClaimRecord, codes: readonly string[]): Promise<void> {
  const { tenantId } = tx.actor
  const come = (await openAuthorityRequests(tx.db, tenantId, claim.id)).filter((one) => codes.includes(one.code))
  const done = transition(taskLifecycle, 'finish', 'open')
  if (!done.ok) throw new Error(done.code)
  for (const { task_id: taskId } of come) {
    const salt = tx.vault.newSalt()
    const sealed = tx.vault.seal(salt, '资料已收到')
    await endTaskRow(tx.db, tenantId, tx.now, taskId, done.value, { salt, sealed, costFen: 0n })
    tx.record({
      name: 'claim.task_ended',
      subject: { kind: 'claim', id: claim.id },
      personId: claim.personId,
      facts: { taskId, kind: 'authority', outcome: 'done', costFen: 0 },
    })
  }
  if (come.length > 0)
    await endAuthorityRequests(
      tx.db,
      tenantId,
      tx.now,
      come.map((one) => one.task_id),
    )
}
