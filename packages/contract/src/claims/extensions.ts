/** A later time for a case: asked for by who handles it, granted by a superior, told to the customer (CLM-06). */
import { extensionLifecycle } from '@anpei/domain/claims'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'

export const ClaimExtension = z
  .object({
    id: Id,
    claimId: Id,
    state: keysOf(extensionLifecycle.states),
    stateWord: z.string(),
    clockTitle: z.string(),
    dueOn: Day,
    newDueOn: Day,
    reason: z.string(),
    answer: z.string(),
    askedBy: z.string(),
    askedAt: Instant,
    decidedBy: z.string().nullable(),
    decidedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'ClaimExtension', description: '延期申请' })
export type ClaimExtension = z.output<typeof ClaimExtension>

const claimParams = z.object({ claimId: Id })
export const listExtensions = route({
  id: 'listExtensions',
  method: 'GET',
  path: '/api/claims/:claimId/extensions',
  permission: 'claim.read',
  summary: '赔案的延期申请',
  sensitive: true,
  params: claimParams,
  answer: z.object({ items: z.array(ClaimExtension) }),
})
export const askExtension = route({
  id: 'askExtension',
  method: 'POST',
  path: '/api/claims/:claimId/extensions',
  permission: 'claim.letter',
  summary: '申请延期：到期之前，写明原因与新时间，由主管批准',
  params: claimParams,
  body: z.object({ reason: Text(500), newDueOn: Day }),
  answer: ClaimExtension,
})
export const decideExtension = route({
  id: 'decideExtension',
  method: 'POST',
  path: '/api/extensions/:extensionId/decide',
  permission: 'claim.assign',
  summary: '批准延期（随即告知客户）或不批准',
  params: z.object({ extensionId: Id }),
  body: z.object({ grant: z.boolean(), answer: MaybeText(300).default('') }),
  answer: ClaimExtension,
})
