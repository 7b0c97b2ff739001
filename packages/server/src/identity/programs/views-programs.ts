/** Keys for programs, webhooks and what was delivered (OPS-01). */
import type {
  listApiKeys as keysRoute,
  listDeliveries as deliveriesRoute,
  listWebhooks as webhooksRoute,
} from '@anpei/contract/identity'
import type { Answer, Input } from '@anpei/contract/kernel'
import { keyPermissions } from '@anpei/domain/identity'
import { dayOfInstant, isPermission, ok, permissions, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { allApiKeys, allWebhooks, findDeliveries, sharingPartners, type DeliveryRecord } from './store-programs.ts'

export async function listApiKeys(tx: Tx): Promise<Decision<Answer<typeof keysRoute>>> {
  const rows = await allApiKeys(tx.db, tx.actor.tenantId)
  return ok({
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      perMinute: row.per_minute,
      createdBy: row.created_by,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      permissions: row.permissions.filter(isPermission).map((code) => ({ code, name: permissions[code] })),
      live: row.revoked_at === null && (row.expires_at === null || row.expires_at > tx.now),
    })),
    grantable: keyPermissions().map((code) => ({ code, name: permissions[code] })),
  })
}

export async function listWebhooks(tx: Tx): Promise<Decision<Answer<typeof webhooksRoute>>> {
  const { db, actor, now } = tx
  const today = dayOfInstant(now)
  const [rows, partners] = await Promise.all([
    allWebhooks(db, actor.tenantId, today),
    sharingPartners(db, actor.tenantId, today),
  ])
  return ok({
    partners,
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      url: row.url,
      events: row.events,
      partner: row.partner,
      inForce: row.in_force,
      createdBy: row.created_by,
      createdAt: row.created_at,
      stoppedAt: row.stopped_at,
      waiting: row.waiting,
      failed: row.failed,
    })),
  })
}

export async function listDeliveries(
  tx: Tx,
  { params, query }: Input<typeof deliveriesRoute>,
): Promise<Decision<Answer<typeof deliveriesRoute>>> {
  const rows = await findDeliveries(tx.db, tx.actor.tenantId, params.id, {
    outcome: query.outcome,
    after: readCursor(query.cursor, 1)?.[0] ?? null,
    limit: query.limit + 1,
  })
  return ok(
    pageOf(
      rows,
      query.limit,
      (row) => [row.id],
      (row) => ({
        id: row.id,
        eventId: row.event_id,
        eventName: row.event_name,
        outcome: outcomeOf(row),
        tries: row.tries,
        createdAt: row.created_at,
        nextTryAt: row.next_try_at,
        lastStatus: row.last_status,
        lastFault: row.last_fault,
        deliveredAt: row.delivered_at,
      }),
    ),
  )
}

function outcomeOf(row: DeliveryRecord): 'waiting' | 'delivered' | 'given_up' {
  if (row.delivered_at) return 'delivered'
  return row.next_try_at ? 'waiting' : 'given_up'
}
