/**
 * OPS-01: sends what is due, signed: `anpei-signature: t=<unix seconds>,v1=<hex>`, where v1 is the HMAC-SHA-256 of
 * `t.body` under the endpoint's secret. A receiver answers 2xx; everything else, and silence, is tried again. A
 * delivery
 * may arrive twice (`anpei-delivery` names it), never not at all. The body holds ids, codes and amounts only.
 */
import { createHmac } from 'node:crypto'
import { nextTryAt } from '@anpei/domain/identity'
import { systemActor } from '@anpei/domain/kernel'
import { eventById, type StoredEvent } from '../../events/index.ts'
import { systemWrite, type App } from '../../http/index.ts'
import { planDeliveries, saveDelivery, takeDueDeliveries, type DueDelivery } from './store-programs.ts'

const AT_ONCE = 20
const PATIENCE_MS = 10_000
/** Longer than a whole round of sending takes. */
const HELD_MS = 5 * 60_000

/** Plans the events sealed since last time, sends what is due; returns how many were tried. */
export async function sendWebhooks(app: App, tenantId: number): Promise<number> {
  const actor = systemActor(tenantId, 'job:webhook.send')
  await systemWrite(app, actor, (tx) => planDeliveries(tx.db, tenantId, tx.now))
  const due = await systemWrite(app, actor, (tx) =>
    takeDueDeliveries(tx.db, tenantId, tx.now, new Date(Date.parse(tx.now) + HELD_MS).toISOString(), AT_ONCE),
  )
  await Promise.all(
    due.map(async (delivery) => {
      const event = await app.pool.withTenant(tenantId, ({ db }) => eventById(db, tenantId, delivery.event_id))
      if (!event) throw new Error(`webhook: event ${delivery.event_id} is missing`)
      const { status, fault } = await send(app, tenantId, delivery, event)
      const now = app.clock.now()
      await systemWrite(app, actor, (tx) =>
        saveDelivery(
          tx.db,
          tenantId,
          delivery.id,
          fault === null
            ? { status, fault, deliveredAt: now, nextTryAt: null }
            : { status, fault, deliveredAt: null, nextTryAt: nextTryAt(delivery.tries, now) },
        ),
      )
    }),
  )
  return due.length
}

async function send(
  app: App,
  tenantId: number,
  delivery: DueDelivery,
  event: StoredEvent,
): Promise<{ status: number | null; fault: string | null }> {
  const body = JSON.stringify({
    id: event.id,
    name: event.name,
    at: event.at,
    subject: { kind: event.subjectKind, id: event.subjectId },
    personId: event.personId,
    facts: event.facts,
  })
  const seconds = Math.floor(Date.parse(app.clock.now()) / 1000)
  const secret = app.vault(tenantId).openText(delivery.salt, delivery.secret_sealed)
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  try {
    const answer = await fetch(delivery.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/json',
        'anpei-signature': `t=${seconds},v1=${signature}`,
        'anpei-delivery': delivery.id,
        'anpei-event': event.name,
      },
    })
    await answer.body?.cancel()
    return { status: answer.status, fault: answer.ok ? null : `HTTP ${answer.status}` }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
    return {
      status: null,
      fault: `${error instanceof Error ? error.message : String(error)} ${cause}`.trim().slice(0, 300),
    }
  }
}
