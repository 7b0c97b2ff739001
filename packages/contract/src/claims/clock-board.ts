/** What breaks next: open cases by their earliest due time, with every running clock (CLK-04; SLA §2 rules 10, 20). */
import { z } from 'zod'
import { Id, Instant, page, PageQuery, route } from '../kernel/index.ts'

export const BoardClock = z
  .object({
    clockId: z.string(),
    title: z.string(),
    kind: z.string(),
    dueAt: Instant.nullable(),
    paused: z.boolean(),
    late: z.boolean(),
    /** Time left in the clock's own unit, e.g. 还剩 2 个工作日; 等候补充资料 while paused. */
    remaining: z.string(),
    explanation: z.string(),
    provisional: z.boolean(),
    /** The highest percent people were warned at. */
    announcedPercent: z.int(),
  })
  .meta({ id: 'BoardClock' })
export const ClockBoardRow = z
  .object({
    kind: z.enum(['claim', 'report']),
    id: Id,
    /** The number people say. */
    no: z.string(),
    personName: z.string(),
    villageName: z.string().nullable(),
    institutionName: z.string(),
    state: z.string(),
    stateWord: z.string(),
    ownerId: Id.nullable(),
    ownerName: z.string().nullable(),
    anxious: z.boolean(),
    dueAt: Instant.nullable(),
    late: z.boolean(),
    clocks: z.array(BoardClock),
  })
  .meta({ id: 'ClockBoardRow', description: '时限看板的一行' })
export type ClockBoardRow = z.output<typeof ClockBoardRow>

const BoardFilter = z.object({
  ownerId: Id.optional(),
  institutionId: Id.optional(),
  clockId: z.string().max(20).optional(),
})

export const listWhatBreaksNext = route({
  id: 'listWhatBreaksNext',
  method: 'GET',
  path: '/api/boards/clocks',
  permission: 'claim.read',
  summary: '时限看板：先到期的在前',
  query: PageQuery.extend({
    /** late: past due; today: due on this day, the hour passed or not; warned: not late, warned at 80 % or more. */
    show: z.enum(['all', 'late', 'today', 'warned']).default('all'),
    ...BoardFilter.shape,
  }),
  answer: page(ClockBoardRow),
})

export const countWhatBreaksNext = route({
  id: 'countWhatBreaksNext',
  method: 'GET',
  path: '/api/boards/clocks/counts',
  permission: 'claim.read',
  summary: '时限看板：已超期、今天到期、已预警各有多少件，数到 1 万为止',
  query: BoardFilter,
  /** 10,000 stands for more as well. */
  answer: z.object({ late: z.int(), today: z.int(), warned: z.int() }),
})
