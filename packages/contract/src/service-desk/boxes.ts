/** SRV-02: complaint boxes at outlets and the log of their openings. */
import { boxLifecycle, openingLifecycle } from '@anpei/domain/service-desk'
import { z } from 'zod'
import { Can, Day, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import { RequestKind } from './words.ts'

export const BoxOpening = z
  .object({
    id: Id,
    boxId: Id,
    state: keysOf(openingLifecycle.states),
    stateWord: z.string(),
    openedAt: Instant,
    recordedAt: Instant,
    openedBy: z.string(),
    witness: z.string(),
    decidedAt: Instant.nullable(),
    /** Letters found, whether or not the reader may see their requests. */
    letters: z.int(),
    requests: z.array(z.object({ id: Id, requestNo: z.string(), kindWord: z.string(), stateWord: z.string() })),
    /** What else lay in it; empty: nothing. */
    found: z.string(),
    dispute: z.string(),
    can: Can,
  })
  .meta({ id: 'BoxOpening', description: '开箱记录' })
export type BoxOpening = z.output<typeof BoxOpening>

export const ComplaintBox = z
  .object({
    id: Id,
    state: keysOf(boxLifecycle.states),
    stateWord: z.string(),
    institution: z.object({ id: Id, name: z.string() }),
    place: z.string(),
    hungAt: Instant,
    openedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    /** The opening that waits for its second person. */
    waiting: BoxOpening.nullable(),
    can: Can,
  })
  .meta({ id: 'ComplaintBox', description: '意见箱' })
export type ComplaintBox = z.output<typeof ComplaintBox>

export const listBoxes = route({
  id: 'listBoxes',
  method: 'GET',
  path: '/api/desk/boxes',
  permission: 'desk.read',
  summary: '意见箱；最该开的在前',
  query: PageQuery.extend({ removed: z.enum(['yes', 'no']).default('no') }),
  answer: page(ComplaintBox),
})
/** Where a box can hang. */
export const listOutlets = route({
  id: 'listBoxOutlets',
  method: 'GET',
  path: '/api/desk/box-outlets',
  permission: 'desk.lead',
  summary: '可以设意见箱的机构和网点',
  answer: z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }),
})
export const hangBox = route({
  id: 'hangBox',
  method: 'POST',
  path: '/api/desk/boxes',
  permission: 'desk.lead',
  summary: '设置意见箱；开箱的期限从这时起算',
  body: z.object({ institutionId: Id, place: Text(60) }),
  answer: ComplaintBox,
})
const boxParams = z.object({ boxId: Id })
export const removeBox = route({
  id: 'removeBox',
  method: 'POST',
  path: '/api/desk/boxes/:boxId/remove',
  permission: 'desk.lead',
  summary: '撤除意见箱',
  params: boxParams,
  body: z.object({ reason: Text(300) }),
  answer: ComplaintBox,
})
export const listBoxOpenings = route({
  id: 'listBoxOpenings',
  method: 'GET',
  path: '/api/desk/boxes/:boxId/openings',
  permission: 'desk.read',
  summary: '一个意见箱的开箱记录，新的在前',
  sensitive: true,
  params: boxParams,
  query: PageQuery,
  answer: page(BoxOpening),
})
const Letter = z.object({
  kind: RequestKind,
  text: Text(10_000),
  contact: z.object({ name: MaybeText(40).default(''), phone: MaybeText(30).default('') }),
  /** Where it was posted. */
  postmarkOn: Day.nullable().default(null),
  /** The staff a tip or a complaint is about: they never see it. */
  concernedIds: z.array(Id).max(20).default([]),
})
/** No letters: it was empty. Pictures of the letters come as parts named `letter-0`, `letter-1` … */
export const recordBoxOpening = route({
  id: 'recordBoxOpening',
  method: 'POST',
  path: '/api/desk/boxes/:boxId/openings',
  permission: 'desk.work',
  summary: '登记一次开箱：两个人、时间、箱里有什么；每封信成为一张服务单',
  files: true,
  params: boxParams,
  body: z.object({
    openedAt: Instant,
    witnessId: Id,
    letters: z.array(Letter).max(20),
    found: MaybeText(500).default(''),
  }),
  answer: BoxOpening,
})
export const witnessBoxOpening = route({
  id: 'witnessBoxOpening',
  method: 'POST',
  path: '/api/desk/box-openings/:openingId/witness',
  permission: 'desk.work',
  summary: '同开人确认开箱记录，或写明哪里不对',
  params: z.object({ openingId: Id }),
  body: z.object({ agrees: z.boolean(), dispute: MaybeText(500).default('') }),
  answer: BoxOpening,
})
