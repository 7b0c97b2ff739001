/** NTF-01: the words of a notice as they are true now: its template of today, filled with what the case says. */
import { isNoticeTemplate, noticeText } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { activeTemplate } from './templates/active-templates.ts'
import type { SealedNotice } from './open-notice.ts'
import type { NoticeRecord } from './store.ts'

type Words = Pick<SealedNotice, 'text' | 'facts'> & { readonly templateVersion: number }

export async function wordsNow(
  tx: Tx,
  notice: NoticeRecord,
  sealed: SealedNotice,
  changed: Readonly<Record<string, string>> = {},
): Promise<Words> {
  const { template: name, templateVersion } = notice
  const facts = { ...sealed.facts, ...changed }
  // A text without a template, or whose template has grown since, stays as it was said.
  if (!isNoticeTemplate(name)) return { text: sealed.text, facts: sealed.facts, templateVersion }
  const template = await activeTemplate(tx, name)
  const text = noticeText(template, facts)
  if (!text.ok) return { text: sealed.text, facts: sealed.facts, templateVersion }
  return { text: text.value, facts, templateVersion: template.version }
}
