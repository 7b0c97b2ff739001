/** NTF-01: a second person approves a template, from now or from a later moment, or gives it back with a reason. */
import type { checkNoticeTemplate as route, TemplateVersion } from '@anpei/contract/notifications'
import type { Input } from '@anpei/contract/kernel'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import { templateLifecycle } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { forgetTemplates } from './active-templates.ts'
import { moveTemplate } from './store-templates.ts'
import { findTemplate, templateAnswer } from './template-answer.ts'

export async function checkTemplate(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<TemplateVersion>> {
  const row = await findTemplate(tx, params.templateId)
  if (!row) return refuse('request.not_found')
  if (row.madeBy === tx.actor.id) return refuse('notifications.own_template')
  const step = transition(templateLifecycle, body.approved ? 'approve' : 'return', row.state)
  if (!step.ok) return step
  if (body.activeFrom !== null && body.activeFrom < tx.now) {
    return refuse('notifications.template_in_past', { activeFrom: body.activeFrom })
  }
  const moved = await moveTemplate(tx.db, tx.actor.tenantId, tx.now, row.id, step.value, {
    activeFrom: body.approved ? (body.activeFrom ?? tx.now) : null,
    comment: body.comment,
    checkedBy: tx.actor.id,
  })
  if (!moved) return refuse('request.stale')
  forgetTemplates(tx.app)
  tx.record({
    name: body.approved ? 'notice_template.approved' : 'notice_template.returned',
    subject: { kind: 'notice_template', id: row.id },
    facts: { name: row.name, version: row.version },
    ...(body.comment === '' ? {} : { reason: body.comment }),
  })
  return templateAnswer(tx, row.id)
}
