/** CMP-13: past complaints as they were brought, and how long they took. */
import { CAUSES, OUTCOMES } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, page, PageQuery, route, Text } from '../../kernel/index.ts'
import { Cause } from '../words.ts'

const HistoryItem = z.object({
  id: Id,
  externalNo: z.string(),
  series: z.string(),
  institutionName: z.string(),
  name: z.string(),
  receivedOn: Day,
  closedOn: Day.nullable(),
  days: z.int().nullable(),
  /** Ours where the word has a meaning here; the words of the source beside them. */
  causeWords: z.array(z.string()),
  reasonWords: z.array(z.string()),
  outcomeWord: z.string().nullable(),
  outcomeWords: z.array(z.string()),
  product: z.string(),
  company: z.string(),
  channelWord: z.string(),
  region: z.string(),
  stateWord: z.string(),
})

export const listHistory = route({
  id: 'listHistory',
  method: 'GET',
  path: '/api/complaint-history',
  permission: 'complaint.read',
  summary: '历史投诉（导入的，不是在办事项）',
  query: PageQuery.extend({
    /** Its number, whole. */
    q: z.string().max(80).optional(),
    /** The complainant's name, whole. */
    name: z.string().max(60).optional(),
    cause: Cause.optional(),
    outcome: keysOf(OUTCOMES).optional(),
    company: z.string().max(200).optional(),
    importId: Id.optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  answer: page(HistoryItem),
})
export const getHistory = route({
  id: 'getHistory',
  method: 'GET',
  path: '/api/complaint-history/:historyId',
  permission: 'complaint.read',
  summary: '一件历史投诉与它的更新记录',
  sensitive: true,
  params: z.object({ historyId: Id }),
  answer: HistoryItem.extend({
    matter: z.string(),
    fileName: z.string(),
    importedAt: Instant,
    /** Whose it is, once somebody has made sure. */
    person: z.object({ id: Id, name: z.string() }).nullable(),
    can: Can.meta({ description: 'tie · untie' }),
    /** What later files changed, the latest first. */
    changes: z.array(
      z.object({
        at: Instant,
        fileName: z.string(),
        fields: z.array(z.object({ title: z.string(), before: z.string() })),
      }),
    ),
  }),
})

export const tieHistory = route({
  id: 'tieHistory',
  method: 'POST',
  path: '/api/complaint-history/:historyId/person',
  permission: 'complaint.coordinate',
  summary: '认定历史投诉是哪位客户的：从此随其个人信息复制、保存与销毁；personId 为空即取消认定',
  params: z.object({ historyId: Id }),
  body: z.object({ personId: Id.nullable(), reason: Text(200).meta({ description: '凭什么认定' }) }),
})

const SPANS = { month: '按月', cause: '按事由', company: '按机构' } as const
const ORIGINS = { imported: '历史导入', lived: '本系统', all: '全部' } as const
const reportQuery = z.object({
  by: keysOf(SPANS).default('month'),
  origin: keysOf(ORIGINS).default('imported'),
  /** By the day of receipt; a year back from today unless said. */
  from: Day.optional(),
  to: Day.optional(),
  cause: keysOf(CAUSES).optional(),
})
const Share = z.number().nullable()
const Spans = z.object({
  count: z.int(),
  /** Those that have ended; shares and days are of these. */
  closedCount: z.int(),
  within15: Share,
  within30: Share,
  within60: Share,
  /** Within so many days that share of them had ended. */
  medianDays: z.int().nullable(),
  p90Days: z.int().nullable(),
})
export const HistoryTimes = z
  .object({
    from: Day,
    to: Day,
    /** What was received before it is counted as it stood then; null: everything was counted just now. */
    countedUntil: Instant.nullable(),
    total: Spans,
    lines: z.array(Spans.extend({ key: z.string(), word: z.string() })),
  })
  .meta({ id: 'ComplaintTimes', description: '投诉办理时限报告' })
export type HistoryTimes = z.output<typeof HistoryTimes>

export const getHistoryTimes = route({
  id: 'getHistoryTimes',
  method: 'GET',
  path: '/api/complaint-times',
  permission: 'complaint.read',
  summary: '从收到到办结的自然日：15、30、60 日内的比例，中位数，九成位',
  query: reportQuery,
  answer: HistoryTimes,
})
export const exportHistoryTimes = route({
  id: 'exportHistoryTimes',
  method: 'GET',
  path: '/api/complaint-times/export',
  permission: 'complaint.read',
  summary: '导出办理时限报告（XLSX）',
  download: true,
  query: reportQuery,
})
