/** L13, CLK-01: the clock of a request runs with what happened to it; the clocks know whose it is. */
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { deriveClocks, type CaseDirectory, type CaseKeepers, type CaseKnown } from '../../sla/index.ts'
import { lockIncidents, saveIncidentDue } from './store-privacy-incidents.ts'
import { lockRequests, saveRequestDue } from './store-data-requests.ts'

/** To be called behind the last event a command records. */
export async function settleDataRequest(tx: Tx, requestId: string, fresh = false): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'data_request', id: requestId }, fresh)
  tx.later(saveRequestDue(tx, [{ id: requestId, ...next }]))
}

export async function settleIncident(tx: Tx, incidentId: string, fresh = false): Promise<void> {
  const next = await deriveClocks(tx, { kind: 'data_incident', id: incidentId }, fresh)
  tx.later(saveIncidentDue(tx, [{ id: incidentId, ...next }]))
}

export const privacyDirectory: CaseDirectory = new Map([
  ['data_request', (tx, ids) => known(tx, ids, 'data_request')],
  ['data_incident', (tx, ids) => known(tx, ids, 'data_incident')],
])
export const privacyKeepers: CaseKeepers = new Map([
  ['data_request', { lock: lockRequests, settle: saveRequestDue }],
  ['data_incident', { lock: lockIncidents, settle: saveIncidentDue }],
])

async function known(
  tx: Tx,
  ids: readonly string[],
  kind: 'data_request' | 'data_incident',
): Promise<ReadonlyMap<string, CaseKnown>> {
  const of =
    kind === 'data_request'
      ? sql`select r.id, r.request_no as no, r.person_id, r.owner_id, r.tenant_id from data_request r`
      : sql`select i.id, i.incident_no as no, null::uuid as person_id, i.owner_id, i.tenant_id from data_incident i`
  const { rows } = await sql<CaseKnown & { id: string }>`select c.id, c.no, c.person_id as "personId",
      c.owner_id as "handlerId", u.institution_id as "institutionId"
    from (${of}) c left join staff_user u on u.tenant_id = c.tenant_id and u.id = c.owner_id
    where c.tenant_id = ${tx.actor.tenantId} and c.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}
