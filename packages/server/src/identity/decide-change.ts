/** ORG-05: a second person confirms or rejects a change, or its maker withdraws it. Confirming does the change at
 * once. */
import { decideChangeStep, type ChangeStep } from '@anpei/domain/identity'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { forgetActors } from './sign-in/authenticate.ts'
import { confirmedChange } from './confirmed-change.ts'
import type { ChangeKinds } from './propose-change.ts'
import { lockChange, setChangeState } from './store-changes.ts'

const EVENTS = { confirm: 'change.confirmed', reject: 'change.rejected', withdraw: 'change.withdrawn' } as const

export async function decideChange(
  tx: Tx,
  kinds: ChangeKinds,
  id: string,
  step: ChangeStep,
  comment: string | null,
): Promise<Decision<Record<string, never>>> {
  const { actor, db } = tx
  const change = await lockChange(tx, id)
  const kind = change && kinds.get(change.kind)
  if (!change || !kind || actor.kind !== 'staff') return refuse('request.not_found')
  const decided = decideChangeStep(step, {
    state: change.state,
    madeBy: change.made_by,
    by: actor.id,
    mayCheck: holds(actor, kind.check),
    aboutUserId: change.subject_kind === 'staff_user' ? change.subject_id : null,
  })
  if (!decided.ok) return decided
  if (step === 'confirm') {
    const applied = await kind.apply(tx, confirmedChange(tx, change))
    if (!applied.ok) return applied
  }
  await setChangeState(db, actor.tenantId, id, decided.value, { by: actor.id, at: tx.now, comment })
  tx.record({
    name: EVENTS[step],
    subject: { kind: 'change_request', id },
    facts: {
      kind: change.kind,
      subjectKind: change.subject_kind,
      subjectId: change.subject_id,
      madeBy: change.made_by,
    },
  })
  forgetActors()
  return ok({})
}
