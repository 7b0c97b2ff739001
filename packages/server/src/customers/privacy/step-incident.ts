/**
 * SLA L12: the first report within two hours, in writing within a day, the final one five working days after the end.
 */
import type { IncidentView, stepIncident as route } from '@anpei/contract/customers'
import type { Input } from '@anpei/contract/kernel'
import { dataIncidentLifecycle } from '@anpei/domain/customers'
import { refuse, transition, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { settleIncident } from './data-request-due.ts'
import { findIncident, openIncident, saveIncident } from './store-privacy-incidents.ts'
import { incidentView } from './views-privacy-incidents.ts'

const EVENTS = {
  report: { name: 'data_incident.reported' },
  write: { name: 'data_incident.written_reported' },
  settle: { name: 'data_incident.settled' },
  finish: { name: 'data_incident.final_reported' },
} as const

export async function stepIncident(tx: Tx, { params, body }: Input<typeof route>): Promise<Decision<IncidentView>> {
  const incident = await findIncident(tx, params.incidentId, true)
  if (!incident || incident.hidden) return refuse('request.not_found')
  const moved = transition(dataIncidentLifecycle, body.act, incident.state)
  if (!moved.ok) return moved
  const told = openIncident(tx, incident)
  const step = { act: dataIncidentLifecycle.transitions[body.act].zh, to: body.to, text: body.text, at: tx.now }
  await saveIncident(tx, incident, moved.value, { ...told, steps: [...told.steps, step] })
  tx.record({ ...EVENTS[body.act], subject: { kind: 'data_incident', id: incident.id } })
  await settleIncident(tx, incident.id)
  return incidentView(tx, incident.id)
}
