/** SRV-03: the screen pop: what rings at my extension, who it may be, and what is open with them. */
import type { Answer, Input } from '@anpei/contract/kernel'
import type { getMyCall as route } from '@anpei/contract/service-desk'
import { ok, stateOf, type Decision } from '@anpei/domain/kernel'
import { REQUEST_KINDS, requestLifecycle, type RequestKind } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { timeLeftBy } from '../../sla/index.ts'
import { mySpeech } from '../spoken.ts'
import { requestScope } from '../store.ts'
import { LONGEST_CALL } from './store-calls.ts'
import { callRows, toView } from './views-calls.ts'

export async function getMyCall(tx: Tx, _: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const [rows, left, speaks] = await Promise.all([
    callRows(tx, {
      where: sql<boolean>`c.agent_id = ${tx.actor.id} and c.state in ('ringing', 'talking')
        and c.rang_at > ${tx.now}::timestamptz - ${LONGEST_CALL}::interval`,
      order: sql`c.rang_at desc`,
      key: sql<string>`c.rang_at`,
      limit: 1,
    }),
    timeLeftBy(tx),
    mySpeech(tx),
  ])
  const row = rows[0]
  if (!row) return ok({ call: null, requests: [], earlierCalls: 0 })
  const [requests, earlierCalls] = await Promise.all([requestsOf(tx, row.id), callsBefore(tx, row.id)])
  return ok({ call: toView(tx, row, left, speaks), requests, earlierCalls })
}

async function requestsOf(tx: Tx, callId: string) {
  type Found = { id: string; request_no: string; kind: RequestKind; state: string }
  const { tenantId } = tx.actor
  // By the number, by whom it belongs to, and by what this number rang about before.
  const { rows } =
    await sql<Found>`with c as (select * from desk_call where tenant_id = ${tenantId} and id = ${callId}),
    known as (select r.id from c join desk_request r on r.tenant_id = ${tenantId} and r.phone_hash = c.phone_hash
      union select r.id from c join desk_request r on r.tenant_id = ${tenantId} and r.person_id = c.person_id
      union select e.request_id from c join desk_call e on e.tenant_id = ${tenantId} and e.phone_hash = c.phone_hash)
    select r.id, r.request_no, r.kind, r.state from desk_request r
    where r.tenant_id = ${tenantId} and r.id in (select id from known)
      and r.state in ('received', 'taken', 'answered', 'snoozed')
      and ${requestScope(tx.actor, 'desk.read')}
    order by r.received_at desc limit 5`.execute(tx.db)
  return rows.map(({ id, request_no, kind, state }) => ({
    id,
    requestNo: request_no,
    kindWord: REQUEST_KINDS[kind],
    stateWord: requestLifecycle.states[stateOf(requestLifecycle, state)].zh,
  }))
}

async function callsBefore(tx: Tx, callId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select 1 from desk_call e
    join desk_call c on c.tenant_id = e.tenant_id and c.id = ${callId} and e.phone_hash = c.phone_hash
    where e.tenant_id = ${tx.actor.tenantId} and e.id <> ${callId} limit 100) counted`.execute(tx.db)
  return rows[0]?.n ?? 0
}
