/** PRG-07: enrolment by ID alone, in the web or with help; checked, decided, told within three working days (T41). */
import { DECLINE_REASONS, ENROLMENT_CHANNELS, ENROLMENT_FINDINGS, enrolmentLifecycle } from '@anpei/domain/programme'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'

const EnrolmentState = keysOf(enrolmentLifecycle.states)
const EnrolmentChannel = keysOf(ENROLMENT_CHANNELS)
const EnrolmentFinding = keysOf(ENROLMENT_FINDINGS)
const DeclineReason = keysOf(DECLINE_REASONS)

const EnrolmentItem = z
  .object({
    id: Id,
    enrolmentNo: z.string(),
    channel: EnrolmentChannel,
    state: EnrolmentState,
    stateWord: z.string(),
    name: z.string(),
    idNumberMasked: z.string(),
    villageName: z.string().nullable(),
    receivedAt: Instant,
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'EnrolmentItem' })
export type EnrolmentItem = z.output<typeof EnrolmentItem>

export const EnrolmentView = EnrolmentItem.extend({
  programme: z.string(),
  birthOn: Day,
  age: z.int(),
  phoneMasked: z.string(),
  /** How the applicant agreed to the use of the identity number. */
  consent: z.string(),
  personId: Id.nullable(),
  /** The quick check, as of now; empty once decided. */
  findings: z.array(z.object({ code: EnrolmentFinding, text: z.string() })),
  advice: z.enum(['decline', 'prove']).nullable(),
  villageCode: z.string().nullable(),
  residentSince: Day.nullable(),
  evidence: z.string(),
  checkedBy: z.string().nullable(),
  checkedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  declineReason: z.string().nullable(),
  /** Where accepted, or what accepting would give after the check. */
  coverFrom: Day.nullable(),
  /** How a decided one is being told: a notice is on its way, or a person has to; null once told, and before. */
  tell: z.enum(['notice', 'person']).nullable(),
  timeline: z.array(
    z.object({ id: Id, at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
  can: Can,
}).meta({ id: 'Enrolment', description: '参保申请' })
export type EnrolmentView = z.output<typeof EnrolmentView>

const Applicant = z.object({ name: Text(60), idNumber: Text(30), phone: Text(30) })
const params = z.object({ enrolmentId: Id })

export const applyForEnrolment = route({
  id: 'applyForEnrolment',
  method: 'POST',
  path: '/api/portal/enrolments',
  permission: 'public',
  summary: '网上参保申请：只要身份证号、姓名、电话；不透露是否已在保障中',
  body: Applicant.extend({ agreed: z.literal(true) }),
  answer: z.object({ enrolmentNo: z.string(), resultBy: Instant, resultByOn: Day }),
})
export const recordEnrolment = route({
  id: 'recordEnrolment',
  method: 'POST',
  path: '/api/enrolments',
  permission: 'enrolment.record',
  summary: '代办参保申请（电话、视频、现场）',
  body: Applicant.extend({ phone: MaybeText(30), channel: EnrolmentChannel.exclude(['online']), consent: Text(300) }),
  answer: EnrolmentView,
})
export const listEnrolments = route({
  id: 'listEnrolments',
  method: 'GET',
  path: '/api/enrolments',
  permission: 'enrolment.record',
  summary: '参保申请：最先到期的在前',
  sensitive: true,
  query: PageQuery.extend({ state: EnrolmentState.optional(), open: z.stringbool().default(true) }),
  answer: page(EnrolmentItem),
})
export const getEnrolment = route({
  id: 'getEnrolment',
  method: 'GET',
  path: '/api/enrolments/:enrolmentId',
  permission: 'enrolment.record',
  summary: '一份参保申请与快速核对的结果',
  sensitive: true,
  params,
  answer: EnrolmentView,
})
export const checkEnrolment = route({
  id: 'checkEnrolment',
  method: 'POST',
  path: '/api/enrolments/:enrolmentId/check',
  permission: 'enrolment.record',
  summary: '登记核对户籍的结果；户籍起始日空 = 出生起',
  params,
  body: z.object({ villageCode: z.string().regex(/^\d{12}$/), residentSince: Day.nullable(), evidence: Text(300) }),
  answer: EnrolmentView,
})
export const decideEnrolment = route({
  id: 'decideEnrolment',
  method: 'POST',
  path: '/api/enrolments/:enrolmentId/decide',
  permission: 'roster.confirm',
  summary: '同意（列入花名册，由核对人以外的人）或不同意参保；结果随即告知',
  params,
  body: z.discriminatedUnion('act', [
    z.object({ act: z.literal('accept') }),
    z.object({ act: z.literal('decline'), reason: DeclineReason, note: MaybeText(300).default('') }),
  ]),
  answer: EnrolmentView,
})
export const finishEnrolment = route({
  id: 'finishEnrolment',
  method: 'POST',
  path: '/api/enrolments/:enrolmentId/finish',
  permission: 'enrolment.record',
  summary: '登记已当面或电话告知结果；或按申请人的要求撤回',
  params,
  body: z.object({ act: z.enum(['tell', 'withdraw']), note: Text(300) }),
  answer: EnrolmentView,
})
