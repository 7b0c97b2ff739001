/**
 * PRG-01, PRG-08: what was handed over goes back to draft, to be changed; what was studied and approved was another
 * content, so the change begins anew.
 */
import type { takeBackVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { changeLifecycle, versionLifecycle } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { findChange, saveChangeState } from './store-changes.ts'
import { findVersion, saveVersionState } from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function takeBackVersion(tx: Tx, { params }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  const next = transition(versionLifecycle, 'takeBack', stateOf(versionLifecycle, version.state))
  if (!next.ok) return next
  await saveVersionState(db, actor.tenantId, version.id, next.value, tx.now, null)
  await beginAnew(tx, version.id)
  tx.record({ name: 'programme_version.taken_back', subject: { kind: 'programme_version', id: version.id } })
  const after = await findVersion(db, actor.tenantId, version.id)
  return after ? ok(await versionView(tx, after)) : refuse('request.not_found')
}

async function beginAnew({ db, actor }: Tx, versionId: string): Promise<void> {
  const change = await findChange(db, actor.tenantId, { versionId }, true)
  if (!change || change.state === 'dropped') return
  const again = transition(changeLifecycle, 'reopen', stateOf(changeLifecycle, change.state))
  if (again.ok) await saveChangeState(db, actor.tenantId, change.id, again.value, true)
}
