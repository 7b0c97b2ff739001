/** NTF-01: a draft is put before a second person. */
import type { proposeNoticeTemplate as route, TemplateVersion } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { templateLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { moveTemplate } from './store-templates.ts'
import { findTemplate, templateAnswer } from './template-answer.ts'

export async function proposeTemplate(tx: Tx, { params }: Input<typeof route>): Promise<Decision<TemplateVersion>> {
  const row = await findTemplate(tx, params.templateId)
  if (!row) return refuse('request.not_found')
  const step = transition(templateLifecycle, 'propose', row.state)
  if (!step.ok) return step
  if (!(await moveTemplate(tx.db, tx.actor.tenantId, tx.now, row.id, step.value, {}))) return refuse('request.stale')
  tx.record({
    name: 'notice_template.proposed',
    subject: { kind: 'notice_template', id: row.id },
    facts: { name: row.name, version: row.version },
  })
  return templateAnswer(tx, row.id)
}
