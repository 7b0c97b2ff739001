/**
 * What happened: one row is audit trail, outbox and timeline (DESIGN §2). Facts are ids, codes, amounts, days; never a
 * name, number or text about a person, so that the log can be kept for ever and persons can still be erased.
 */
import type { Actor, Facts, Instant } from '@anpei/domain/kernel'

export type NewEvent = {
  readonly name: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly personId?: string | null
  readonly facts?: Facts
  readonly reason?: string
  /** When it happened, if not now (a paper that came by post yesterday). */
  readonly at?: Instant
}

export type StoredEvent = {
  readonly id: string
  readonly name: string
  readonly look: boolean
  readonly subjectKind: string
  readonly subjectId: string
  readonly personId: string | null
  readonly actorKind: Actor['kind']
  readonly actorId: string | null
  readonly source: string
  readonly reason: string | null
  readonly at: Instant
  readonly facts: Facts
}
