/** NTF-01: every letter template with its versions and what its sections must name. */
import type { listLetterTemplates as route } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import { LETTER_KINDS, LETTER_TITLES, letterShape } from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { templateVersions } from '../templates/store-templates.ts'
import { versionViews } from '../templates/template-view.ts'

export async function listLetterTemplates(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const all = await templateVersions(tx.db, tx.actor.tenantId)
  const templates = LETTER_KINDS.map(async (name) => {
    const { variables, sections } = letterShape(name)
    const rows = all.filter((row) => row.name === name)
    return {
      name,
      title: LETTER_TITLES[name],
      variables: [...variables],
      sections: sections.map((section) => ({ ...section, must: [...section.must] })),
      versions: await versionViews(tx, name, rows),
    }
  })
  return ok({ templates: await Promise.all(templates) })
}
