/**
 * NTF-02: puts a notice into the outbox, in the transaction of what it speaks of: exactly one per person and occasion,
 * whatever is repeated. Who has no telephone gets it by letter or visit; the caller sees to that by the answer.
 */
import { maskPhone } from '@anpei/domain/customers'
import { NOBODY_ID } from '@anpei/domain/kernel'
import { noticeText, reachOf, type NoticeTemplateName } from '@anpei/domain/notifications'
import { openSecrets } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { contactRegister, noticeTemplate } from './notice-templates.ts'
import { SEND_TASK } from './send-task.ts'
import { insertNotice } from './store.ts'

export type Told = {
  /** null: nobody of the register; then `otherPhone` must be given. */
  readonly personId: string | null
  /** What happened, once: e.g. `claim.paid:<event id>`. */
  readonly occasion: string
  readonly template: NoticeTemplateName
  /** Values of the template's own variables. */
  readonly facts: Readonly<Record<string, string>>
  readonly subject: { readonly kind: string; readonly id: string }
  /** The family's telephone, tried when the person has none or has died. */
  readonly otherPhone?: string | null
  readonly otherName?: string
}

/** `letter`: nobody could be reached by telephone; `told_before`: this occasion was told already. */
export async function notify(tx: Tx, told: Told): Promise<'sms' | 'voice' | 'letter' | 'told_before'> {
  const person = told.personId ? await reachablePerson(tx, told.personId) : null
  const alive = person !== null && !person.died
  const reach = reachOf([alive ? person.phone : null, told.otherPhone ?? null])
  const toPerson = alive && (reach.channel === 'letter' || person.phone !== null)
  const name = toPerson ? person.name : told.otherName || person?.name || '您好'
  const text = noticeText(noticeTemplate(told.template), { name, hotline: contactRegister().hotline, ...told.facts })
  if (!text.ok) throw new Error(`notice ${told.template}: ${text.code} ${JSON.stringify(text.facts)}`)
  const id = newId()
  const salt = tx.vault.newSalt()
  const fresh = await insertNotice(tx.db, tx.actor.tenantId, tx.now, {
    id,
    personId: told.personId ?? NOBODY_ID,
    subject: told.subject,
    occasion: told.occasion,
    template: told.template,
    channel: reach.channel,
    recipientMasked: reach.to === '' ? '' : maskPhone(reach.to),
    salt,
    sealed: tx.vault.seal(salt, JSON.stringify({ to: reach.to, text: text.value })),
  })
  if (!fresh) return 'told_before'
  if (reach.channel !== 'letter') tx.enqueue({ task: SEND_TASK, payload: { noticeId: id } })
  return reach.channel
}

async function reachablePerson(
  tx: Tx,
  personId: string,
): Promise<{ name: string; phone: string | null; died: boolean } | null> {
  const row = await tx.db
    .selectFrom('person')
    .select(['name', 'died_on', 'salt', 'sealed'])
    .where('tenant_id', '=', tx.actor.tenantId)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row ? { name: row.name, phone: openSecrets(tx, row).phone, died: row.died_on !== null } : null
}
