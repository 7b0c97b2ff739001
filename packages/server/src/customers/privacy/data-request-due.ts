/** L13, CLK-01: the clock of a request runs with what happened to it; the clocks know whose it is. */
import { dataIncidentLifecycle, dataRequestLifecycle } from '@anpei/domain/customers'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import {
  deriveClocks,
  type BoardKind,
  type CaseBoards,
  type CaseDirectory,
  type CaseKeepers,
  type CaseKnown,
} from '../../sla/index.ts'
import { incidentScope, lockIncidents, saveIncidentDue } from './store-privacy-incidents.ts'
import { lockRequests, requestScope, saveRequestDue } from './store-data-requests.ts'

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
export const privacyBoards: CaseBoards = new Map<string, BoardKind>([
  [
    'data_request',
    {
      word: '个人信息请求',
      permission: 'privacy.read',
      table: 'data_request',
      alias: 'r',
      due: sql`r.due_at`,
      dueClock: sql`r.due_clock`,
      open: sql<boolean>`r.due_at is not null`,
      seen: ({ actor }) => sql<boolean>`exists (select from person p where p.tenant_id = r.tenant_id
        and p.id = r.person_id and ${requestScope(actor)})`,
      no: sql`r.request_no`,
      owner: sql`r.owner_id`,
      keeper: sql`coalesce(r.owner_id, r.recorded_by)`,
      person: sql`r.person_id`,
      lifecycle: dataRequestLifecycle,
    },
  ],
  [
    'data_incident',
    {
      word: '数据安全事件',
      permission: 'privacy.read',
      table: 'data_incident',
      alias: 'i',
      due: sql`i.due_at`,
      dueClock: sql`i.due_clock`,
      open: sql<boolean>`i.due_at is not null`,
      seen: incidentScope,
      no: sql`i.incident_no`,
      name: sql`i.title`,
      owner: sql`i.owner_id`,
      keeper: sql`coalesce(i.owner_id, i.recorded_by)`,
      lifecycle: dataIncidentLifecycle,
    },
  ],
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
