/** The work list of likely doubles (CUS-01): both records side by side, masked, with the reasons. */
import type { listDoubles as route } from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { lastSearch, openDoubles } from './store-doubles.ts'
import { loadPersons } from '../store-persons.ts'
import { personRow } from '../views-persons.ts'

export async function listDoubles(tx: Tx, { query }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const { db, actor } = tx
  const place = readCursor(query.cursor, 2)
  const after = place ? { first: place[0] ?? '', second: place[1] ?? '' } : null
  const [rows, searches] = await Promise.all([
    openDoubles(db, actor, after, query.limit + 1),
    lastSearch(db, actor.tenantId),
  ])
  const persons = await loadPersons(db, actor.tenantId, [
    ...new Set(rows.flatMap((row) => [row.first_id, row.second_id])),
  ])
  const shown = new Map(persons.map((person) => [person.id, personRow(tx, person)]))
  for (const person of persons) {
    tx.look({
      name: 'person.found',
      subject: { kind: 'person', id: person.id },
      personId: person.id,
      facts: { by: 'doubles' },
    })
  }
  const pairs = rows.flatMap((row) => {
    const [first, second] = [shown.get(row.first_id), shown.get(row.second_id)]
    return first && second ? [{ first, second, reasons: row.reasons, foundAt: row.found_at }] : []
  })
  return ok({
    ...pageOf(
      pairs,
      query.limit,
      (pair) => [pair.first.id, pair.second.id],
      (pair) => pair,
    ),
    searchedAt: searches.find((task) => task.state === 'done')?.finished_at ?? null,
    searching: searches[0]?.state === 'running' || searches[0]?.state === 'waiting',
  })
}
