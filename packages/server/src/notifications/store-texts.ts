/** Writes and reads texts to somebody the register need not have: one-time codes to a phone, reports to an office. */
import { createHash } from 'node:crypto'
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
  /** What is answered, once; left out: once of the subject. */
  readonly occasion?: string
}

/** Whether this was answered before. */
export async function isTextQueued(tx: Tx, occasion: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('notice')
    .select('id')
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('person_id', '=', NOBODY_ID)
    .where('occasion', '=', occasion)
    .executeTakeFirst()
  return row !== undefined
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
      occasion: text.occasion ?? `${text.template}:${text.subject.id}`,
      template: text.template,
      channel: 'sms',
      recipient_masked: text.phoneMasked,
      urgent: true,
      ...sealed,
      state: noticeLifecycle.initial,
      created_at: tx.now,
      due_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'occasion']).doNothing())
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

export type Mail = {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly template: string
  readonly to: string
  readonly text: string
}

/** Puts a mail to an office address into the outbox; the same address is written to once of one subject. */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  const sealed = sealNotice(tx.vault, { text: mail.text, facts: {}, steps: [{ channel: 'email', to: mail.to }] })
  tx.enqueue({ task: SEND_TASK, payload: {} })
  await tx.db
    .insertInto('notice')
    .values({
      tenant_id: tx.actor.tenantId,
      id: newId(),
      person_id: NOBODY_ID,
      subject_kind: mail.subject.kind,
      subject_id: mail.subject.id,
      occasion: `${mail.template}:${mail.subject.id}:${shortHash(mail.to)}`,
      template: mail.template,
      channel: 'email',
      recipient_masked: mail.to.replace(/^(.)[^@]*/, '$1***'),
      urgent: false,
      ...sealed,
      state: noticeLifecycle.initial,
      created_at: tx.now,
      due_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id', 'occasion']).doNothing())
    .execute()
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
