/** ORG-05: a second person confirms or rejects a change, or its maker withdraws it. Confirming does the change at
 * once. */
import { decideChangeStep, type ChangeStep } from '@anpei/domain/identity'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { forgetActors } from './authenticate.ts'
import type { ChangeKinds, Values } from './propose-change.ts'
import { lockChange, setChangeState, type ChangeRecord } from './store-changes.ts'

const EVENTS = { confirm: 'change.confirmed', reject: 'change.rejected', withdraw: 'change.withdrawn' } as const

export async function decideChange(
  tx: Tx,
  kinds: ChangeKinds,
  id: string,
  step: ChangeStep,
  comment: string | null,
): Promise<Decision<Record<string, never>>> {
  const { actor, db } = tx
  const change = await lockChange(db, actor.tenantId, id)
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
    const applied = await kind.apply(tx, {
      id,
      subjectId: change.subject_id,
      madeBy: change.made_by,
      before: valuesOf(change.before),
      after: valuesOf(change.after),
      sealed: opened(tx, change),
    })
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

function opened(tx: Tx, change: ChangeRecord): unknown {
  return change.salt && change.sealed_after
    ? JSON.parse(tx.vault.openText(change.salt, change.sealed_after))
    : undefined
}

function valuesOf(json: unknown): Values {
  return typeof json === 'object' && json !== null ? { ...json } : {}
}
