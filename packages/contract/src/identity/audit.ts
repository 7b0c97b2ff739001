/** The audit log: search, and proof that nothing was altered (ORG-08). */
import { z } from 'zod'
import { Day, Id, Instant, page, PageQuery, route } from '../kernel/index.ts'

export const AuditRow = z.object({
  id: Id,
  at: Instant,
  name: z.string(),
  /** What happened, in words. */
  title: z.string(),
  look: z.boolean(),
  subjectKind: z.string(),
  subjectId: Id,
  personId: Id.nullable(),
  actorKind: z.enum(['staff', 'customer', 'system', 'api_key', 'nobody']),
  actorId: Id.nullable(),
  actorName: z.string().nullable(),
  source: z.string(),
  reason: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
})

export const searchAudit = route({
  id: 'searchAudit',
  method: 'GET',
  path: '/api/audit',
  permission: 'audit.read',
  summary: '审计日志：新的在前',
  query: PageQuery.extend({
    actorId: Id.optional(),
    subjectId: Id.optional(),
    personId: Id.optional(),
    name: z
      .string()
      .max(80)
      .regex(/^[a-z_]+(\.[a-z_]*)?$/, '事件名如 claim.approved，或前半 claim.')
      .optional(),
    fromOn: Day.optional(),
    toOn: Day.optional(),
    which: z.enum(['changes', 'looks', 'all']).default('all'),
  }),
  answer: page(AuditRow),
})

export const listAuditEvents = route({
  id: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit/events',
  permission: 'audit.read',
  summary: '审计日志里有哪些事件，各叫什么',
  answer: z.object({ items: z.array(z.object({ name: z.string(), title: z.string() })) }),
})

export const AuditFinding = z.object({
  what: z.enum(['altered', 'missing', 'inserted', 'block', 'head']),
  blockNo: z.string(),
  eventId: Id.nullable(),
  eventName: z.string().nullable(),
  at: Instant.nullable(),
  sentence: z.string(),
})

export const verifyAudit = route({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/verify',
  permission: 'audit.read',
  summary: '核验审计日志：指出第一条被改、被删或被插入的记录',
  answer: z.object({
    intact: z.boolean(),
    blocks: z.int(),
    events: z.int(),
    unsealed: z.int(),
    heads: z.int().meta({ description: '与库外留存的链头比对的个数' }),
    finding: AuditFinding.nullable(),
  }),
})
