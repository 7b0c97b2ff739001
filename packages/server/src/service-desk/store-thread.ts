/** Reads the whole conversation of a request, with that of the requests merged into it, in the order it was said. */
import type { Instant } from '@anpei/domain/kernel'
import type { ChannelName, DeliveryState, MessageDirection } from '@anpei/domain/service-desk'
import { sql } from 'kysely'
import type { Tx } from '../http/index.ts'
import type { MessageTold } from './store-messages.ts'
import { requestScope } from './store.ts'

export type ThreadMessage = {
  readonly id: string
  /** The one it was said in: another one where that was merged in. */
  readonly requestId: string
  readonly requestNo: string
  readonly no: number
  readonly direction: MessageDirection
  readonly channel: ChannelName
  readonly automatic: boolean
  readonly authorId: string | null
  readonly at: Instant
  readonly recordedAt: Instant
  readonly delivery: DeliveryState
  readonly fault: string | null
  readonly documentIds: readonly string[]
  readonly told: MessageTold
}

type Columns = Omit<ThreadMessage, 'told'> & { salt: Buffer; sealed: Buffer }

const MOST_MESSAGES = 500

/** The newest five hundred, oldest first. */
export async function threadOf(tx: Tx, requestId: string): Promise<ThreadMessage[]> {
  const { tenantId } = tx.actor
  const { rows } = await sql<Columns>`select * from (
      select m.id, r.id as "requestId", r.request_no as "requestNo", m.no, m.direction, m.channel, m.automatic,
        m.author_id as "authorId", m.occurred_at as at, m.recorded_at as "recordedAt", m.delivery, m.fault,
        m.document_ids as "documentIds",
        m.sealed, r.salt
      from desk_request r join desk_message m on m.tenant_id = r.tenant_id and m.request_id = r.id
      where r.tenant_id = ${tenantId} and (r.id = ${requestId} or r.merged_into = ${requestId})
      order by m.recorded_at desc, m.no desc limit ${MOST_MESSAGES}) t order by t.at, t."recordedAt", t.no`.execute(
    tx.db,
  )
  return rows.map(({ salt, sealed, ...row }) => {
    const told: MessageTold = JSON.parse(tx.vault.openText(salt, sealed))
    return { ...row, told }
  })
}

export type RelatedRow = {
  readonly id: string
  readonly requestNo: string
  readonly state: string
  readonly kind: string
  readonly how: 'survivor' | 'merged' | 'parent' | 'child'
}

/** Requests that hang together with one by merging or as a group event, as far as they may be seen. */
export async function relatedOf(
  tx: Tx,
  request: { readonly id: string; readonly mergedInto: string | null; readonly parentId: string | null },
): Promise<RelatedRow[]> {
  const { rows } = await sql<RelatedRow>`
    select r.id, r.request_no as "requestNo", r.state, r.kind, case when r.merged_into = ${request.id} then 'merged'
      when r.parent_id = ${request.id} then 'child' when r.id = ${request.mergedInto}::uuid then 'survivor'
      else 'parent' end as how
    from desk_request r where r.tenant_id = ${tx.actor.tenantId} and (r.merged_into = ${request.id}
      or r.parent_id = ${request.id} or r.id = ${request.mergedInto}::uuid or r.id = ${request.parentId}::uuid)
      and ${requestScope(tx.actor, 'desk.read')}
    order by r.request_no limit 200`.execute(tx.db)
  return rows
}

/** When a request was received and since when it waits, by what was said in it, without one that is split off. */
export async function standingOf(
  tx: Tx,
  requestId: string,
  without: string,
): Promise<{ receivedAt: Instant; unansweredSince: Instant | null }> {
  const { rows } = await sql<{ received: Instant; unanswered: Instant | null }>`
    with said as (select m.* from desk_request r
      join desk_message m on m.tenant_id = r.tenant_id and m.request_id = r.id
      where r.tenant_id = ${tx.actor.tenantId} and (r.id = ${requestId} or r.merged_into = ${requestId})
        and r.id <> ${without})
    select min(occurred_at) as received, min(occurred_at) filter (where direction = 'in' and not automatic
        and recorded_at > coalesce((select max(coalesce(delivered_at, recorded_at)) from said
          where direction = 'out' and not automatic and delivery in ('said', 'sent')), '-infinity')) as unanswered
    from said`.execute(tx.db)
  const row = rows[0]
  if (!row) throw new Error('a request without a message')
  return { receivedAt: row.received, unansweredSince: row.unanswered }
}
