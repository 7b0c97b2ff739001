/**
 * PRG-09: a draft is handed over for publication only when the linter finds no error and its examples come out right.
 */
import type { submitVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { parseProgrammeVersion, publishable, versionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { loadStandards } from './published-versions.ts'
import { findVersion, saveVersionState } from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function submitVersion(tx: Tx, { params }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  const next = transition(versionLifecycle, 'submit', stateOf(versionLifecycle, version.state))
  if (!next.ok) return next
  const read = parseProgrammeVersion(version.definition)
  if (!read.ok) return read
  const fit = publishable(read.value, loadStandards())
  if (!fit.ok) return fit
  await saveVersionState(db, actor.tenantId, version.id, next.value, tx.now, null)
  tx.record({ name: 'programme_version.submitted', subject: { kind: 'programme_version', id: version.id } })
  const after = await findVersion(db, actor.tenantId, version.id)
  return after ? ok(await versionView(tx, after)) : refuse('request.not_found')
}
