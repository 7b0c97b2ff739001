/**
 * PRG-01: a new version begins as a copy of an old one, in force from its own day; published ones are never touched.
 */
import type { draftVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { findVersion, insertVersion, lockProgramme } from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function draftVersion(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const programme = await lockProgramme(db, actor.tenantId, params.programmeId)
  const copied = await findVersion(db, actor.tenantId, body.copyOf)
  if (!programme || copied?.programme_id !== programme.id) return refuse('request.not_found')
  const base = typeof copied.definition === 'object' && copied.definition !== null ? copied.definition : {}
  const definition = JSON.stringify({
    ...base,
    version: body.effectiveFrom,
    inForceFrom: body.effectiveFrom,
    inForceTo: null,
  })
  const id = newId()
  await insertVersion(db, actor.tenantId, {
    id,
    programmeId: programme.id,
    effectiveFrom: body.effectiveFrom,
    definition,
    reason: body.reason,
    madeBy: actor.id,
    madeAt: tx.now,
  })
  tx.record({
    name: 'programme_version.drafted',
    subject: { kind: 'programme_version', id },
    reason: body.reason,
    facts: { programmeId: programme.id, effectiveFrom: body.effectiveFrom },
  })
  const version = await findVersion(db, actor.tenantId, id)
  return version ? ok(await versionView(tx, version)) : refuse('request.not_found')
}
