/** NTF-01: every template with its versions; what speaks now is marked. */
import type { listNoticeTemplates as route } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { NOTICE_TEMPLATES, NOTICE_TITLES, requiredOfNotice, variablesOfNotice } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { templateVersions } from './store-templates.ts'
import { versionViews } from './template-view.ts'

export async function listTemplates(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const all = await templateVersions(tx.db, tx.actor.tenantId)
  const templates = NOTICE_TEMPLATES.map(async (name) => ({
    name,
    title: NOTICE_TITLES[name],
    variables: [...variablesOfNotice(name)],
    must: [...requiredOfNotice(name)],
    versions: await versionViews(
      tx,
      name,
      all.filter((row) => row.name === name),
    ),
  }))
  return ok({ templates: await Promise.all(templates) })
}
