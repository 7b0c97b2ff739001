/** NTF-03: sends a notice again by the ways that are known now; a corrected telephone counts at once. */
import type { NoticeView, retryNotice as route } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { NOBODY_ID, refuse, type Decision } from '@anpei/domain/kernel'
import { isByHand, stepsFor } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { askedStep } from './chain-step.ts'
import { getNotice } from './get-notice.ts'
import { noticePlan } from './notice-plan.ts'
import { openNotice, sealNotice } from './open-notice.ts'
import { maskedOf, personToTell, reachableBy } from './person-to-tell.ts'
import { SEND_TASK } from './send-task.ts'
import { moveNotices, saveText } from './store-chain.ts'

export async function retryNotice(tx: Tx, { params }: Input<typeof route>): Promise<Decision<NoticeView>> {
  const { tenantId } = tx.actor
  const asked = await askedStep(tx, params.noticeId, 'retry')
  if (!asked.ok) return asked
  const { notice, step } = asked.value
  const sealed = openNotice(tx.vault, notice)
  const person = notice.personId === NOBODY_ID ? null : await personToTell(tx, notice.personId)
  // The family's telephone it was sent to before stays as a way.
  const phone = sealed.steps.find((one) => one.channel === 'sms' || one.channel === 'voice')?.to ?? null
  const steps = stepsFor(reachableBy(person?.died || sealed.toFamily ? null : person, phone), noticePlan().chain)
  const first = steps[0]
  if (!first || isByHand(first.channel)) return refuse('notifications.nobody_to_send_to')
  const again = sealNotice(tx.vault, { ...sealed, steps })
  await saveText(tx.db, tenantId, notice.id, notice.templateVersion, again)
  await moveNotices(tx.db, tenantId, [
    {
      id: notice.id,
      step,
      dueAt: tx.now,
      stepNo: 0,
      channel: first.channel,
      recipientMasked: maskedOf(first),
      attemptId: '',
      fault: null,
    },
  ])
  tx.enqueue({ task: SEND_TASK, payload: {} })
  tx.record({ name: 'notice.retried', subject: { kind: 'notice', id: notice.id }, personId: notice.personId })
  return getNotice(tx, { params })
}
