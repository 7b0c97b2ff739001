/** CMP-13: review meetings of claims, service and law: their pack, who was there, minutes and decisions. */
import { REVIEW_FUNCTIONS, reviewLifecycle } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text } from '../../kernel/index.ts'

const State = keysOf(reviewLifecycle.states)
const ReviewStand = z.object({ id: Id, reviewNo: z.string(), state: State, stateWord: z.string() })
const ReviewItem = ReviewStand.extend({ title: z.string(), from: Day, to: Day, meetOn: Day, place: z.string() })
const PackTable = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
  note: z.string(),
})
export const ReviewView = ReviewItem.extend({
  preparedBy: z.string(),
  preparedAt: Instant,
  tables: z.array(PackTable),
  minutes: z.string(),
  heldOn: Day.nullable(),
  heldBy: z.string().nullable(),
  participants: z.array(z.object({ name: z.string(), function: keysOf(REVIEW_FUNCTIONS), functionWord: z.string() })),
  decisions: z.array(
    z.object({
      no: z.int(),
      text: z.string(),
      ownerName: z.string(),
      dueOn: Day,
      improvement: z.object({ id: Id, improvementNo: z.string() }).nullable(),
    }),
  ),
  can: Can,
}).meta({ id: 'ReviewMeeting', description: '复盘会' })
export type ReviewView = z.output<typeof ReviewView>

export const openReview = route({
  id: 'openReview',
  method: 'POST',
  path: '/api/reviews',
  permission: 'complaint.improve',
  summary: '准备复盘会：汇集期间的投诉与整改',
  body: z.object({ title: Text(100), from: Day, to: Day, meetOn: Day, place: MaybeText(100).default('') }),
  answer: ReviewStand,
})
const reviewParams = z.object({ reviewId: Id })
export const holdReview = route({
  id: 'holdReview',
  method: 'POST',
  path: '/api/reviews/:reviewId/minutes',
  permission: 'complaint.improve',
  summary: '登记参加人、纪要和决定（理赔、客服、法务都要参加）',
  params: reviewParams,
  body: z.object({
    heldOn: Day,
    participants: z
      .array(z.object({ userId: Id, function: keysOf(REVIEW_FUNCTIONS) }))
      .min(1)
      .max(30),
    minutes: Text(10_000),
    decisions: z
      .array(z.object({ text: Text(500), ownerId: Id, dueOn: Day, improvementId: Id.nullable().default(null) }))
      .max(30)
      .default([]),
  }),
  answer: ReviewStand,
})
export const listReviews = route({
  id: 'listReviews',
  method: 'GET',
  path: '/api/reviews',
  permission: 'complaint.improve',
  summary: '复盘会，新的在前',
  query: PageQuery,
  answer: page(ReviewItem),
})
export const getReview = route({
  id: 'getReview',
  method: 'GET',
  path: '/api/reviews/:reviewId',
  permission: 'complaint.improve',
  summary: '一次复盘会',
  params: reviewParams,
  answer: ReviewView,
})
export const getReviewPack = route({
  id: 'getReviewPack',
  method: 'GET',
  path: '/api/reviews/:reviewId/pack/:format',
  permission: 'complaint.improve',
  summary: '复盘会材料（PDF、XLSX）',
  params: reviewParams.extend({ format: z.enum(['pdf', 'xlsx']) }),
  download: true,
})
