/** CMP-13: complaints counted by what they were and how long they took, the cases behind each figure; CMP-14 scores. */
import { COMPLAINT_SERIES, FIGURE_DIMENSIONS, FIGURES } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Id, Instant, keysOf, page, PageQuery, route } from '../../kernel/index.ts'

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作 2026-03')
const Series = keysOf(COMPLAINT_SERIES)
const Dimension = keysOf(FIGURE_DIMENSIONS)

/** Counts of complaints; `received` are those a share is taken of. */
const Figures = z
  .object({
    received: z.int(),
    open: z.int(),
    repeated: z.int(),
    withdrawn: z.int(),
    redirected: z.int(),
    upheld: z.int(),
    reopened: z.int(),
    overdue: z.int(),
    unsatisfied: z.int(),
  })
  .meta({ id: 'ComplaintFigures', description: '投诉件数' })

const Asked = z.object({
  from: Month,
  to: Month,
  series: Series.default('own'),
  institutionId: Id.optional(),
  /** Business line of ours; of the history what its source called the product; `-` for none. */
  product: z.string().max(100).optional(),
})

const Days = z.object({
  closed: z.int(),
  median: z.int().nullable(),
  p80: z.int().nullable(),
  p90: z.int().nullable(),
  longest: z.int().nullable(),
})
const Line = z.object({ value: z.string(), word: z.string(), figures: Figures })

const ComplaintFigures = z
  .object({
    from: Month,
    to: Month,
    series: Series,
    /** What was received before it is counted as it stood then; null: everything was counted just now. */
    countedUntil: Instant.nullable(),
    total: Figures,
    tables: z.array(z.object({ dimension: Dimension, name: z.string(), lines: z.array(Line) })),
    /** From receipt until the decision was told, in natural days. */
    days: Days,
    months: z.array(z.object({ month: Month, figures: Figures, days: Days })),
    clocks: z.array(
      z.object({
        clockId: z.string(),
        name: z.string(),
        kind: z.string(),
        kept: z.int(),
        keptByAgreement: z.int(),
        broken: z.int(),
        running: z.int(),
        keptBps: z.int().nullable(),
      }),
    ),
    institutions: z.array(z.object({ value: z.string(), word: z.string() })),
    products: z.array(z.object({ value: z.string(), word: z.string() })),
  })
  .meta({ id: 'ComplaintAnalysis', description: '投诉分析' })
export type ComplaintFigures = z.output<typeof ComplaintFigures>

export const getComplaintFigures = route({
  id: 'getComplaintFigures',
  method: 'GET',
  path: '/api/complaint-figures',
  permission: 'complaint.analyse',
  summary: '投诉分析：按收到月份统计，各系列分开',
  query: Asked,
  answer: ComplaintFigures,
})

export const exportComplaintFigures = route({
  id: 'exportComplaintFigures',
  method: 'GET',
  path: '/api/complaint-figures/file',
  permission: 'complaint.analyse',
  summary: '投诉分析导出（Excel）',
  download: true,
  query: Asked,
})

const Counted = z
  .object({
    id: Id,
    /** Lived here, or brought in from before. */
    origin: z.enum(['lived', 'imported']),
    no: z.string(),
    stateWord: z.string(),
    causeWord: z.string(),
    outcomeWord: z.string(),
    channelWord: z.string(),
    institution: z.string(),
    receivedAt: Instant,
    days: z.int().nullable(),
  })
  .meta({ id: 'CountedComplaint', description: '数字背后的一件投诉' })
export type CountedComplaint = z.output<typeof Counted>

export const listCountedComplaints = route({
  id: 'listCountedComplaints',
  method: 'GET',
  path: '/api/complaint-figures/cases',
  permission: 'complaint.analyse',
  summary: '某个数字背后的投诉，新的在前',
  sensitive: true,
  query: PageQuery.extend({
    ...Asked.shape,
    figure: keysOf(FIGURES).default('received'),
    dimension: Dimension.optional(),
    value: z.string().max(200).optional(),
    clockId: z.string().max(10).optional(),
    clockOutcome: z.enum(['kept', 'keptByAgreement', 'broken', 'running']).optional(),
  }),
  answer: page(Counted),
})

const Scored = z.object({
  id: Id,
  name: z.string(),
  received: z.int(),
  /** Sheets of the regulator among them. */
  regulator: z.int(),
  overdue: z.int(),
  reopened: z.int(),
  upheld: z.int(),
  unsatisfied: z.int(),
  /** Points from 100 down, one decimal. */
  score: z.number().nullable(),
})

export const getComplaintScores = route({
  id: 'getComplaintScores',
  method: 'GET',
  path: '/api/complaint-scores',
  permission: 'complaint.analyse',
  summary: '投诉考评：机构得分；人员得分只给其上级看',
  query: z.object({ from: Month, to: Month }),
  answer: z.object({
    from: Month,
    to: Month,
    unitWeights: z.array(z.object({ name: z.string(), points: z.number() })),
    personWeights: z.array(z.object({ name: z.string(), points: z.number() })),
    units: z.array(Scored),
    /** Of the people the reader leads. */
    people: z.array(Scored),
  }),
})
export type ComplaintScores = z.output<typeof getComplaintScores.answer>
