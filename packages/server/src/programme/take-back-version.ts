/** PRG-01: what was handed over goes back to draft, to be changed. */
import type { takeBackVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { versionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../http/index.ts'
import { findVersion, saveVersionState } from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function takeBackVersion(tx: Tx, { params }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  const next = transition(versionLifecycle, 'takeBack', stateOf(versionLifecycle, version.state))
  if (!next.ok) return next
  await saveVersionState(db, actor.tenantId, version.id, next.value, tx.now, null)
  tx.record({ name: 'programme_version.taken_back', subject: { kind: 'programme_version', id: version.id } })
  const after = await findVersion(db, actor.tenantId, version.id)
  return after ? ok(await versionView(tx, after)) : refuse('request.not_found')
}
