/** Writes and reads texts that go to a phone nobody of the register need have: one-time codes. */
import { NOBODY_ID } from '@anpei/domain/kernel'
import { noticeLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { openNotice, sealNotice } from './open-notice.ts'
import { SEND_TASK } from './send-task.ts'

export type PhoneText = {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly template: string
  readonly phone: string
  readonly phoneMasked: string
  readonly text: string
}

/** Puts a text into the outbox of notices; it leaves like every other notice. */
export async function queuePhoneText(tx: Tx, text: PhoneText): Promise<void> {
  const sealed = sealNotice(tx.vault, {
    text: text.text,
    facts: {},
    steps: [{ channel: 'sms', to: text.phone }],
  })
  tx.enqueue({ task: SEND_TASK, payload: {} })
  await tx.db
    .insertInto('notice')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      person_id: NOBODY_ID,
      subject_kind: text.subject.kind,
      subject_id: text.subject.id,
      occasion: `${text.template}:${text.subject.id}`,
      template: text.template,
      channel: 'sms',
      recipient_masked: text.phoneMasked,
      urgent: true,
      ...sealed,
      state: noticeLifecycle.initial,
      created_at: tx.now,
      due_at: tx.now,
    })
    .execute()
}

export async function phoneTextOf(tx: Tx, subjectId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('notice')
    .select(['salt', 'sealed'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('subject_id', '=', subjectId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? openNotice(tx.vault, row).text : null
}
