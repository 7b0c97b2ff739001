/**
 * The audit search (ORG-08): by actor, subject, person, event name, days, looks or changes; newest first, by keyset.
 */
import type { Actor, Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { StoredEvent } from './event.ts'
import { toStored } from './store.ts'
import { concernedBySeal, seenUnderSeal } from './under-seal.ts'

export type AuditQuestion = {
  readonly actorId?: string | undefined
  readonly subjectId?: string | undefined
  readonly personId?: string | undefined
  /** A whole name, or a first half that ends with a dot. */
  readonly name?: string | undefined
  readonly from?: Instant | undefined
  readonly before?: Instant | undefined
  readonly look?: boolean | undefined
  readonly after: { readonly at: Instant; readonly id: string } | null
  readonly limit: number
}

/** A change is about what it changes. */
const ABOUT_KIND = sql`case event.subject_kind when 'change_request' then event.facts ->> 'subjectKind'
  else event.subject_kind end`
const ABOUT_ID = sql`case event.subject_kind when 'change_request' then (event.facts ->> 'subjectId')::uuid
  else event.subject_id end`

/**
 * What is sealed from the reader is left out (CUS-11); that a matter was sealed and who opened it is there for every
 * auditor it does not concern.
 */
export async function searchEvents(db: Db, actor: Actor, now: Instant, asked: AuditQuestion): Promise<StoredEvent[]> {
  const seen = seenUnderSeal(actor, now, ABOUT_KIND, ABOUT_ID)
  // A look names the route it was made through; what it was made at is known by its id only.
  const looked = sql<boolean>`(event.subject_kind <> 'route'
    or ${seenUnderSeal(actor, now, null, sql`event.subject_id`)})`
  const ofSeal = sql<boolean>`event.name like 'seal.%' and not ${concernedBySeal(actor, ABOUT_KIND, ABOUT_ID)}`
  let query = db
    .selectFrom('event')
    .selectAll()
    .where('tenant_id', '=', actor.tenantId)
    .where(sql<boolean>`(${seen} and ${looked} or ${ofSeal})`)
  if (asked.actorId) query = query.where('actor_id', '=', asked.actorId)
  if (asked.subjectId) query = query.where('subject_id', '=', asked.subjectId)
  if (asked.personId) query = query.where('person_id', '=', asked.personId)
  if (asked.look !== undefined) query = query.where('look', '=', asked.look)
  if (asked.from) query = query.where('at', '>=', asked.from)
  if (asked.before) query = query.where('at', '<', asked.before)
  if (asked.name)
    query = asked.name.endsWith('.')
      ? query.where('name', '>=', asked.name).where('name', '<', `${asked.name.slice(0, -1)}/`)
      : query.where('name', '=', asked.name)
  if (asked.after)
    query = query.where(sql<boolean>`(at, id) < (${asked.after.at}::timestamptz,
    ${asked.after.id}::uuid)`)
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(asked.limit).execute()
  return rows.map(toStored)
}
