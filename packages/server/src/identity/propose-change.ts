/**
 * ORG-05 maker–checker for every row: a change is proposed here with before and after, and waits for a second person.
 * Kinds are a plain map, put together in app.ts: what a kind is called, who checks it, and what happens when it is
 * confirmed, in the checker's own transaction.
 */
import { refuse, ok, type Decision, type Permission } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import { insertChange } from './store-changes.ts'

export type Values = Readonly<Record<string, unknown>>

export type ConfirmedChange = {
  readonly id: string
  readonly subjectId: string
  readonly madeBy: string
  readonly before: Values
  readonly after: Values
  /** What was proposed sealed: personal values, opened. */
  readonly sealed: unknown
}

export type ChangeKind = {
  readonly zh: string
  readonly check: Permission
  /** Field → its name on the screen. */
  readonly labels: Readonly<Record<string, string>>
  /** A value as the screen says it, where JSON is not plain enough. */
  readonly word?: (field: string, value: unknown) => string | undefined
  /** Files the second person looks at, each with the address it is opened at. */
  readonly proofs?: (change: ConfirmedChange) => readonly { readonly title: string; readonly path: string }[]
  readonly apply: (tx: Tx, change: ConfirmedChange) => Promise<Decision<null>>
}
export type ChangeKinds = ReadonlyMap<string, ChangeKind>

export type Proposal = {
  readonly kind: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId?: string
  readonly title: string
  /** Masked or plain values, as both people see them. */
  readonly before: Values
  readonly after: Values
  /** Personal values that must not stand here in plain. */
  readonly sealed?: unknown
}

export async function proposeChange(tx: Tx, proposal: Proposal): Promise<Decision<{ changeId: string }>> {
  if (tx.actor.kind !== 'staff') return refuse('request.not_found')
  if (JSON.stringify(proposal.before) === JSON.stringify(proposal.after)) return refuse('identity.nothing_changed')
  const id = newId()
  const salt = proposal.sealed === undefined ? null : tx.vault.newSalt()
  const isNew = await insertChange(tx.db, tx.actor, tx.now, {
    id,
    kind: proposal.kind,
    subjectKind: proposal.subject.kind,
    subjectId: proposal.subject.id,
    title: proposal.title,
    before: proposal.before,
    after: proposal.after,
    salt,
    sealedAfter: salt && tx.vault.seal(salt, JSON.stringify(proposal.sealed)),
  })
  if (!isNew) return refuse('identity.change_waiting')
  tx.record({
    name: 'change.proposed',
    subject: { kind: 'change_request', id },
    personId: proposal.personId ?? null,
    facts: { kind: proposal.kind, subjectKind: proposal.subject.kind, subjectId: proposal.subject.id },
  })
  return ok({ changeId: id })
}
