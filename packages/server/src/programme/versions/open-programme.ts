/**
 * PRG-01: a new programme is opened with a draft of its first version; from there it goes the way of every version. Its
 * policy holder stands on its policies, the first of which is made once the version is published (PRG-06).
 */
import type { openProgramme as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import { firstVersion, parseProgrammeVersion } from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { blankTerms } from './blank-terms.ts'
import { findVersion, insertProgramme, insertVersion, programmesOfTenant } from './store-versions.ts'
import { recordOf, versionView } from './views-versions.ts'

export async function openProgramme(tx: Tx, { body }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor, now } = tx
  const { code, name, rosterMode, startsOn, source } = body
  const same = (await programmesOfTenant(db, actor.tenantId)).find((one) => one.code === code || one.name === name)
  if (same) return refuse('programme.taken', { code: same.code, name: same.name })
  const copied = body.copyOf === null ? null : await findVersion(db, actor.tenantId, body.copyOf)
  if (copied === undefined) return refuse('request.not_found')
  const content = firstVersion(blankTerms(), copied && recordOf(copied.definition), body)
  const read = parseProgrammeVersion(content)
  if (!read.ok) return read
  const [programmeId, id] = [newId(), newId()]
  const isNew = await insertProgramme(db, actor.tenantId, { id: programmeId, code, name, rosterMode })
  if (!isNew) return refuse('programme.taken', { code, name })
  const definition = JSON.stringify(content)
  await insertVersion(db, actor.tenantId, {
    id,
    programmeId,
    effectiveFrom: startsOn,
    definition,
    reason: source,
    madeBy: actor.id,
    madeAt: now,
  })
  tx.record({
    name: 'programme.opened',
    subject: { kind: 'programme', id: programmeId },
    reason: source,
    facts: { code, effectiveFrom: startsOn },
  })
  tx.record({
    name: 'programme_version.drafted',
    subject: { kind: 'programme_version', id },
    reason: source,
    facts: { programmeId, effectiveFrom: startsOn },
  })
  const version = await findVersion(db, actor.tenantId, id)
  return version ? ok(await versionView(tx, version)) : refuse('request.not_found')
}
