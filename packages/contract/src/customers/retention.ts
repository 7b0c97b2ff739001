/** Destruction of what need not be kept any more (CUS-10): proposed, approved by a second person, done, proved. */
import { retentionItemLifecycle, retentionRunLifecycle } from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../kernel/index.ts'
import { personParams } from './persons.ts'

const runParams = z.object({ runId: Id })

export const RetentionClassView = z
  .object({
    id: z.string(),
    /** What a list is made for; several classes may share one. */
    subject: z.string(),
    title: z.string(),
    keepYears: z.int(),
    keepDays: z.int(),
    from: z.string(),
    basis: z.string(),
    /** What ends before this day may go now. */
    beforeOn: Day,
  })
  .meta({ id: 'RetentionClass', description: '保存期限' })

export const RetentionRun = z
  .object({
    id: Id,
    runNo: z.string(),
    class: z.string(),
    title: z.string(),
    basis: z.string(),
    beforeOn: Day,
    state: keysOf(retentionRunLifecycle.states),
    stateWord: z.string(),
    requestId: Id.nullable(),
    itemCount: z.int(),
    destroyedCount: z.int(),
    sparedCount: z.int(),
    proposedBy: z.string().nullable(),
    proposedAt: Instant,
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    comment: z.string().nullable(),
    finishedAt: Instant.nullable(),
    /** SHA-256 over the proofs of all items. */
    proofHash: z.string().nullable(),
    can: Can,
  })
  .meta({ id: 'RetentionRun', description: '销毁清单' })
export type RetentionRun = z.output<typeof RetentionRun>

const RetentionItem = z.object({
  subjectId: Id,
  /** The name while it is there; empty after the destruction. */
  name: z.string(),
  endedOn: Day,
  state: keysOf(retentionItemLifecycle.states),
  stateWord: z.string(),
  /** Rows by table, files, and the hash of what was destroyed. */
  proof: z.object({ rows: z.record(z.string(), z.int()), files: z.int(), sha256: z.string() }).nullable(),
  destroyedAt: Instant.nullable(),
})

export const listRetention = route({
  id: 'listRetention',
  method: 'GET',
  path: '/api/retention',
  permission: 'privacy.read',
  summary: '保存期限与销毁清单',
  query: PageQuery,
  answer: page(RetentionRun).extend({ classes: z.array(RetentionClassView) }),
})
export const getRetentionRun = route({
  id: 'getRetentionRun',
  method: 'GET',
  path: '/api/retention/:runId',
  permission: 'privacy.read',
  summary: '一份销毁清单与凭据',
  sensitive: true,
  params: runParams,
  query: PageQuery,
  answer: page(RetentionItem).extend({ run: RetentionRun }),
})
export const proposeRetention = route({
  id: 'proposeRetention',
  method: 'POST',
  path: '/api/retention/propose',
  permission: 'privacy.answer',
  summary: '提出到期销毁清单',
  body: z.object({ class: Text(40) }),
  answer: RetentionRun,
})
export const decideRetention = route({
  id: 'decideRetention',
  method: 'POST',
  path: '/api/retention/:runId/decide',
  permission: 'privacy.check',
  summary: '批准或不批准销毁（第二人）',
  params: runParams,
  body: z.object({ approve: z.boolean(), comment: MaybeText(300).default('') }),
  answer: RetentionRun,
})

export const LegalHold = z
  .object({
    id: Id,
    matter: z.string(),
    setBy: z.string(),
    setAt: Instant,
    liftedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'LegalHold', description: '暂停销毁' })
export const listHolds = route({
  id: 'listHolds',
  method: 'GET',
  path: '/api/persons/:personId/holds',
  permission: 'privacy.read',
  summary: '这位客户的暂停销毁与保存到期日',
  params: personParams,
  answer: z.object({
    holds: z.array(LegalHold),
    /** `open`: in use; null: nothing binds. */
    keptUntil: z.union([Day, z.literal('open')]).nullable(),
  }),
})
export const setHold = route({
  id: 'setHold',
  method: 'POST',
  path: '/api/persons/:personId/holds',
  permission: 'privacy.answer',
  summary: '暂停销毁（诉讼、调查等未了事项）',
  params: personParams,
  body: z.object({ matter: Text(200) }),
  answer: LegalHold,
})
export const liftHold = route({
  id: 'liftHold',
  method: 'POST',
  path: '/api/holds/:holdId/lift',
  permission: 'privacy.answer',
  summary: '解除暂停销毁',
  params: z.object({ holdId: Id }),
  body: z.object({ reason: Text(200) }),
  answer: LegalHold,
})
