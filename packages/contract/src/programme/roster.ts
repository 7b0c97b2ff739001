/** The roster of insured people (PRG-04): search, cover as of any day, what was known when, heads by village. */
import { MEMBER_STATUSES } from '@anpei/domain/programme'
import { z } from 'zod'
import { Day, Id, Instant, keysOf, page, PageQuery, route } from '../kernel/index.ts'

export const MemberStatus = keysOf(MEMBER_STATUSES)

export const RosterRow = z
  .object({
    personId: Id,
    name: z.string(),
    sex: z.enum(['male', 'female']),
    age: z.int(),
    idNumberMasked: z.string(),
    villageCode: z.string().nullable(),
    villageName: z.string().nullable(),
    townName: z.string().nullable(),
    status: MemberStatus,
    statusWord: z.string(),
    statusFrom: Day,
    coveredToday: z.boolean(),
  })
  .meta({ id: 'RosterRow' })
export type RosterRow = z.output<typeof RosterRow>

export const listRoster = route({
  id: 'listRoster',
  method: 'GET',
  path: '/api/roster',
  permission: 'roster.read',
  summary: '花名册：按村居、姓名、状态查找',
  sensitive: true,
  query: PageQuery.extend({
    programmeId: Id.optional(),
    /** Nine digits: a town; twelve: a village. */
    division: z
      .string()
      .regex(/^\d{9}(\d{3})?$/)
      .optional(),
    status: MemberStatus.optional(),
    q: z.string().max(50).optional(),
    count: z.stringbool().default(true),
  }),
  answer: page(RosterRow),
})

export const MemberFact = z
  .object({
    status: MemberStatus,
    statusWord: z.string(),
    villageName: z.string().nullable(),
    fromOn: Day,
    toOn: Day.nullable(),
    knownFrom: Instant,
    knownBefore: Instant.nullable(),
  })
  .meta({ id: 'MemberFact' })
export const CoverSpanView = z
  .object({ fromOn: Day, toOn: Day.nullable(), knownFrom: Instant, knownBefore: Instant.nullable() })
  .meta({ id: 'CoverSpan' })

export const PersonCover = z
  .object({
    programmeId: Id,
    programme: z.string(),
    facts: z.array(MemberFact),
    covers: z.array(CoverSpanView),
  })
  .meta({ id: 'PersonCover' })
/** Everything ever known about a person's registration and cover, newest knowledge first. */
export const getPersonCover = route({
  id: 'getPersonCover',
  method: 'GET',
  path: '/api/persons/:personId/cover',
  permission: 'roster.read',
  summary: '客户的户籍与保障（全部历史）',
  sensitive: true,
  params: z.object({ personId: Id }),
  answer: z.object({ programmes: z.array(PersonCover) }),
})

export const CoverAnswer = z
  .object({
    programmeId: Id,
    programme: z.string(),
    covered: z.boolean(),
    span: z.object({ fromOn: Day, toOn: Day.nullable() }).nullable(),
    version: z.object({ id: Id, versionNo: z.int(), title: z.string(), effectiveFrom: Day }).nullable(),
    policyNo: z.string().nullable(),
    facts: z.array(MemberFact),
    /** One sentence that can be read aloud. */
    sentence: z.string(),
  })
  .meta({ id: 'CoverAnswer' })
export type CoverAnswer = z.output<typeof CoverAnswer>

/** The cover today of somebody an account acts for (PRG-07): programmes one is not in are left out. */
export const portalCover = route({
  id: 'portalCover',
  method: 'GET',
  path: '/api/portal/links/:linkId/cover',
  permission: 'portal.own',
  summary: '我的家人今天有没有保障',
  sensitive: true,
  params: z.object({ linkId: Id }),
  answer: z.object({
    /** Null: who has died is told of no cover of today, and not how to apply. */
    covers: z.array(z.object({ programme: z.string(), fromOn: Day, toOn: Day.nullable() })).nullable(),
  }),
})

/** "Was this person covered on that day, and what did we know then?" Without `knownAt`: what is known now. */
export const askCover = route({
  id: 'askCover',
  method: 'GET',
  path: '/api/persons/:personId/cover-on',
  permission: 'roster.read',
  summary: '某日是否在保、当时知道什么',
  sensitive: true,
  params: z.object({ personId: Id }),
  query: z.object({ day: Day, knownAt: Instant.optional() }),
  answer: z.object({ day: Day, knownAt: Instant, answers: z.array(CoverAnswer) }),
})

/** Two records of one person, merged since, each with cover of one programme that still runs (CUS-01, PRG-06). */
export const listDoubledCovers = route({
  id: 'listDoubledCovers',
  method: 'GET',
  path: '/api/roster/doubled-covers',
  permission: 'roster.read',
  summary: '合并客户后留下的重复保障，待核减',
  query: PageQuery,
  answer: page(
    z.object({
      id: Id,
      personId: Id,
      name: z.string(),
      mergedId: Id,
      mergedName: z.string(),
      programme: z.string(),
      /** The first day both cover. */
      fromOn: Day,
      mergedAt: Instant,
    }),
  ),
})

export const headCounts = route({
  id: 'headCounts',
  method: 'GET',
  path: '/api/roster/heads',
  permission: 'board.read',
  summary: '各镇街、村居的在保人数',
  query: z.object({
    town: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    programmeId: Id.optional(),
  }),
  answer: z.object({
    asOfOn: Day,
    covered: z.int(),
    divisions: z.array(
      z.object({ code: z.string(), name: z.string(), covered: z.int(), deceased: z.int(), movedAway: z.int() }),
    ),
  }),
})
export const listDivisions = route({
  id: 'listDivisions',
  method: 'GET',
  path: '/api/divisions',
  permission: 'session',
  summary: '镇街与村居',
  answer: z.object({
    /** Whose towns and villages are known here. */
    districts: z.array(z.object({ code: z.string(), name: z.string() })),
    towns: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        villages: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
  }),
})
