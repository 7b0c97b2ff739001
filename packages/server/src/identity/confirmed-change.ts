/** A stored change as its kind reads it, sealed values opened. */
import type { Tx } from '../http/index.ts'
import type { ConfirmedChange, Values } from './propose-change.ts'
import type { ChangeRecord } from './store-changes.ts'

export function confirmedChange(tx: Tx, change: ChangeRecord): ConfirmedChange {
  return {
    id: change.id,
    subjectId: change.subject_id,
    madeBy: change.made_by,
    before: valuesOf(change.before),
    after: valuesOf(change.after),
    sealed: opened(tx, change),
  }
}

function opened(tx: Tx, change: ChangeRecord): unknown {
  return change.salt && change.sealed_after
    ? JSON.parse(tx.vault.openText(change.salt, change.sealed_after))
    : undefined
}

function valuesOf(json: unknown): Values {
  return typeof json === 'object' && json !== null ? { ...json } : {}
}
