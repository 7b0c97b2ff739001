/** RPT-01, RPT-02, SRV-05: how the desk keeps what it promises, with numerator and denominator of every figure. */
import { z } from 'zod'
import { Day, Id, route } from '../kernel/index.ts'

const Share = z
  .object({ count: z.int(), of: z.int(), bps: z.int().nullable() })
  .meta({ id: 'DeskShare', description: '占比：分子、分母、万分比；分母为 0 时没有占比' })

const Figures = z.object({
  /** Incoming calls, without those hung up at once. */
  calls: z.int(),
  /** 接通率: answered by a human. */
  answered: Share,
  /** Answered within a minute of the first ring (T02, T09, T20a). */
  answeredInTime: Share,
  /** Missed calls called back within their promise, of those decided (T03, T10, T20b). */
  calledBackInTime: Share,
  requests: z.int(),
  /** Answered within the promise, of those decided (T04, T05, T42). */
  repliedInTime: Share,
  /** Average hours to the first answer of a human (T01: 24 h over the month); null where none is answered. */
  firstAnswerHours: z.number().nullable(),
  /** Solved by one answer and never come back (首次解决). */
  solvedAtOnce: Share,
  /** Come back after they were solved (重开率). */
  reopened: Share,
})

export const DeskMetrics = z
  .object({
    total: Figures,
    groups: z.array(Figures.extend({ id: z.string(), name: z.string(), ownerId: Id.nullable() })),
    topics: z.array(z.object({ code: z.string().nullable(), name: z.string(), share: Share })),
  })
  .meta({ id: 'DeskMetrics', description: '服务台指标' })
export type DeskMetrics = z.output<typeof DeskMetrics>

export const getDeskMetrics = route({
  id: 'getDeskMetrics',
  method: 'GET',
  path: '/api/desk/metrics',
  permission: 'desk.lead',
  summary: '服务台指标：接通、回拨、答复、首次解决、重开、主题；按坐席、机构、渠道',
  query: z.object({ fromOn: Day, toOn: Day, by: z.enum(['agent', 'institution', 'channel']).default('agent') }),
  answer: DeskMetrics,
})
