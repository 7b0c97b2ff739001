/**
 * NTF-01: a notice by the one way the recipient chose, to the address they gave: no other channel is tried after it;
 * whoever sent it sees what became of it and chooses again. Once per occasion, like every notice.
 */
import { NOBODY_ID } from '@anpei/domain/kernel'
import { noticeLifecycle, noticeText, type NoticeTemplateName } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { letterPdf } from './letters/letter-pdf.ts'
import { findLetter } from './letters/store-letters.ts'
import { noticePlan } from './notice-plan.ts'
import { sealNotice } from './open-notice.ts'
import { maskedOf } from './person-to-tell.ts'
import { SEND_TASK } from './send-task.ts'
import { insertNotices, noticesOf } from './store.ts'
import { activeTemplate } from './templates/active-templates.ts'
import { contactRegister } from './templates/notice-templates.ts'

type ToldBy = {
  readonly personId: string | null
  readonly subject: { readonly kind: string; readonly id: string }
  readonly occasion: string
  readonly template: NoticeTemplateName
  readonly facts: Readonly<Record<string, string>>
  readonly step: { readonly channel: 'sms' | 'email'; readonly to: string }
  /** Drawn now, so that nothing has to be drawn when it leaves. */
  readonly letterId: string
}

export async function notifyBy(tx: Tx, { letterId, step, ...told }: ToldBy): Promise<void> {
  const { tenantId } = tx.actor
  const [template, letter] = await Promise.all([
    activeTemplate(tx, told.template),
    findLetter(tx.db, tenantId, letterId),
  ])
  if (letter && step.channel === 'email') await letterPdf(tx, letter)
  const facts = { hotline: contactRegister().hotline, ...told.facts }
  const text = noticeText(template, facts)
  if (!text.ok) throw new Error(`notice ${told.template}: ${text.code} ${JSON.stringify(text.facts)}`)
  tx.enqueue({ task: SEND_TASK, payload: {} })
  await insertNotices(tx.db, tenantId, tx.now, [
    {
      id: newId(),
      personId: told.personId ?? NOBODY_ID,
      subject: told.subject,
      occasion: told.occasion,
      template: told.template,
      templateVersion: template.version,
      urgent: noticePlan().urgent.includes(told.template),
      channel: step.channel,
      recipientMasked: maskedOf(step),
      householdId: null,
      dueAt: tx.now,
      ...sealNotice(tx.vault, { text: text.value, facts, steps: [step], letterId }),
    },
  ])
}

export type Fate = {
  readonly stateWord: string
  readonly reached: boolean
  readonly failed: boolean
  readonly fault: string | null
}

/** What became of the newest notice of this occasion about a subject. */
export async function fateOf(tx: Tx, subjectId: string, template: NoticeTemplateName): Promise<Fate | null> {
  const [notice] = await noticesOf(tx, { subjectId, template, beforeId: null, limit: 1 })
  if (!notice) return null
  const { state, fault } = notice
  const failed = state === 'failed' || state === 'stopped'
  return { stateWord: noticeLifecycle.states[state].zh, reached: state === 'reached', failed, fault }
}
