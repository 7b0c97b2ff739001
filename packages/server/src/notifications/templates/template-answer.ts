/** One version of a template, as a command answers it. */
import type { TemplateVersion } from '@anpei/contract/notifications'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { isLetterKind, isNoticeTemplate } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { templateVersions, type TemplateRecord } from './store-templates.ts'
import { versionViews } from './template-view.ts'

export async function findTemplate(tx: Tx, id: string): Promise<TemplateRecord | undefined> {
  return (await templateVersions(tx.db, tx.actor.tenantId)).find((row) => row.id === id)
}

export async function templateAnswer(tx: Tx, id: string): Promise<Decision<TemplateVersion>> {
  const row = await findTemplate(tx, id)
  if (!row || !(isNoticeTemplate(row.name) || isLetterKind(row.name))) return refuse('request.not_found')
  const all = await templateVersions(tx.db, tx.actor.tenantId, row.name)
  const view = (await versionViews(tx, row.name, all)).find((one) => one.id === id)
  return view ? ok(view) : refuse('request.not_found')
}
