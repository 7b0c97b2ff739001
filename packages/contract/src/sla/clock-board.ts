/**
 * What breaks next: open cases of every kind clocks run on, by their earliest due time, with every running clock
 * (CLK-04; SLA §2 rules 10, 20). A reader sees of each kind what its own list shows.
 */
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
    /** Time left in the clock's own unit, e.g. 还剩 2 个工作日; 暂停计时 while paused. */
    remaining: z.string(),
    explanation: z.string(),
    provisional: z.boolean(),
    /** The highest percent people were warned at. */
    announcedPercent: z.int(),
  })
  .meta({ id: 'BoardClock' })
export const ClockBoardRow = z
  .object({
    /** As clocks name it: claim, report, complaint, visit, … */
    kind: z.string(),
    kindWord: z.string(),
    id: Id,
    /** The number people say. */
    no: z.string(),
    /** Whose matter it is, or what it is called. */
    name: z.string(),
    villageName: z.string().nullable(),
    institutionName: z.string().nullable(),
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
  kind: z.string().max(30).optional(),
  ownerId: Id.optional(),
  /** It and all below it; the first of all also for what no institution keeps yet. */
  institutionId: Id.optional(),
})

export const listWhatBreaksNext = route({
  id: 'listWhatBreaksNext',
  method: 'GET',
  path: '/api/boards/clocks',
  permission: 'session',
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
  permission: 'session',
  summary: '时限看板：已超期、今天到期、已预警各有多少件，数到 1000 为止；读者能看哪些种类、哪些机构',
  query: BoardFilter,
  answer: z.object({
    /** 1,000 stands for more as well. */
    late: z.int(),
    today: z.int(),
    warned: z.int(),
    /** The kinds of case the reader may see, to choose from. */
    kinds: z.array(z.object({ kind: z.string(), word: z.string() })),
    /** Likewise the institutions; none for whoever sees no institution's cases. */
    institutions: z.array(z.object({ id: Id, name: z.string() })),
  }),
})
