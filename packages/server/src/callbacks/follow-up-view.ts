/** A follow-up as lists and the page of a callback show it. */
import type { FollowUpView } from '@anpei/contract/callbacks'
import { FOLLOW_UPS, followUpLifecycle } from '@anpei/domain/callbacks'
import { dayOfInstant, holds } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import type { FollowUpRow } from './store-follow-ups.ts'

export function followUpView(tx: Tx, row: FollowUpRow): FollowUpView {
  const { id, callbackId, callbackNo, name, kind, state, ownerName, dueOn, madeKind, madeId, told } = row
  const open = state === 'open'
  return {
    id,
    callbackId,
    callbackNo,
    name,
    kind,
    kindWord: FOLLOW_UPS[kind],
    state,
    stateWord: followUpLifecycle.states[state].zh,
    parts: [...told.parts],
    result: told.result,
    ownerName,
    dueOn,
    late: open && dueOn < dayOfInstant(tx.now),
    made: madeKind && madeId ? { kind: madeKind, id: madeId } : null,
    can: open && holds(tx.actor, 'callback.make') ? ['finish'] : [],
  }
}
