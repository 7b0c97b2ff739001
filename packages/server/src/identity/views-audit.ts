/** The audit log on the screen (ORG-08). */
import type { listAuditEvents as eventsRoute, searchAudit as route } from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { addDays, ok, startOfDay, type Decision } from '@anpei/domain/kernel'
import { searchEvents } from '../events/index.ts'
import type { Tx } from '../http/index.ts'
import { pageOf, readCursor } from './cursor.ts'
import { staffNames } from './staff-names.ts'

export async function searchAudit(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [at, id] = readCursor(query.cursor, 2) ?? []
  const rows = await searchEvents(tx.db, tx.actor, tx.now, {
    actorId: query.actorId,
    subjectId: query.subjectId,
    personId: query.personId,
    name: query.name,
    from: query.fromOn && startOfDay(query.fromOn),
    before: query.toOn && startOfDay(addDays(query.toOn, 1)),
    look: query.which === 'all' ? undefined : query.which === 'looks',
    after: at !== undefined && id !== undefined ? { at, id } : null,
    limit: query.limit + 1,
  })
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    rows.flatMap((row) => (row.actorKind === 'staff' ? (row.actorId ?? []) : [])),
  )
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.at, row.id],
      (row) => ({
        ...row,
        title: tx.app.eventTitle(row.name, row.facts),
        actorName: row.actorId ? (names.get(row.actorId) ?? null) : row.actorKind === 'system' ? '系统' : null,
      }),
    ),
  )
}

/** What the search offers: facts of an event are left out of its words. */
export async function listAuditEvents(tx: Tx): Promise<Decision<Answer<typeof eventsRoute>>> {
  const { eventNames, eventTitle } = tx.app
  const items = eventNames.map((name) => ({ name, title: eventTitle(name, {}).replace(/\s+/g, ' ').trim() }))
  return ok({ items: items.toSorted((a, b) => (a.name < b.name ? -1 : 1)) })
}
