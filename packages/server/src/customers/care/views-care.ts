/** Care as screens see it (CUS-04): marks, where they come from, and how to talk. A look at health is logged. */
import type { CareView, getCare as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { CARE_MARKS, CARE_SOURCES, HEALTH_MARKS } from '@anpei/domain/customers'
import { holds, ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { steeringOf } from './care-table.ts'
import { marksOfPerson, type MarkRow } from './store-care.ts'
import { loadPersonData } from '../store-persons.ts'

export async function getCare(tx: Tx, { params }: Input<typeof route>): Promise<Decision<CareView>> {
  const view = await careView(tx, params.personId)
  if (!view.ok) return view
  const health = view.value.marks.filter(({ mark }) => HEALTH_MARKS.includes(mark)).map(({ mark }) => mark)
  if (health.length > 0) {
    tx.look({
      name: 'care.looked_at',
      subject: { kind: 'person', id: params.personId },
      personId: params.personId,
      facts: { marks: [...new Set(health)] },
    })
  }
  return view
}

export async function careView(tx: Tx, personId: string): Promise<Decision<CareView>> {
  const { db, actor } = tx
  const person = await loadPersonData(db, actor, 'care.read', personId)
  if (!person) return refuse('request.not_found')
  const marks = await marksOfPerson(db, actor.tenantId, person.id)
  const inForce = marks.filter((row) => row.ended_on === null).map((row) => row.mark)
  const { elder, rank, phoneFirst, never, homeVisit, largeType, adviserDue, contactDays, hints } = steeringOf(tx.now, {
    birthOn: person.birth_on,
    careMarks: inForce,
  })
  return ok({
    personId: person.id,
    marks: marks.map((row) => markView(tx, row)),
    steering: {
      elder,
      rank,
      phoneFirst,
      never: [...never],
      homeVisit,
      largeType,
      adviserDue,
      contactDays,
      hints: [...hints],
    },
    can: person.merged_into === null && holds(actor, 'care.write') ? ['mark', 'end'] : [],
  })
}

function markView(tx: Tx, row: MarkRow): CareView['marks'][number] {
  const secret: { note: string } = JSON.parse(tx.vault.openText(row.salt, row.sealed))
  return {
    id: row.id,
    mark: row.mark,
    word: CARE_MARKS[row.mark],
    source: row.source,
    sourceWord: CARE_SOURCES[row.source],
    note: secret.note,
    fromOn: row.from_on,
    untilOn: row.until_on,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at,
    endedOn: row.ended_on,
    endedBy: row.ended_by_name,
  }
}
