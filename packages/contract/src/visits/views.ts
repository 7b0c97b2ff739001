/** Lists, one visit, a visitor's day, the calendar of visitors, whom to send (SRV-09). */
import { z } from 'zod'
import { Can, Day, Id, Instant, page, PageQuery, route, TimeLeft } from '../kernel/index.ts'
import { visitParams } from './routes-arrange.ts'
import { HandedIn } from './routes-make.ts'
import {
  Area,
  CoverWarning,
  EligibleBy,
  Half,
  VisitChannel,
  VisitKind,
  VisitPurpose,
  VisitState,
  VisitSubject,
  VisitWish,
} from './words.ts'

/** A visit as lists and routes show it. */
export const VisitItem = z
  .object({
    id: Id,
    visitNo: z.string(),
    kind: VisitKind,
    state: VisitState,
    stateWord: z.string(),
    revision: z.int(),
    name: z.string(),
    villageName: z.string().nullable(),
    purpose: VisitPurpose,
    visitorName: z.string().nullable(),
    /** Agreed with somebody who may not work on that day: absent, out of service, without a certificate (ORG-06). */
    visitorAway: z.boolean(),
    slotOn: Day.nullable(),
    half: Half.nullable(),
    /** `11月24日上午9:00至12:00`. */
    when: z.string().nullable(),
    requestedAt: Instant,
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'VisitItem' })
export type VisitItem = z.output<typeof VisitItem>

const Record = HandedIn.extend({
  id: Id,
  standing: z.enum(['current', 'beside', 'not_chosen']),
  standingWord: z.string(),
  by: z.string(),
  receivedAt: Instant,
  resultWord: z.string(),
  points: z.array(z.object({ text: z.string(), answer: z.string() })),
})

const ChecklistView = z.object({
  version: z.int(),
  items: z.array(
    z.object({ code: z.string(), text: z.string(), answer: z.enum(['yes_no', 'text']), must: z.boolean() }),
  ),
})

export const VisitView = VisitItem.extend({
  personId: Id.nullable(),
  phoneMasked: z.string(),
  /** How to talk with the person (CUS-04). */
  careHints: z.array(z.string()),
  address: z.string(),
  why: z.string(),
  channel: VisitChannel,
  subject: VisitSubject.nullable(),
  /** Empty: nothing known speaks for a visit; a person decides. */
  eligibleBy: z.array(EligibleBy),
  wishes: z.array(VisitWish),
  area: Area.nullable(),
  areaKnown: z.boolean(),
  visitorId: Id.nullable(),
  slotFrom: Instant.nullable(),
  slotTo: Instant.nullable(),
  setOutAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  arrivalProof: z.array(z.string()),
  coverWarnings: z.array(CoverWarning),
  coverConfirmedBy: z.string().nullable(),
  checklist: ChecklistView,
  records: z.array(Record),
  papers: z.array(
    z.object({
      id: Id,
      code: z.string(),
      title: z.string(),
      receivedAt: Instant,
      files: z.array(z.object({ id: Id, mediaType: z.string(), bytes: z.int() })),
    }),
  ),
  timeline: z.array(
    z.object({ id: Id, at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
  can: Can,
}).meta({ id: 'Visit', description: '上门服务' })
export type VisitView = z.output<typeof VisitView>

export const listVisits = route({
  id: 'listVisits',
  method: 'GET',
  path: '/api/visits',
  permission: 'visit.read',
  summary: '上门服务列表',
  sensitive: true,
  query: PageQuery.extend({
    state: VisitState.optional(),
    kind: VisitKind.optional(),
    visitNo: z.string().max(20).optional(),
    personId: Id.optional(),
    /** `due`: what breaks first; the promise, or without one the hour agreed. */
    sort: z.enum(['due', 'newest']).default('due'),
    /** Only those that somebody else has to be sent to (ORG-06, ORG-07). */
    away: z.literal('yes').optional(),
    /** Only those with a record beside, which a person has to choose about. */
    beside: z.literal('yes').optional(),
    /** Up to five, with commas: a claim and the report it came from. */
    subjectId: z
      .string()
      .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,4}$/)
      .optional(),
  }),
  answer: page(VisitItem),
})
export const getVisit = route({
  id: 'getVisit',
  method: 'GET',
  path: '/api/visits/:visitId',
  permission: 'visit.read',
  summary: '查看一次上门服务',
  sensitive: true,
  params: visitParams,
  answer: VisitView,
})
export const getVisitFile = route({
  id: 'getVisitFile',
  method: 'GET',
  path: '/api/visits/:visitId/files/:fileId',
  permission: 'visit.read',
  summary: '查看上门照片或签字',
  sensitive: true,
  download: true,
  params: visitParams.extend({ fileId: Id }),
})
/** One's own day, or a colleague's, in the order of the route. */
export const getVisitRoute = route({
  id: 'getVisitRoute',
  method: 'GET',
  path: '/api/visit-route',
  permission: 'visit.read',
  summary: '某人某天的上门路线',
  sensitive: true,
  query: z.object({ day: Day.optional(), visitorId: Id.optional() }),
  answer: z.object({
    day: Day,
    visitorId: Id.nullable(),
    visitorName: z.string(),
    stops: z.array(VisitItem.extend({ address: z.string(), phoneMasked: z.string() })),
    safety: z.object({ version: z.int(), rules: z.array(z.string()), readVersion: z.int().nullable() }),
  }),
})
/** Whom to send: the nearest free first, with what stands against each, for the half-days of the next days. */
export const listVisitChoices = route({
  id: 'listVisitChoices',
  method: 'GET',
  path: '/api/visits/:visitId/choices',
  permission: 'visit.arrange',
  summary: '可派的人和空闲时间，近的在前',
  params: visitParams,
  query: z.object({ day: Day.optional() }),
  answer: z.object({
    day: Day,
    /** By when to be at a scene. */
    at: Instant.nullable(),
    visitors: z.array(
      z.object({
        visitorId: Id,
        name: z.string(),
        nearness: z.string(),
        load: z.int(),
        free: z.boolean(),
        halves: z.array(z.object({ half: Half, free: z.int(), note: z.string() })),
        coverWarnings: z.array(CoverWarning),
      }),
    ),
  }),
})
