/** CMP-14: what is published of complaints: drafted, approved by another person, read by everybody. */
import { publicationLifecycle } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, route, Text } from '../../kernel/index.ts'

const PeriodKey = z.string().max(7)

/** As shown: null where a count is hidden. The last of a row and the last row are totals. */
const Table = z.object({
  title: z.string(),
  /** What a row is called by. */
  head: z.string(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  counts: z.array(z.array(z.int().nullable())),
})
const Ratios = z.object({
  perHundredMillionYuan: z.number().nullable(),
  perTenThousandPolicies: z.number().nullable(),
  perTenThousandPersons: z.number().nullable(),
})

/** Null where so few came in that nothing is told of them. */
const Part = z.object({
  received: z.int().nullable(),
  medianDays: z.int().nullable(),
  ratios: Ratios.nullable(),
  tables: z.array(Table),
})
export const PublishedFigures = z
  .object({ least: z.int(), own: Part, regulator: Part })
  .meta({ id: 'PublishedComplaintFigures', description: '公布的投诉数字' })
export type PublishedFigures = z.output<typeof PublishedFigures>

const Heading = z.object({
  id: Id,
  period: z.string(),
  periodName: z.string(),
  version: z.int(),
  publishedAt: Instant.nullable(),
  /** Why this version corrects an earlier one. */
  reason: z.string(),
})
const Published = Heading.extend({ measures: z.string(), figures: PublishedFigures })

const Publication = Published.extend({
  state: keysOf(publicationLifecycle.states),
  stateWord: z.string(),
  frozenAt: Instant,
  draftedBy: z.string(),
  submittedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  answer: z.string(),
  can: Can,
}).meta({ id: 'ComplaintPublication', description: '投诉情况公布' })
export type Publication = z.output<typeof Publication>

const Stand = z.object({ id: Id, version: z.int(), state: keysOf(publicationLifecycle.states) })
const publicationParams = z.object({ publicationId: Id })

export const draftPublication = route({
  id: 'draftPublication',
  method: 'POST',
  path: '/api/complaint-publications',
  permission: 'complaint.publish',
  summary: '起草投诉情况公布，冻结该期数字',
  body: z.object({ period: PeriodKey, reason: MaybeText(500).default('') }),
  answer: Stand,
})
export const submitPublication = route({
  id: 'submitPublication',
  method: 'POST',
  path: '/api/complaint-publications/:publicationId/submission',
  permission: 'complaint.publish',
  summary: '写好改进措施，提交批准',
  params: publicationParams,
  body: z.object({ measures: Text(5000) }),
  answer: Stand,
})
export const judgePublication = route({
  id: 'judgePublication',
  method: 'POST',
  path: '/api/complaint-publications/:publicationId/judgement',
  permission: 'complaint.publish',
  summary: '批准并公布，或退回',
  params: publicationParams,
  body: z.object({ publish: z.boolean(), answer: MaybeText(500).default('') }),
  answer: Stand,
})
export const dropPublication = route({
  id: 'dropPublication',
  method: 'POST',
  path: '/api/complaint-publications/:publicationId/dropping',
  permission: 'complaint.publish',
  summary: '作废公布稿',
  params: publicationParams,
  answer: Stand,
})
export const listPublications = route({
  id: 'listPublications',
  method: 'GET',
  path: '/api/complaint-publications',
  permission: 'complaint.publish',
  summary: '投诉情况公布稿与已公布的各期，新的在前',
  answer: z.object({ items: z.array(Publication) }),
})
export const getPublicationFile = route({
  id: 'getPublicationFile',
  method: 'GET',
  path: '/api/complaint-publications/:publicationId/:format',
  permission: 'complaint.publish',
  summary: '投诉情况报告（年报、季报）PDF 或 Excel',
  download: true,
  params: publicationParams.extend({ format: z.enum(['pdf', 'xlsx']) }),
})

export const portalPublications = route({
  id: 'portalPublications',
  method: 'GET',
  path: '/api/portal/published',
  permission: 'public',
  summary: '已公布的各期投诉情况',
  answer: z.object({ items: z.array(Heading) }),
})
export const portalPublication = route({
  id: 'portalPublication',
  method: 'GET',
  path: '/api/portal/published/:publicationId',
  permission: 'public',
  summary: '一期投诉情况',
  params: publicationParams,
  answer: Published,
})
