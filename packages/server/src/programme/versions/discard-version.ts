/**
 * PRG-01: a draft made by mistake goes, and with the only version of a programme the programme, while nothing hangs on
 * it: its code and name are free again. What was discarded, by whom and why stays in the log.
 */
import type { discardVersion as route } from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import {
  deleteDraft,
  deleteProgramme,
  draftIsHeld,
  findVersion,
  lockProgramme,
  versionsOfTenant,
} from './store-versions.ts'
import { recordOf } from './views-versions.ts'

export async function discardVersion(
  tx: Tx,
  { params, body }: Input<typeof route>,
): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const { tenantId } = actor
  const version = await findVersion(db, tenantId, params.versionId, true)
  const programme = version && (await lockProgramme(db, tenantId, version.programme_id))
  if (!version || !programme) return refuse('request.not_found')
  if (version.state !== 'draft') return refuse('programme.only_drafts_discarded')
  const all = (await versionsOfTenant(db, tenantId)).filter((one) => one.programme_id === programme.id)
  const only = all.length === 1
  if (await draftIsHeld(db, tenantId, version, only)) return refuse('programme.something_hangs_on_it')
  await deleteDraft(db, tenantId, version.id)
  if (only) await deleteProgramme(db, tenantId, programme.id)
  tx.record({
    name: 'programme_version.discarded',
    subject: { kind: 'programme_version', id: version.id },
    reason: body.reason,
    facts: {
      title: String(recordOf(version.definition)['title']),
      code: programme.code,
      versionNo: version.version_no,
      withProgramme: only,
    },
  })
  return ok({})
}
