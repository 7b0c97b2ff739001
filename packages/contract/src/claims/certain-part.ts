/** CLM-13: cases that come near sixty days, when the part that is certain must be paid in advance. */
import { CERTAIN_PART_STEPS, NEAR_DAYS } from '@anpei/domain/claims'
import { z } from 'zod'
import { FenAmount, Id, Instant, keysOf, route, TimeLeft } from '../kernel/index.ts'
import { ClaimState } from './words.ts'

export const CertainPartRow = z
  .object({
    claimId: Id,
    claimNo: z.string(),
    personName: z.string(),
    ownerName: z.string().nullable(),
    state: ClaimState,
    stateWord: z.string(),
    startedAt: Instant,
    dueAt: Instant,
    timeLeft: TimeLeft.nullable(),
    late: z.boolean(),
    /** Days since request and papers, deductions not counted. */
    dayNo: z.int(),
    /** What the latest calculation gives; null = not calculated. */
    certainFen: FenAmount.nullable(),
    /** Granted and not paid yet. */
    unpaidFen: FenAmount,
    /** The tab of the claim page where the next step is taken. */
    next: keysOf(CERTAIN_PART_STEPS),
    nextWord: z.string(),
  })
  .meta({ id: 'CertainPartRow', description: '先予支付' })
export type CertainPartRow = z.output<typeof CertainPartRow>

export const listCertainPart = route({
  id: 'listCertainPart',
  method: 'GET',
  path: '/api/boards/certain-part',
  permission: 'claim.read',
  summary: '先予支付：临近或超过六十日的赔案，先到期的在前',
  sensitive: true,
  query: z.object({
    withinDays: z.coerce.number().int().min(0).max(60).default(NEAR_DAYS),
    limit: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({ items: z.array(CertainPartRow), late: z.int() }),
})
