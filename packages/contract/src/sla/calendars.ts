/** The calendar desk: years with their status, notices and hours, their effect on running cases (CLK-02). */
import { calendarChangeLifecycle } from '@anpei/domain/sla'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const Spans = z.array(z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/, '时段写作 09:00-12:00')).max(6)
const Week = z.object({
  mon: Spans,
  tue: Spans,
  wed: Spans,
  thu: Spans,
  fri: Spans,
  sat: Spans,
  sun: Spans,
}) satisfies z.ZodType<Record<(typeof WEEKDAYS)[number], string[]>>

export const CalendarLine = z
  .object({
    id: z.string(),
    name: z.string(),
    followsNational: z.boolean(),
    weekly: Week,
    company: z.array(z.object({ day: Day, spans: Spans })),
  })
  .meta({ id: 'CalendarLine', description: '线路或网点的工作时间' })
export type CalendarLine = z.output<typeof CalendarLine>

export const CalendarYear = z
  .object({
    year: z.int(),
    /** official: the notice is in; provisional: weekends and the days fixed by law. */
    status: z.enum(['official', 'provisional']),
    days: z.array(z.object({ day: Day, name: z.string(), off: z.boolean() })),
  })
  .meta({ id: 'CalendarYear', description: '一年的放假与调休' })

export const MovedCase = z.object({
  subjectId: Id,
  subjectKind: z.string(),
  subjectNo: z.string(),
  clockTitle: z.string(),
  before: Instant,
  after: Instant,
})
export const CalendarChange = z
  .object({
    id: Id,
    state: keysOf(calendarChangeLifecycle.states),
    stateWord: z.string(),
    kind: z.enum(['notice', 'hours', 'day', 'office']),
    year: z.int().nullable(),
    calendarId: z.string().nullable(),
    /** The one institution a day is arranged for, and that day. */
    office: z.object({ id: Id, name: z.string() }).nullable(),
    day: Day.nullable(),
    /** Hours of that day, empty = closed; null where it is taken back, and of other changes. */
    spans: Spans.nullable(),
    source: z.string(),
    madeBy: z.string(),
    madeAt: Instant,
    checkedBy: z.string().nullable(),
    checkedAt: Instant.nullable(),
    /** Running cases have been recomputed. */
    applied: z.boolean(),
    days: z.array(
      z.object({ day: Day, name: z.string(), before: z.enum(['working', 'off']), after: z.enum(['working', 'off']) }),
    ),
    /** Hours that differ: `what` is a weekday or a day; null = nothing is arranged for that day alone. */
    hours: z.array(z.object({ line: z.string(), what: z.string(), before: Spans.nullable(), after: Spans.nullable() })),
    report: z
      .object({
        checked: z.int(),
        earlier: z.int(),
        later: z.int(),
        cases: z.array(MovedCase),
        /** Times that ended this year and would have been judged otherwise: reported, never changed (rule 15). */
        ended: z.object({
          checked: z.int(),
          otherwise: z.int(),
          cases: z.array(MovedCase.extend({ was: z.enum(['met', 'broken']) })),
        }),
      })
      .nullable(),
    can: Can,
  })
  .meta({ id: 'CalendarChange', description: '日历变更及其影响' })
export type CalendarChange = z.output<typeof CalendarChange>

