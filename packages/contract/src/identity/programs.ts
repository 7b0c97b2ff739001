/** Keys for programs and signed webhooks (OPS-01). Secrets are shown once. */
import { z } from 'zod'
import { Id, Instant, page, PageQuery, route, Text } from '../kernel/index.ts'
import { Named, PermissionName } from './words.ts'

export const ApiKeyView = z.object({
  id: Id,
  name: z.string(),
  permissions: z.array(z.object({ code: z.string(), name: z.string() })),
  perMinute: z.int(),
  createdBy: Named,
  createdAt: Instant,
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  live: z.boolean(),
})
const one = z.object({ id: Id })

export const listApiKeys = route({
  id: 'listApiKeys',
  method: 'GET',
  path: '/api/api-keys',
  permission: 'api_key.manage',
  summary: '接口密钥',
  answer: z.object({
    items: z.array(ApiKeyView),
    grantable: z.array(z.object({ code: PermissionName, name: z.string() })),
  }),
})
export const createApiKey = route({
  id: 'createApiKey',
  method: 'POST',
  path: '/api/api-keys',
  permission: 'api_key.manage',
  summary: '新建接口密钥（只显示一次）',
  body: z.object({
    name: Text(60),
    permissions: z.array(PermissionName).min(1).max(60),
    expiresAt: Instant.nullable(),
    perMinute: z.int().min(1).max(60_000).default(600),
  }),
  answer: z.object({ id: Id, key: z.string() }),
})
export const revokeApiKey = route({
  id: 'revokeApiKey',
  method: 'POST',
  path: '/api/api-keys/:id/revoke',
  permission: 'api_key.manage',
  summary: '作废接口密钥',
  params: one,
})

export const WebhookView = z.object({
  id: Id,
  name: z.string(),
  url: z.string(),
  events: z.array(z.string()),
  /** Whom it goes to, as the register of sharing says; out of force, nothing is sent (CUS-09). */
  partner: z.string(),
  inForce: z.boolean(),
  createdBy: Named,
  createdAt: Instant,
  stoppedAt: Instant.nullable(),
  waiting: z.int(),
  failed: z.int(),
})
export const listWebhooks = route({
  id: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  permission: 'api_key.manage',
  summary: '事件推送',
  answer: z.object({
    items: z.array(WebhookView),
    /** Entries of the sharing register in force, one of which a new one stands under. */
    partners: z.array(z.object({ id: Id, name: z.string() })),
  }),
})
export const createWebhook = route({
  id: 'createWebhook',
  method: 'POST',
  path: '/api/webhooks',
  permission: 'api_key.manage',
  summary: '新建事件推送（签名密钥只显示一次）',
  body: z.object({
    name: Text(60),
    url: z.url().max(500),
    sharingId: Id,
    events: z
      .array(z.string().regex(/^[a-z_]+\.([a-z_]+|\*)$/, '事件名如 claim.approved，或 claim.*'))
      .min(1)
      .max(100),
  }),
  answer: z.object({ id: Id, secret: z.string() }),
})
export const stopWebhook = route({
  id: 'stopWebhook',
  method: 'POST',
  path: '/api/webhooks/:id/stop',
  permission: 'api_key.manage',
  summary: '停止推送',
  params: one,
})
export const DeliveryRow = z.object({
  id: Id,
  eventId: Id,
  eventName: z.string(),
  outcome: z.enum(['waiting', 'delivered', 'given_up']),
  tries: z.int(),
  createdAt: Instant,
  nextTryAt: Instant.nullable(),
  lastStatus: z.int().nullable(),
  lastFault: z.string().nullable(),
  deliveredAt: Instant.nullable(),
})
export const listDeliveries = route({
  id: 'listDeliveries',
  method: 'GET',
  path: '/api/webhooks/:id/deliveries',
  permission: 'api_key.manage',
  summary: '推送记录',
  params: one,
  query: PageQuery.extend({ outcome: z.enum(['waiting', 'delivered', 'given_up']).optional() }),
  answer: page(DeliveryRow),
})
export const retryDelivery = route({
  id: 'retryDelivery',
  method: 'POST',
  path: '/api/deliveries/:id/retry',
  permission: 'api_key.manage',
  summary: '再次推送',
  params: one,
})
