/** PRG-08: starts the rehearsal of a version in the background; it can be left and found again. */
import type { rehearseVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { parseProgrammeVersion } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { openTask } from '../../jobs/index.ts'
import { findVersion } from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function rehearseVersion(tx: Tx, { params }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  if (version.state === 'published') return refuse('programme.published_never_changes')
  const read = parseProgrammeVersion(version.definition)
  if (!read.ok) return read
  const taskId = await openTask(db, actor.tenantId, tx.now, {
    kind: 'rehearsal',
    title: `演练 ${read.value.title} ${read.value.version}`,
    subjectId: version.id,
    startedBy: actor.id,
  })
  tx.enqueue({ task: 'programme.rehearse', payload: { versionId: version.id, taskId }, key: `rehearse:${version.id}` })
  tx.record({
    name: 'programme_version.rehearsed',
    subject: { kind: 'programme_version', id: version.id },
    facts: { taskId },
  })
  return ok(await versionView(tx, version))
}
