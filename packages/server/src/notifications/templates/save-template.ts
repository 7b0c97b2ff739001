/** NTF-01: writes a draft of a template's next version; its variables are checked before it is kept. */
import type { saveNoticeTemplate as route, TemplateVersion } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { parseNoticeTemplate } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { shippedNotice } from './notice-templates.ts'
import { insertTemplate, saveDraft, templateVersions } from './store-templates.ts'
import { templateAnswer } from './template-answer.ts'

export async function saveTemplate(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<TemplateVersion>> {
  const { tenantId, id: madeBy } = tx.actor
  const { name } = params
  const known = await templateVersions(tx.db, tenantId, name)
  const open = known.find((row) => row.state === 'draft' || row.state === 'proposed')
  const version = open?.version ?? Math.max(shippedNotice(name).version, ...known.map((row) => row.version)) + 1
  const parsed = parseNoticeTemplate({ name, version, text: body.text, voice: body.voice })
  if (!parsed.ok) return parsed
  const { text, voice } = parsed.value
  if (open) {
    if (!(await saveDraft(tx.db, tenantId, tx.now, open.id, { text, voice, madeBy }))) return refuse('request.stale')
    return templateAnswer(tx, open.id)
  }
  const id = newId()
  await insertTemplate(tx.db, tenantId, tx.now, { id, name, version, text, voice, madeBy })
  tx.record({ name: 'notice_template.drafted', subject: { kind: 'notice_template', id }, facts: { name, version } })
  return templateAnswer(tx, id)
}
