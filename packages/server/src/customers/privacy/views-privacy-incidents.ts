/** Data security incidents; sealed ones are in nobody's list but of those who work on them (SLA L12, CUS-11). */
import type {
  getIncident as getRoute,
  IncidentRow as Item,
  IncidentView,
  listIncidents as listRoute,
} from '@anpei/contract/customers'
import type { Answer, Input } from '@anpei/contract/kernel'
import { dataIncidentLifecycle } from '@anpei/domain/customers'
import { holds, ok, refuse, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../../identity/index.ts'
import { timeLeftBy, type TellLeft } from '../../sla/index.ts'
import { findIncident, incidentsOf, openIncident, type IncidentRow } from './store-privacy-incidents.ts'

export async function listIncidents(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const place = readCursor(query.cursor, 2)
  if (query.cursor && !place) return refuse('request.malformed')
  const [left, rows] = await Promise.all([timeLeftBy(tx), incidentsOf(tx, place, query.limit + 1)])
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.known_at, row.id],
      (row) => itemOf(row, left),
    ),
  )
}

export async function getIncident(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<IncidentView>> {
  return incidentView(tx, params.incidentId)
}

export async function incidentView(tx: Tx, id: string): Promise<Decision<IncidentView>> {
  const [row, left] = await Promise.all([findIncident(tx, id), timeLeftBy(tx)])
  if (!row || row.hidden) return refuse('request.not_found')
  const told = openIncident(tx, row)
  const may = holds(tx.actor, 'privacy.answer')
  return ok({
    ...itemOf(row, left),
    what: told.what,
    steps: [...told.steps],
    can: may ? transitionsFrom(dataIncidentLifecycle, row.state) : [],
  })
}

function itemOf(row: IncidentRow, left: TellLeft): Item {
  return {
    id: row.id,
    incidentNo: row.incident_no,
    title: row.title,
    level: row.level,
    state: row.state,
    stateWord: dataIncidentLifecycle.states[row.state].zh,
    personsCount: row.persons_count,
    knownAt: row.known_at,
    owner: row.owner_name,
    sealed: row.sealed_matter,
    dueAt: row.due_at,
    timeLeft: left(row.due_at, row.due_clock),
  }
}
