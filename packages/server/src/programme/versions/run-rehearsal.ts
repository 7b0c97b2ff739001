/**
 * PRG-08: replays past claims under the version now in force and under the new one. Past claims are another row's: a
 * function hands them in.
 */
import { systemActor } from '@anpei/domain/kernel'
import { parseProgrammeVersion, rehearse, type PastClaim, type Rehearsal } from '@anpei/domain/programme'
import { systemWrite, type App, type Tx } from '../../http/index.ts'
import { finishTask, progressTask, type JobPayload } from '../../jobs/index.ts'
import { loadStandards, versionOf } from './published-versions.ts'
import { findVersion, lastPublished } from './store-versions.ts'

export type PastCases = (tx: Tx, programmeId: string) => Promise<readonly PastClaim[]>

const MOST_SHOWN = 1000

export async function runRehearsal(app: App, pastCases: PastCases, payload: JobPayload): Promise<void> {
  const versionId = String(payload['versionId'])
  const taskId = String(payload['taskId'])
  await systemWrite(app, systemActor(payload.tenantId, 'job:programme.rehearse'), async (tx) => {
    const { tenantId } = payload
    const version = await findVersion(tx.db, tenantId, versionId)
    const before = version && (await lastPublished(tx.db, tenantId, version.programme_id, version.effective_from))
    const after = version && parseProgrammeVersion(version.definition)
    if (!version || !before || !after?.ok) {
      await finishTask(tx.db, tenantId, taskId, tx.now, { fault: '没有可比较的已发布版本，或草稿读不懂。' })
      return
    }
    const claims = await pastCases(tx, version.programme_id)
    await progressTask(tx.db, tenantId, taskId, 0, claims.length)
    const rehearsal = rehearse(claims, versionOf(before.id, before.definition), after.value, loadStandards())
    await progressTask(tx.db, tenantId, taskId, claims.length)
    await finishTask(tx.db, tenantId, taskId, tx.now, {
      result: { rehearsal: { ...wireForm(rehearsal), hash: version.definition_hash.toString('hex') } },
    })
  })
}

function wireForm(rehearsal: Rehearsal) {
  return {
    ...rehearsal,
    beforeFen: Number(rehearsal.beforeFen),
    afterFen: Number(rehearsal.afterFen),
    changedCount: rehearsal.changed.length,
    changed: rehearsal.changed
      .slice(0, MOST_SHOWN)
      .map((claim) => ({ ...claim, beforeFen: Number(claim.beforeFen), afterFen: Number(claim.afterFen) })),
  }
}
