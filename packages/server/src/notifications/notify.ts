/**
 * NTF-02: puts a notice into the outbox, in the transaction of what it speaks of: exactly one per person and occasion,
 * whatever is repeated. It then goes through the chain of channels until it has reached (NTF-03). Who has no telephone
 * gets it by letter or visit; the caller sees to that by the answer.
 */
import { NOBODY_ID, type Instant } from '@anpei/domain/kernel'
import { noticeText, stepsFor, type NoticeChannel, type NoticeTemplateName } from '@anpei/domain/notifications'
import { together, type Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { activeTemplate } from './templates/active-templates.ts'
import { noticePlan } from './notice-plan.ts'
import { contactRegister } from './templates/notice-templates.ts'
import { sealNotice } from './open-notice.ts'
import { SEND_TASK } from './send-task.ts'
import { saveWaitingText } from './store-chain.ts'
import { insertNotices, type NewNotice } from './store.ts'
import { maskedOf, personToTell, reachableBy } from './person-to-tell.ts'

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
  /** The case says that the person has died, whatever the register says: nothing goes to them. */
  readonly toFamily?: boolean
  /** Not before: more of the same occasion may come. */
  readonly leavesAt?: Instant | undefined
}

const putOut = together((tx: Tx, notices: readonly NewNotice[]) =>
  insertNotices(tx.db, tx.actor.tenantId, tx.now, notices),
)

/** The channel it begins with, or `told_before`: this occasion was told already. */
export async function notify(tx: Tx, told: Told): Promise<NoticeChannel | 'told_before'> {
  const [person, template] = await Promise.all([
    told.personId ? personToTell(tx, told.personId) : null,
    activeTemplate(tx, told.template),
  ])
  const alive = person !== null && !person.died && !told.toFamily
  const steps = stepsFor(reachableBy(alive ? person : null, told.otherPhone ?? null), noticePlan().chain)
  const first = steps[0]
  if (!first) throw new Error('a chain without a step')
  const toPerson = alive && (first.channel === 'letter' || person.phone !== null)
  const name = toPerson ? person.name : told.otherName || person?.name || '您好'
  const facts = { name, hotline: contactRegister().hotline, ...told.facts }
  const text = noticeText(template, facts)
  if (!text.ok) throw new Error(`notice ${told.template}: ${text.code} ${JSON.stringify(text.facts)}`)
  const about = {
    personId: told.personId ?? NOBODY_ID,
    occasion: told.occasion,
    template: told.template,
    templateVersion: template.version,
  }
  const seal = sealNotice(tx.vault, { text: text.value, facts, steps, toFamily: told.toFamily ?? false })
  const fresh = await putOut(tx, {
    id: newId(),
    ...about,
    subject: told.subject,
    urgent: noticePlan().urgent.includes(told.template),
    channel: first.channel,
    recipientMasked: maskedOf(first),
    householdId: person?.householdId ?? null,
    dueAt: told.leavesAt && told.leavesAt > tx.now ? told.leavesAt : tx.now,
    ...seal,
  })
  if (!fresh) {
    if (told.leavesAt) await saveWaitingText(tx.db, tx.actor.tenantId, about, seal)
    return 'told_before'
  }
  tx.enqueue({ task: SEND_TASK, payload: {} })
  return first.channel
}
