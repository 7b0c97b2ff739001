/** PRG-08: a change begins with why it is wanted and who asked for it; one that was dropped begins anew. */
import type { ChangeView, openChange as route } from '@anpei/contract/programme'
import type { Input } from '@anpei/contract/kernel'
import { refuse, stateOf, transition, type Decision } from '@anpei/domain/kernel'
import { changeLifecycle } from '@anpei/domain/programme'
import type { ArrivedFile, Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { writeStep } from './change-step.ts'
import { findChange, insertChange, saveChangeState } from './store-changes.ts'
import { findVersion } from './store-versions.ts'
import { changeAnswer, lockedStand } from './views-changes.ts'

export async function openChange(
  tx: Tx,
  { params, body }: Input<typeof route>,
  files: readonly ArrivedFile[],
): Promise<Decision<ChangeView>> {
  const { db, actor } = tx
  const version = await findVersion(db, actor.tenantId, params.versionId, true)
  if (!version) return refuse('request.not_found')
  if (version.state === 'published') return refuse('programme.published_never_changes')
  const known = await findChange(db, actor.tenantId, { versionId: version.id }, true)
  if (known && known.state !== 'dropped') return refuse('programme.change_exists')
  const id = known?.id ?? newId()
  if (known) {
    const again = transition(changeLifecycle, 'reopen', stateOf(changeLifecycle, known.state))
    if (!again.ok) return again
    await saveChangeState(db, actor.tenantId, id, again.value, true)
  } else {
    await insertChange(db, actor.tenantId, {
      id,
      programmeId: version.programme_id,
      versionId: version.id,
      openedBy: actor.id,
      openedAt: tx.now,
    })
  }
  const stand = await lockedStand(tx, id)
  if (!stand.ok) return stand
  const { happenedOn, why, askedBy } = body
  const written = await writeStep(tx, stand.value, { kind: 'trigger', happenedOn, content: { why, askedBy } }, files)
  return written.ok ? changeAnswer(tx, version.id) : written
}