export const viewCalendars = route({
  id: 'viewCalendars',
  method: 'GET',
  path: '/api/calendars',
  permission: 'session',
  summary: '工作日历：各年状态、各线路时间、变更与影响',
  answer: z.object({
    /** Next year, when its notice is missing from 1 November on. */
    missingYear: z.int().nullable(),
    years: z.array(CalendarYear),
    lines: z.array(CalendarLine),
    /** Institutions for which a single day can be arranged. */
    offices: z.array(z.object({ id: Id, name: z.string() })),
    changes: z.array(CalendarChange),
  }),
})
export const proposeNotice = route({
  id: 'proposeNotice',
  method: 'POST',
  path: '/api/calendars/notices',
  permission: 'calendar.manage',
  summary: '提交国务院放假通知（holiday-cn 格式），先看影响，再由第二人复核',
  body: z.object({
    year: z.int().min(2000).max(2100),
    /** Where it was published, e.g. 国办发明电〔2026〕… */
    source: Text(200),
    days: z
      .array(z.object({ name: z.string().max(40).default(''), date: Day, isOffDay: z.boolean() }))
      .min(1, '通知里没有日期')
      .max(120),
  }),
  answer: CalendarChange,
})
export const proposeHours = route({
  id: 'proposeHours',
  method: 'POST',
  path: '/api/calendars/hours',
  permission: 'calendar.manage',
  summary: '提交线路或网点工作时间的变更，先看影响，再由第二人复核',
  body: z.object({
    calendarId: z.string().max(40),
    source: Text(200),
    weekly: Week,
    company: z
      .array(z.object({ day: Day, spans: Spans }))
      .max(400)
      .default([]),
  }),
  answer: CalendarChange,
})
export const proposeDay = route({
  id: 'proposeDay',
  method: 'POST',
  path: '/api/calendars/days',
  permission: 'calendar.manage',
  summary: '提交某一天的特别安排（台风停业、临时开门），可同时用于几条线路或网点；先看影响，再由第二人复核',
  body: z.object({
    day: Day,
    calendarIds: z.array(z.string().max(40)).min(1, '请选择线路或网点').max(50),
    /** Empty = closed all day. */
    spans: Spans,
    source: Text(200),
  }),
  answer: CalendarChange,
})
export const proposeOfficeDay = route({
  id: 'proposeOfficeDay',
  method: 'POST',
  path: '/api/calendars/office-days',
  permission: 'calendar.manage',
  summary: '提交一个机构某一天的安排（停业、临时开门），或收回这样的安排；先看影响，再由第二人复核',
  body: z.object({
    institutionId: Id,
    day: Day,
    /** Which of its hours: those of the outlet, those of the work on claims and enquiries. */
    calendarIds: z.array(z.string().max(40)).min(1, '请选择哪些办理时间').max(50),
    /** Empty = closed all day; null = the day's arrangement is taken back. */
    spans: Spans.nullable(),
    source: Text(200),
  }),
  answer: CalendarChange,
})
export const OfficeDay = z
  .object({
    /** Of the confirmed change. */
    id: Id,
    office: z.object({ id: Id, name: z.string() }),
    day: Day,
    lines: z.array(z.object({ id: z.string(), name: z.string() })),
    spans: Spans,
    source: z.string(),
    madeBy: z.string(),
    checkedBy: z.string(),
    checkedAt: Instant,
    /** takeBack: puts forward that the day is as all others again. */
    can: Can,
  })
  .meta({ id: 'OfficeDay', description: '一个机构某一天的安排' })
export type OfficeDay = z.output<typeof OfficeDay>
export const listOfficeDays = route({
  id: 'listOfficeDays',
  method: 'GET',
  path: '/api/calendars/office-days',
  permission: 'session',
  summary: '各机构单独安排的日子：现在有效的，按日期先后',
  query: PageQuery.extend({ institutionId: Id.optional(), from: Day.optional() }),
  answer: page(OfficeDay),
})
const changeParams = z.object({ changeId: Id })
export const confirmCalendarChange = route({
  id: 'confirmCalendarChange',
  method: 'POST',
  path: '/api/calendar-changes/:changeId/confirm',
  permission: 'calendar.manage',
  summary: '复核生效：在走的时限重新计算',
  params: changeParams,
  answer: CalendarChange,
})
export const rejectCalendarChange = route({
  id: 'rejectCalendarChange',
  method: 'POST',
  path: '/api/calendar-changes/:changeId/reject',
  permission: 'calendar.manage',
  summary: '退回日历变更',
  params: changeParams,
  answer: CalendarChange,
})
