/**
 * PRG-01, PRG-08: a second person publishes; from then on the version never changes. It starts after the present one,
 * which ends the day before; its own last day, if it has one, is that of the programme. Cases keep the rules of their
 * accident date.
 */
import type { publishVersion as route, VersionView } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { addDays, dayOfInstant, ok, refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import {
  decidePublication,
  decideTerm,
  parseProgrammeVersion,
  publishable,
  versionLifecycle,
} from '@anpei/domain/programme'
import type { Tx } from '../../http/index.ts'
import { policyForVersion } from '../cover/policy-for-version.ts'
import { changeStand } from './change-facts.ts'
import { loadStandards } from './published-versions.ts'
import { saveChangeState } from './store-changes.ts'
import {
  closeVersion,
  findVersion,
  lastPublished,
  lockProgramme,
  saveLastDay,
  saveVersionState,
  type VersionData,
} from './store-versions.ts'
import { versionView } from './views-versions.ts'

export async function publishVersion(tx: Tx, { params }: Input<typeof route>): Promise<Decision<VersionView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  const programme = await lockProgramme(db, actor.tenantId, version.programme_id)
  if (!programme) return refuse('request.not_found')
  const next = transition(versionLifecycle, 'publish', stateOf(versionLifecycle, version.state))
  if (!next.ok) return next
  if (version.made_by === actor.id) return refuse('programme.not_by_the_maker')
  const read = parseProgrammeVersion(version.definition)
  if (!read.ok) return read
  const fit = publishable(read.value, loadStandards())
  if (!fit.ok) return fit
  const last = await lastPublished(db, actor.tenantId, version.programme_id)
  const lastOn = read.value.inForceTo
  const term = decideTerm(
    { from: version.effective_from, to: lastOn },
    last ? termOf(last) : null,
    dayOfInstant(tx.now),
  )
  if (!term.ok) return term
  if (last) {
    const travelled = await endChange(tx, version)
    if (!travelled.ok) return travelled
  }
  if (last) await closeVersion(db, actor.tenantId, last.id, version.effective_from)
  await saveVersionState(db, actor.tenantId, version.id, next.value, tx.now, actor.id)
  if (lastOn !== null) await closeVersion(db, actor.tenantId, version.id, addDays(lastOn, 1))
  await saveLastDay(db, actor.tenantId, programme.id, lastOn)
  await policyForVersion(tx, programme, { id: version.id, content: read.value })
  tx.record({
    name: 'programme_version.published',
    subject: { kind: 'programme_version', id: version.id },
    facts: {
      programmeId: version.programme_id,
      effectiveFrom: version.effective_from,
      lastOn,
      madeBy: version.made_by,
    },
  })
  const after = await findVersion(db, actor.tenantId, version.id)
  return after ? ok(await versionView(tx, after)) : refuse('request.not_found')
}

function termOf({ effective_from, effective_before }: VersionData) {
  return { from: effective_from, to: effective_before === null ? null : addDays(effective_before, -1) }
}

/** The road of the change has been travelled to its end: only then is it published. */
async function endChange(tx: Tx, version: VersionData): Promise<Decision<null>> {
  const stand = await changeStand(tx, version, true)
  if (!stand.ok) return stand
  const { change, facts } = stand.value
  if (!change) return refuse('programme.change_missing')
  const fit = decidePublication(facts)
  if (!fit.ok) return fit
  await saveChangeState(tx.db, tx.actor.tenantId, change.id, fit.value)
  return ok(null)
}
