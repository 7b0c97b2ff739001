/**
 * NTF-03: where machines did not reach somebody, a person does: a letter is the case owner's task, a visit the village
 * liaison's. When the notice was handed over elsewhere (at the counter), the open tasks end with it.
 */
import { taskLifecycle } from '@anpei/domain/claims'
import { addDays, dayOfInstant, startOfDay, transition } from '@anpei/domain/kernel'
import type { StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { waitsByHand } from '../../notifications/index.ts'
import { claimOfErrand } from '../store-claims.ts'
import { endTaskRow, tasksOf } from '../tasks/store-tasks.ts'
import { isTellingTask, liaisonOf, openTellingTask } from './telling-tasks.ts'

/** The events of the notifications row this follows. */
export const HANDED_EVENTS = ['notice.handed_over', 'notice.reached_by_hand'] as const
const DUE_DAYS = 3

export async function followHandedNotice(tx: Tx, event: StoredEvent): Promise<void> {
  if (event.subjectKind !== 'claim') return
  const claim = await claimOfErrand(tx, event.subjectId)
  if (!claim) return
  if (event.name === 'notice.reached_by_hand') return endTasks(tx, claim.id)
  const isVisit = event.facts['channel'] === 'visit'
  await openTellingTask(tx, {
    claimId: claim.id,
    personId: claim.personId,
    kind: isVisit ? 'visit' : 'telling',
    title: isVisit ? '各渠道都没有联系上：请上门告知案件进展' : '没有电话：写信或上门告知案件进展',
    ownerId: (isVisit ? await liaisonOf(tx, claim.villageCode) : null) ?? claim.ownerId,
    dueAt: startOfDay(addDays(dayOfInstant(tx.now), DUE_DAYS)),
  })
}

async function endTasks(tx: Tx, claimId: string): Promise<void> {
  const { tenantId } = tx.actor
  if (await waitsByHand(tx, claimId)) return
  const open = (await tasksOf(tx.db, tenantId, claimId)).filter((task) => task.state === 'open')
  for (const task of open.filter((one) => one.kind === 'telling' || one.kind === 'visit')) {
    const step = transition(taskLifecycle, 'finish', task.state)
    if (!step.ok || !isTellingTask(task.kind)) continue
    const salt = tx.vault.newSalt()
    const sealed = tx.vault.seal(salt, '通知已由他人送达')
    await endTaskRow(tx.db, tenantId, tx.now, task.id, step.value, { salt, sealed, costFen: 0n })
  }
}
