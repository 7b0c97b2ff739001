/** Who goes out: area, calendar, capacity, cover; their calendar; the areas of villages (SRV-09, CLM-02). */
import { z } from 'zod'
import { Day, Id, MaybeText, route, Text } from '../kernel/index.ts'
import { Area, CoverWarning, Half, VillageCode, VisitKind, VisitState } from './words.ts'

const staffParams = z.object({ staffId: Id })

export const VisitorView = z
  .object({
    staffId: Id,
    name: z.string(),
    active: z.boolean(),
    baseVillage: VillageCode,
    baseVillageName: z.string(),
    villages: z.array(VillageCode),
    calendarId: z.string(),
    halfDayCapacity: z.int(),
    cover: z.object({ insurer: z.string(), policyNo: z.string(), from: Day, to: Day }).nullable(),
    safetyVersion: z.int().nullable(),
    safetyReadOn: Day.nullable(),
    coverWarnings: z.array(CoverWarning),
    /** Holds today what the post demands; without it nobody is sent (ORG-06). */
    certified: z.boolean(),
  })
  .meta({ id: 'Visitor', description: '上门人员' })
export type VisitorView = z.output<typeof VisitorView>

export const listVisitors = route({
  id: 'listVisitors',
  method: 'GET',
  path: '/api/visitors',
  permission: 'visit.read',
  summary: '上门人员名单',
  answer: z.object({
    items: z.array(VisitorView),
    safety: z.object({ version: z.int(), rules: z.array(z.string()) }),
    calendars: z.array(z.object({ id: z.string(), name: z.string() })),
  }),
})
export const saveVisitor = route({
  id: 'saveVisitor',
  method: 'PUT',
  path: '/api/visitors/:staffId',
  permission: 'visit.lead',
  summary: '登记上门人员：片区、工作日历、每半天几家、意外险',
  params: staffParams,
  body: z.object({
    active: z.boolean().default(true),
    baseVillage: VillageCode,
    villages: z.array(VillageCode).max(300).default([]),
    calendarId: z.string().max(40),
    halfDayCapacity: z.int().min(1).max(12),
    cover: z
      .object({ insurer: Text(80), policyNo: Text(60), from: Day, to: Day })
      .nullable()
      .default(null),
  }),
  answer: z.object({ staffId: Id }),
})
export const confirmSafetyRead = route({
  id: 'confirmSafetyRead',
  method: 'POST',
  path: '/api/visitors/me/safety',
  permission: 'visit.make',
  summary: '本人确认已学习现行安全守则',
  body: z.object({ version: z.int().min(1) }),
  answer: z.object({ version: z.int() }),
})
export const getVisitorCalendar = route({
  id: 'getVisitorCalendar',
  method: 'GET',
  path: '/api/visitor-calendar',
  permission: 'visit.read',
  summary: '上门人员日历（一周或一天）',
  query: z.object({ from: Day.optional(), days: z.coerce.number().int().min(1).max(14).default(7) }),
  answer: z.object({
    from: Day,
    days: z.array(Day),
    visitors: z.array(
      z.object({
        staffId: Id,
        name: z.string(),
        capacity: z.int(),
        cells: z.array(
          z.object({
            day: Day,
            half: Half,
            /** open, off (closed by the calendar), absent, or without the certificate the post demands (ORG-06). */
            standing: z.enum(['open', 'off', 'absent', 'uncertified']),
            visits: z.array(
              z.object({ id: Id, kind: VisitKind, state: VisitState, villageName: z.string().nullable() }),
            ),
          }),
        ),
      }),
    ),
  }),
})
export const listVillageAreas = route({
  id: 'listVillageAreas',
  method: 'GET',
  path: '/api/village-areas',
  permission: 'visit.read',
  summary: '村居属市区还是郊区',
  query: z.object({
    town: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  }),
  answer: z.object({
    items: z.array(
      z.object({
        villageCode: VillageCode,
        villageName: z.string(),
        townName: z.string(),
        area: Area.nullable(),
        from: Day.nullable(),
        source: z.string().nullable(),
      }),
    ),
    known: z.int(),
    all: z.int(),
  }),
})
/** Takes effect when the sponsor (or compliance) has confirmed it. */
export const proposeVillageAreas = route({
  id: 'proposeVillageAreas',
  method: 'POST',
  path: '/api/village-areas',
  permission: 'visit.area',
  summary: '登记或导入村居属市区、郊区（待主办方确认）',
  body: z.object({
    fromOn: Day,
    /** The letter it stands in. */
    source: Text(120),
    villages: z
      .array(z.object({ villageCode: VillageCode, area: Area }))
      .min(1)
      .max(1000),
    note: MaybeText(200).default(''),
  }),
  answer: z.object({ changeId: Id, villages: z.int() }),
})
