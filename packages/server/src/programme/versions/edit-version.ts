/**
 * PRG-01: a draft is edited as data; what cannot be read is refused field by field, what contradicts itself is shown.
 */
import type { editVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { parseProgrammeVersion } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { findVersion, saveDraft } from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function editVersion(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  if (version.state !== 'draft') return refuse('programme.published_never_changes')
  const read = parseProgrammeVersion(body.definition)
  if (!read.ok) return read
  const definition = JSON.stringify(body.definition)
  await saveDraft(db, actor.tenantId, version.id, {
    effectiveFrom: read.value.inForceFrom,
    definition,
    reason: body.reason,
    madeBy: actor.id,
    madeAt: tx.now,
  })
  tx.record({
    name: 'programme_version.edited',
    subject: { kind: 'programme_version', id: version.id },
    reason: body.reason,
  })
  const after = await findVersion(db, actor.tenantId, version.id)
  return after ? ok(await versionView(tx, after)) : refuse('request.not_found')
}
