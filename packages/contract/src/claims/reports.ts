/** Reports (报案): first notice by any channel, with a lifecycle of its own (CLM-01). */
import { z } from 'zod'
import { Can, Day, Id, Instant, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import { Cause, Channel, ClaimKind, Place, Relation, ReportState, VehicleClass } from './words.ts'

/** What happened, as told. The questions are the minimum. */
export const Accident = z
  .object({
    accidentOn: Day,
    accidentTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间如 08:30')
      .nullable()
      .default(null),
    place: Place.nullable().default(null),
    placeText: MaybeText(200).default(''),
    cause: Cause,
    vehicle: VehicleClass.default('none'),
    injuryCode: z
      .string()
      .regex(/^[A-Z]\d{2}$/)
      .nullable()
      .default(null),
    narrative: MaybeText(2000).default(''),
    hospital: MaybeText(100).default(''),
    kinds: z.array(ClaimKind).min(1, '至少选一项').max(4),
    diedOn: Day.nullable().default(null),
    /** The day on which those entitled knew of it; null = the accident day (保险法 26). */
    knownOn: Day.nullable().default(null),
  })
  .meta({ id: 'Accident' })

export const Reporter = z.object({ name: Text(40), phone: MaybeText(30), relation: Relation }).meta({ id: 'Reporter' })

export const ReportView = z
  .object({
    id: Id,
    reportNo: z.string(),
    state: ReportState,
    stateWord: z.string(),
    channel: Channel,
    receivedAt: Instant,
    recordedAt: Instant,
    person: z
      .object({
        id: Id,
        name: z.string(),
        idNumberMasked: z.string(),
        age: z.int(),
        villageName: z.string().nullable(),
      })
      .nullable(),
    /** What was typed when nobody was matched yet. */
    statedName: z.string(),
    statedIdNumberMasked: z.string(),
    reporter: z.object({ name: z.string(), phoneMasked: z.string(), relation: Relation }),
    accident: Accident,
    /** Every cover of the person on the accident day: what registering would open. */
    covers: z.array(
      z.object({
        programmeId: Id,
        programme: z.string(),
        covered: z.boolean(),
        from: Day.nullable(),
        to: Day.nullable(),
      }),
    ),
    /** Other reports or claims that look like the same event. */
    lookAlikes: z.array(
      z.object({
        id: Id,
        kind: z.enum(['report', 'claim']),
        no: z.string(),
        accidentOn: Day.nullable(),
        stateWord: z.string(),
      }),
    ),
    claims: z.array(z.object({ id: Id, claimNo: z.string() })),
    /** Who sees to it now, and of which institution (T11). */
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    institutionName: z.string(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    closingReason: z.string().nullable(),
    can: Can,
  })
  .meta({ id: 'Report', description: '报案' })
export type ReportView = z.output<typeof ReportView>

/** What a command answers; screens ask for the whole again. */
export const ReportStand = z
  .object({
    id: Id,
    reportNo: z.string(),
    state: ReportState,
    stateWord: z.string(),
    claims: z.array(z.object({ id: Id, claimNo: z.string() })),
  })
  .meta({ id: 'ReportStand' })
export type ReportStand = z.output<typeof ReportStand>

/** What the one who reports is told at once (T11). */
export const NewReportStand = ReportStand.extend({
  owner: z.object({ id: Id, name: z.string() }).nullable(),
  dueAt: Instant.nullable(),
}).meta({ id: 'NewReportStand' })
export type NewReportStand = z.output<typeof NewReportStand>

const reportParams = z.object({ reportId: Id })

/** Either a person already matched, or name and ID number as told. */
export const NewReport = z.object({
  personId: Id.nullable().default(null),
  statedName: MaybeText(40).default(''),
  statedIdNumber: MaybeText(30).default(''),
  channel: Channel,
  /** When it reached us, if earlier than now (paper, mail): clocks start here. */
  receivedAt: Instant.nullable().default(null),
  reporter: Reporter,
  /** The consent to report on which the one who reports acts, if one is recorded (CUS-05). */
  proxyId: Id.optional(),
  accident: Accident,
  /** Whoever reports asks for somebody at the scene (CLM-02). */
  sceneAsked: z.boolean().optional(),
  /** Verify and register in the same step when nothing speaks against it. */
  register: z.boolean().default(false),
})

export const createReport = route({
  id: 'createReport',
  method: 'POST',
  path: '/api/reports',
  permission: 'report.create',
  summary: '登记报案',
  body: NewReport,
  answer: NewReportStand,
})
export const getReport = route({
  id: 'getReport',
  method: 'GET',
  path: '/api/reports/:reportId',
  permission: 'claim.read',
  summary: '查看报案',
  sensitive: true,
  params: reportParams,
  answer: ReportView,
})
export const listReports = route({
  id: 'listReports',
  method: 'GET',
  path: '/api/reports',
  permission: 'claim.read',
  summary: '报案列表',
  sensitive: true,
  query: PageQuery.extend({ state: ReportState.optional(), q: z.string().max(60).optional() }),
  answer: page(
    z.object({
      id: Id,
      reportNo: z.string(),
      state: ReportState,
      stateWord: z.string(),
      channel: Channel,
      receivedAt: Instant,
      personName: z.string(),
      accidentOn: Day.nullable(),
      ownerName: z.string().nullable(),
      dueAt: Instant.nullable(),
      timeLeft: TimeLeft.nullable(),
      claimNos: z.array(z.string()),
    }),
  ),
})
export const amendReport = route({
  id: 'amendReport',
  method: 'PUT',
  path: '/api/reports/:reportId',
  permission: 'report.create',
  summary: '更正报案内容',
  params: reportParams,
  body: NewReport.omit({ register: true, channel: true, receivedAt: true }),
  answer: ReportStand,
})
export const verifyReport = route({
  id: 'verifyReport',
  method: 'POST',
  path: '/api/reports/:reportId/verify',
  permission: 'report.verify',
  summary: '核实报案：人、保障、重复',
  params: reportParams,
  body: z.object({ personId: Id, sameEventAs: Id.nullable().default(null) }),
  answer: ReportStand,
})
export const registerReport = route({
  id: 'registerReport',
  method: 'POST',
  path: '/api/reports/:reportId/register',
  permission: 'report.verify',
  summary: '立案：为每份适用的保障各立一案',
  params: reportParams,
  answer: ReportStand,
})
export const declineReport = route({
  id: 'declineReport',
  method: 'POST',
  path: '/api/reports/:reportId/decline',
  permission: 'report.verify',
  summary: '不予立案（须写明原因）',
  params: reportParams,
  body: z.object({ reason: Text(500) }),
  answer: ReportStand,
})
export const cancelReport = route({
  id: 'cancelReport',
  method: 'POST',
  path: '/api/reports/:reportId/cancel',
  permission: 'report.verify',
  summary: '注销（误报、重复）',
  params: reportParams,
  body: z.object({ reason: Text(500) }),
  answer: ReportStand,
})
export const takeUpReport = route({
  id: 'takeUpReport',
  method: 'POST',
  path: '/api/reports/:reportId/take-up',
  permission: 'report.verify',
  summary: '撤销注销或不予立案，重新核实',
  params: reportParams,
  body: z.object({ reason: Text(500) }),
  answer: ReportStand,
})
