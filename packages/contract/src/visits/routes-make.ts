/** Making a visit: setting out, arriving, handing in what was done, and choosing between two versions (SRV-09). */
import { z } from 'zod'
import { Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { visitParams } from './routes-arrange.ts'
import { VisitResult, VisitStand } from './words.ts'

/** Of the browser, where it was allowed; kept sealed. */
export const Position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMetres: z.number().min(0).max(100_000),
})
export type Position = z.output<typeof Position>

export const setOut = route({
  id: 'setOut',
  method: 'POST',
  path: '/api/visits/:visitId/set-out',
  permission: 'visit.make',
  summary: '出发，并告知客户',
  params: visitParams,
  answer: VisitStand,
})
/** A photo of the place comes as the part `photo`. */
export const arriveAtVisit = route({
  id: 'arriveAtVisit',
  method: 'POST',
  path: '/api/visits/:visitId/arrive',
  permission: 'visit.make',
  summary: '到达：时间、照片、定位为证',
  files: true,
  params: visitParams,
  body: z.object({ arrivedAt: Instant, position: Position.nullable().default(null) }),
  answer: VisitStand,
})
/** Everything of a visit at once, so that it can be written without a connection and sent later. */
export const HandedIn = z.object({
  basedOn: z.int().min(1),
  arrivedAt: Instant,
  finishedAt: Instant,
  position: Position.nullable().default(null),
  result: VisitResult,
  checklistVersion: z.int().min(1),
  answers: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(2000)).default({}),
  place: MaybeText(200).default(''),
  witnesses: z
    .array(z.object({ name: Text(40), phone: MaybeText(30).default(''), said: MaybeText(500).default('') }))
    .max(10)
    .default([]),
  note: MaybeText(2000).default(''),
  /** Who signed on the screen; the picture comes as the part `signature`. */
  signedBy: MaybeText(40).default(''),
})
export type HandedIn = z.output<typeof HandedIn>

/** Photos come as parts `photo`, the signature as `signature`. */
export const handInVisit = route({
  id: 'handInVisit',
  method: 'POST',
  path: '/api/visits/:visitId/records',
  permission: 'visit.make',
  summary: '交回上门记录（清单、照片、签字、结果）；离线写的稍后补交，证书到期后也收',
  files: true,
  late: true,
  params: visitParams,
  body: HandedIn,
  /** `kept`: the visit changed meanwhile, or the writer had no certificate: it lies beside until a person chooses. */
  answer: VisitStand.extend({ kept: z.boolean(), recordId: Id }),
})
export const chooseRecord = route({
  id: 'chooseRecord',
  method: 'POST',
  path: '/api/visits/:visitId/choose',
  permission: 'visit.arrange',
  summary: '两个版本之间选一个；没选的也留着',
  params: visitParams,
  /** null: the visit stays as it is. */
  body: z.object({ recordId: Id.nullable(), reason: Text(200) }),
  answer: VisitStand,
})
