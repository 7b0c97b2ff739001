/** NTF-01: writes a draft of a letter's next version; kept only when a sample case can be told with it. */
import type { saveLetterTemplate as route, TemplateVersion } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, type Decision } from '@anpei/domain/kernel'
import { sampleLetter, templateOfWording } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { letterJson } from './letter-versions.ts'
import { contactRegister, shippedLetter } from '../templates/notice-templates.ts'
import { insertTemplate, saveDraft, templateVersions } from '../templates/store-templates.ts'
import { templateAnswer } from '../templates/template-answer.ts'

export async function saveLetterTemplate(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<TemplateVersion>> {
  const { tenantId, id: madeBy } = tx.actor
  const { name } = params
  const known = await templateVersions(tx.db, tenantId, name)
  const open = known.find((row) => row.state === 'draft' || row.state === 'proposed')
  const version = open?.version ?? Math.max(shippedLetter(name).version, ...known.map((row) => row.version)) + 1
  const template = templateOfWording(name, version, body)
  if (!template.ok) return template
  const sample = sampleLetter(template.value, contactRegister())
  if (!sample.ok) return sample
  const words = { text: letterJson(body), voice: null, madeBy }
  if (open) {
    if (!(await saveDraft(tx.db, tenantId, tx.now, open.id, words))) return refuse('request.stale')
    return templateAnswer(tx, open.id)
  }
  const id = newId()
  await insertTemplate(tx.db, tenantId, tx.now, { id, name, version, ...words })
  tx.record({ name: 'notice_template.drafted', subject: { kind: 'notice_template', id }, facts: { name, version } })
  return templateAnswer(tx, id)
}
