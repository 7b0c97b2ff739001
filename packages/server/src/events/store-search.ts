/** The audit search (ORG-08): by actor, subject, person, event name, days, looks or changes; newest first, by keyset.
 * */
import type { Instant } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import type { StoredEvent } from './event.ts'
import { toStored } from './store.ts'

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

export async function searchEvents(db: Db, tenantId: number, asked: AuditQuestion): Promise<StoredEvent[]> {
  let query = db.selectFrom('event').selectAll().where('tenant_id', '=', tenantId)
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
