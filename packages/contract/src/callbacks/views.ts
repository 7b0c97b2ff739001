/** The list of callbacks, one callback, the figures, what answers opened (CBK-01, CBK-02, CMP-10). */
import { z } from 'zod'
import { Can, Day, Id, Instant, page, PageQuery, route, TimeLeft } from '../kernel/index.ts'
import {
  CallbackOccasion,
  CallbackOutcome,
  CallbackState,
  CallbackWay,
  Callee,
  ContactField,
  DayPart,
  EvidenceKind,
  FollowUpView,
  Satisfied,
  ScriptView,
} from './words.ts'

export const callbackParams = z.object({ callbackId: Id })

export const CallbackItem = z
  .object({
    id: Id,
    callbackNo: z.string(),
    occasion: CallbackOccasion,
    occasionWord: z.string(),
    /** The number of the case that is asked about. */
    about: z.string(),
    state: CallbackState,
    stateWord: z.string(),
    name: z.string(),
    villageName: z.string().nullable(),
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    dueOn: Day,
    late: z.boolean(),
    /** Agreed with the customer. */
    nextAt: Instant.nullable(),
    tries: z.int(),
    satisfied: Satisfied.nullable(),
    declined: z.boolean(),
    endedAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'CallbackItem' })
export type CallbackItem = z.output<typeof CallbackItem>

const Attempt = z.object({
  id: Id,
  at: Instant,
  dayPart: DayPart,
  way: CallbackWay,
  outcome: CallbackOutcome,
  evidence: EvidenceKind,
  callNo: z.string(),
  note: z.string(),
  by: z.string(),
  recordedAt: Instant,
  files: z.array(z.object({ id: Id, mediaType: z.string(), bytes: z.int() })),
})

/** Asked at a door and not taken as it was sent (SRV-09). */
const DoorTalk = z.object({
  id: Id,
  standing: z.enum(['beside', 'adopted', 'not_chosen']),
  standingWord: z.string(),
  visitNo: z.string(),
  by: z.string(),
  at: Instant,
  receivedAt: Instant,
  /** Why it was not taken, in words. */
  why: z.string(),
  willing: z.boolean(),
  callee: z.string(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  files: z.array(z.object({ id: Id, mediaType: z.string(), bytes: z.int() })),
  can: Can,
})

export const CallbackView = CallbackItem.extend({
  subject: z.object({ kind: z.string(), id: Id }),
  personId: Id.nullable(),
  relation: z.string(),
  phoneMasked: z.string(),
  /** The channels the customer prefers and refuses, in words; how to talk to this person. */
  preferred: z.array(z.string()),
  refused: z.array(z.string()),
  hints: z.array(z.string()),
  verified: z.array(z.object({ field: ContactField, at: Instant })),
  script: ScriptView,
  attempts: z.array(Attempt),
  /** What is missing until it may be said that nobody could be reached. */
  missing: z.array(z.string()),
  callee: z
    .object({ callee: Callee, name: z.string(), relation: z.string(), points: z.array(z.string()), at: Instant })
    .nullable(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  doorTalks: z.array(DoorTalk),
  followUps: z.array(FollowUpView),
  /** Other callbacks of the same person that are still owed: asked in one call. */
  others: z.array(
    z.object({ id: Id, callbackNo: z.string(), occasionWord: z.string(), stateWord: z.string(), dueOn: Day }),
  ),
  timeline: z.array(
    z.object({ id: Id, at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
  ),
  dropReason: z.string().nullable(),
  can: Can,
}).meta({ id: 'Callback', description: '回访' })
export type CallbackView = z.output<typeof CallbackView>

/** A callback where it is told what came of it: on the page of its case and of its customer. */
export const WholeCallback = CallbackItem.extend({
  attempts: z.array(Attempt.pick({ id: true, at: true, dayPart: true, way: true, outcome: true, by: true })),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  dropReason: z.string().nullable(),
}).meta({ id: 'WholeCallback' })
export type WholeCallback = z.output<typeof WholeCallback>

export const listPersonCallbacks = route({
  id: 'listPersonCallbacks',
  method: 'GET',
  path: '/api/persons/:personId/callbacks',
  permission: 'callback.read',
  summary: '一位客户的回访：欠着的、联系过几次、客户怎么说',
  sensitive: true,
  params: z.object({ personId: Id }),
  answer: z.object({ items: z.array(WholeCallback) }),
})

/** `door`: something asked at a door waits to be chosen. */
export const CALLBACK_SHOWS = ['open', 'mine', 'late', 'door', 'choose', 'ended'] as const

export const listCallbacks = route({
  id: 'listCallbacks',
  method: 'GET',
  path: '/api/callbacks',
  permission: 'callback.read',
  summary: '回访列表，先到期的在前',
  sensitive: true,
  query: PageQuery.extend({
    show: z.enum(CALLBACK_SHOWS).default('open'),
    state: CallbackState.optional(),
    occasion: CallbackOccasion.optional(),
    callbackNo: z.string().max(20).optional(),
    personId: Id.optional(),
    subjectId: Id.optional(),
  }),
  answer: page(CallbackItem),
})
export const getCallback = route({
  id: 'getCallback',
  method: 'GET',
  path: '/api/callbacks/:callbackId',
  permission: 'callback.read',
  summary: '查看一次回访',
  sensitive: true,
  params: callbackParams,
  answer: CallbackView,
})
export const getCallbackFile = route({
  id: 'getCallbackFile',
  method: 'GET',
  path: '/api/callbacks/:callbackId/files/:fileId',
  permission: 'callback.read',
  summary: '听录音或看照片',
  sensitive: true,
  download: true,
  params: callbackParams.extend({ fileId: Id }),
})
/** Counted over what was due in these days, whatever became of it (CBK-02, RPT-02). */
export const getCallbackFigures = route({
  id: 'getCallbackFigures',
  method: 'GET',
  path: '/api/callback-figures',
  permission: 'callback.read',
  summary: '回访成功率：应回访、已回访、按期、未能回访、还欠',
  query: z.object({ from: Day.optional(), to: Day.optional() }),
  answer: z.object({
    from: Day,
    to: Day,
    due: z.int(),
    reached: z.int(),
    onTime: z.int(),
    declined: z.int(),
    exhausted: z.int(),
    open: z.int(),
    satisfied: z.int(),
    /** Due before `from` and still open: not in the counts above. */
    olderOpen: z.int(),
  }),
})
export const listFollowUps = route({
  id: 'listFollowUps',
  method: 'GET',
  path: '/api/callback-follow-ups',
  permission: 'callback.read',
  summary: '回访后待办的事，先到期的在前',
  sensitive: true,
  query: PageQuery,
  answer: page(FollowUpView),
})
