/** Agreeing a time, putting it off, cancelling, and the exception for a visitor without cover (SRV-05, SRV-09). */
import { z } from 'zod'
import { Day, Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { Half, PutOffReason, VisitStand } from './words.ts'

export const visitParams = z.object({ visitId: Id })

/** Whom and when: a half-day at home, an hour for a video, by when to be at a scene. */
const Booking = z.object({
  visitorId: Id,
  day: Day,
  half: Half,
  at: Instant.nullable().default(null),
  /** Where to go, when it is not known yet or is another; empty: as it stands. */
  address: MaybeText(200).default(''),
})
/** `told`: the channel the customer's notice goes by first. */
const Told = VisitStand.extend({ when: z.string(), told: z.string() })

export const agreeVisit = route({
  id: 'agreeVisit',
  method: 'POST',
  path: '/api/visits/:visitId/agree',
  permission: 'visit.arrange',
  summary: '约定时间和上门人员，并告知客户',
  params: visitParams,
  body: Booking,
  answer: Told,
})
export const putOffVisit = route({
  id: 'putOffVisit',
  method: 'POST',
  path: '/api/visits/:visitId/put-off',
  permission: 'visit.arrange',
  summary: '改到更晚的时间：到期前告知客户原因和新时间',
  params: visitParams,
  body: Booking.extend({ reason: PutOffReason, note: MaybeText(200).default('') }),
  /** `inTime`: told before it was due; else the promise stays broken. */
  answer: Told.extend({ inTime: z.boolean() }),
})
export const cancelVisit = route({
  id: 'cancelVisit',
  method: 'POST',
  path: '/api/visits/:visitId/cancel',
  permission: 'visit.arrange',
  summary: '取消，并告知客户',
  params: visitParams,
  body: z.object({ reason: Text(200) }),
  answer: VisitStand,
})
export const confirmUncovered = route({
  id: 'confirmUncovered',
  method: 'POST',
  path: '/api/visits/:visitId/confirm-uncovered',
  permission: 'visit.lead',
  summary: '主管确认：上门人员没有有效保障或未学安全守则也可出发',
  params: visitParams,
  body: z.object({ reason: Text(200) }),
  answer: VisitStand,
})
/** Of who makes or arranges the visit, to ring up; the look and its reason stand in the audit log (CUS-08). */
export const revealVisitPhone = route({
  id: 'revealVisitPhone',
  method: 'POST',
  path: '/api/visits/:visitId/reveal',
  permission: 'visit.read',
  summary: '查看完整联系电话（须写明理由）',
  params: visitParams,
  body: z.object({ reason: Text(200) }),
  answer: z.object({ phone: z.string() }),
})
