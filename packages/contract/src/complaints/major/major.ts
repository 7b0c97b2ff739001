/** CMP-12: 重大投诉: declared, planned, led, reported at fixed times, lifted by a second person. */
import { MAJOR_REPORTS, majorLifecycle } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, route, Text } from '../../kernel/index.ts'
import { complaintParams } from '../words.ts'

const State = keysOf(majorLifecycle.states)
const Who = z.object({ id: Id, name: z.string() })
const Stand = z.object({ complaintId: Id, complaintNo: z.string(), state: State, stateWord: z.string() })

export const MajorView = z
  .object({
    state: State.nullable(),
    stateWord: z.string(),
    reason: z.string(),
    proposedAt: Instant.nullable(),
    declaredAt: Instant.nullable(),
    declaredBy: z.string().nullable(),
    leader: Who.nullable(),
    reportsTo: Who.nullable(),
    settledAt: Instant.nullable(),
    /** What was asked when it should be lifted, and the answer. */
    lift: z
      .object({
        askedBy: z.string().nullable(),
        askedAt: Instant,
        reason: z.string(),
        judgedBy: z.string().nullable(),
        answer: z.string(),
      })
      .nullable(),
    steps: z.array(
      z.object({
        id: Id,
        what: z.string(),
        owner: Who,
        dueOn: Day,
        late: z.boolean(),
        doneAt: Instant.nullable(),
        doneBy: z.string().nullable(),
        result: z.string(),
        canEnd: z.boolean(),
      }),
    ),
    reports: z.array(
      z.object({
        id: Id,
        kind: keysOf(MAJOR_REPORTS),
        kindWord: z.string(),
        at: Instant,
        by: z.string(),
        to: z.string(),
        text: z.string(),
      }),
    ),
    /** Why its lifting cannot be asked for yet. */
    liftWaitsFor: z.array(z.string()),
    can: Can,
  })
  .meta({ id: 'MajorComplaint', description: '重大投诉' })
export type MajorView = z.output<typeof MajorView>

export const getMajor = route({
  id: 'getMajor',
  method: 'GET',
  path: '/api/complaints/:complaintId/major',
  permission: 'complaint.read',
  summary: '重大投诉：指挥、处置方案与报告',
  sensitive: true,
  params: complaintParams,
  answer: MajorView,
})
/** Those complained about are not in it; who must keep out may be reported to and can neither lead nor do. */
export const listMajorPeople = route({
  id: 'listMajorPeople',
  method: 'GET',
  path: '/api/complaints/:complaintId/major/people',
  permission: 'complaint.read',
  summary: '可以指挥、负责和接收报告的人员（指挥人、协调人查看）',
  params: complaintParams,
  answer: z.object({
    items: z.array(Who.extend({ institution: z.string(), mayAct: z.boolean(), mayReceive: z.boolean() })),
  }),
})
export const declareMajor = route({
  id: 'declareMajor',
  method: 'POST',
  path: '/api/complaints/:complaintId/major',
  permission: 'complaint.coordinate',
  summary: '宣布为重大投诉',
  params: complaintParams,
  body: z.object({
    /** May be empty only where twenty people or more came. */
    reason: MaybeText(1000).default(''),
    leaderId: Id,
    reportsToId: Id,
    peopleCount: z.int().min(1).max(100_000),
    spokespersonCount: z.int().min(1).max(100_000),
    receptionArea: MaybeText(80).default(''),
    areaRecorded: z.boolean().nullable().default(null),
  }),
  answer: Stand,
})
export const planMajorStep = route({
  id: 'planMajorStep',
  method: 'POST',
  path: '/api/complaints/:complaintId/major/steps',
  permission: 'complaint.read',
  summary: '处置方案增加一项（指挥人、协调人）',
  params: complaintParams,
  body: z.object({ what: Text(500), ownerId: Id, dueOn: Day }),
  answer: Stand,
})
export const endMajorStep = route({
  id: 'endMajorStep',
  method: 'POST',
  path: '/api/complaints/:complaintId/major/steps/:stepId/end',
  permission: 'complaint.read',
  summary: '处置方案的一项做完了',
  params: complaintParams.extend({ stepId: Id }),
  body: z.object({ result: Text(1000) }),
  answer: Stand,
})
export const reportMajor = route({
  id: 'reportMajor',
  method: 'POST',
  path: '/api/complaints/:complaintId/major/reports',
  permission: 'complaint.read',
  summary: '首次报告、续报、终结报告',
  params: complaintParams,
  body: z.object({ kind: keysOf(MAJOR_REPORTS), text: Text(4000) }),
  answer: Stand,
})
export const settleMajor = route({
  id: 'settleMajor',
  method: 'POST',
  path: '/api/complaints/:complaintId/major/settlement',
  permission: 'complaint.read',
  summary: '现场处置完毕',
  params: complaintParams,
  body: z.object({ result: Text(1000) }),
  answer: Stand,
})
export const askMajorLift = route({
  id: 'askMajorLift',
  method: 'POST',
  path: '/api/complaints/:complaintId/major/lifting',
  permission: 'complaint.coordinate',
  summary: '申请解除重大投诉',
  params: complaintParams,
  body: z.object({ reason: Text(1000) }),
  answer: Stand,
})
export const judgeMajorLift = route({
  id: 'judgeMajorLift',
  method: 'POST',
  path: '/api/complaints/:complaintId/major/lifting/judgement',
  permission: 'complaint.approve',
  summary: '批准或不同意解除重大投诉',
  params: complaintParams,
  body: z.object({ lift: z.boolean(), answer: Text(1000) }),
  answer: Stand,
})
