/** SRV-01, SRV-04: requests: registering, the queue, the whole conversation. */
import { z } from 'zod'
import { Channel } from '../claims/index.ts'
import { Day, Can, Id, Instant, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import {
  Delivery,
  LinkKind,
  MessageDirection,
  PaperOrigin,
  PolicyReference,
  RequestChannel,
  RequestKind,
  RequestStand,
  RequestState,
  SolvedBy,
  SpokenLanguage,
  LanguageCode,
} from './words.ts'
import { CounterAnswered } from './wording.ts'

export const requestParams = z.object({ requestId: Id })
const Who = z.object({ id: Id, name: z.string() })

export const RequestMessage = z
  .object({
    id: Id,
    no: z.int(),
    /** Of the request it was said in: another one where that was merged in. */
    requestNo: z.string(),
    direction: MessageDirection,
    channel: RequestChannel,
    channelWord: z.string(),
    automatic: z.boolean(),
    author: z.string(),
    /** When it was said; the time it was written down stands beside it. */
    at: Instant,
    recordedAt: Instant,
    text: z.string(),
    delivery: Delivery,
    deliveryWord: z.string(),
    fault: z.string().nullable(),
    repeatReason: z.string().nullable(),
    files: z.array(z.object({ id: Id, fileName: z.string(), mediaType: z.string(), bytes: z.int() })),
  })
  .meta({ id: 'RequestMessage' })
export type RequestMessage = z.output<typeof RequestMessage>

const RelatedRequest = z.object({ id: Id, requestNo: z.string(), stateWord: z.string(), kindWord: z.string() })

export const RequestView = z
  .object({
    id: Id,
    requestNo: z.string(),
    state: RequestState,
    stateWord: z.string(),
    kind: RequestKind,
    kindWord: z.string(),
    channel: RequestChannel,
    channelWord: z.string(),
    confidential: z.boolean(),
    subject: z.string(),
    person: z
      .object({
        id: Id,
        name: z.string(),
        idNumberMasked: z.string(),
        phoneMasked: z.string(),
        careMarks: z.array(z.string()),
      })
      .nullable(),
    contact: z.object({ name: z.string(), phoneMasked: z.string(), emailMasked: z.string(), wechat: z.boolean() }),
    policy: PolicyReference.nullable(),
    origin: PaperOrigin.nullable(),
    owner: Who.nullable(),
    registeredBy: z.string().nullable(),
    topic: z.object({ code: z.string(), name: z.string() }).nullable(),
    special: z.boolean(),
    language: SpokenLanguage.nullable(),
    receivedAt: Instant,
    recordedAt: Instant,
    unansweredSince: Instant.nullable(),
    firstAnsweredAt: Instant.nullable(),
    followUpAt: Instant.nullable(),
    snoozedUntil: Instant.nullable(),
    solvedAt: Instant.nullable(),
    solvedBy: SolvedBy.nullable(),
    reopenedCount: z.int(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    messages: z.array(RequestMessage),
    /** My half-written reply. */
    /** Why it ought to be registered as a complaint: the customer says so, or it is only called one. */
    complaintHint: z.enum(['said', 'labelled']).nullable(),
    draft: z.object({ text: z.string(), savedAt: Instant }).nullable(),
    clocks: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        state: z.string(),
        dueAt: Instant.nullable(),
        explanation: z.string(),
      }),
    ),
    links: z.array(z.object({ kind: LinkKind, id: Id, label: z.string() })),
    mergedInto: RelatedRequest.nullable(),
    mergedIn: z.array(RelatedRequest),
    parent: RelatedRequest.nullable(),
    children: z.array(RelatedRequest),
    /** Colleagues who have it open now. */
    viewers: z.array(z.object({ id: Id, name: z.string(), writing: z.boolean() })),
    /** Channels an answer can be sent by now. */
    answerBy: z.array(z.object({ channel: RequestChannel, word: z.string(), to: z.string() })),
    timeline: z.array(
      z.object({ id: Id, at: Instant, title: z.string(), by: z.string(), reason: z.string().nullable() }),
    ),
    /** How somebody appeared at the counter; `own`: said by who served, else by who looked on. */
    counterChecks: z.array(
      z.object({
        by: z.string(),
        at: Instant,
        own: z.boolean(),
        points: z.array(z.object({ text: z.string(), kept: z.boolean() })),
      }),
    ),
    can: Can,
  })
  .meta({ id: 'DeskRequest', description: '服务单' })
export type RequestView = z.output<typeof RequestView>

export const RequestRow = z
  .object({
    id: Id,
    requestNo: z.string(),
    state: RequestState,
    stateWord: z.string(),
    kind: RequestKind,
    kindWord: z.string(),
    channel: RequestChannel,
    channelWord: z.string(),
    confidential: z.boolean(),
    /** The customer, or who wrote. */
    name: z.string(),
    subject: z.string(),
    ownerName: z.string().nullable(),
    topicName: z.string().nullable(),
    special: z.boolean(),
    /** By care marks (CUS-04): 1 is served first; null where nothing is known or may be seen. No due time knows it. */
    careRank: z.int().nullable(),
    language: SpokenLanguage.nullable(),
    receivedAt: Instant,
    lastMessageAt: Instant,
    unanswered: z.boolean(),
    messageCount: z.int(),
    followUpAt: Instant.nullable(),
    snoozedUntil: Instant.nullable(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'DeskRequestRow' })

/** Files come as parts named `file`. */
export const registerRequest = route({
  id: 'registerRequest',
  method: 'POST',
  path: '/api/desk/requests',
  permission: 'desk.work',
  summary: '登记服务单（来电、来访、信函等）',
  files: true,
  body: z.object({
    kind: RequestKind,
    channel: RequestChannel,
    /** When it reached us; clocks start here. */
    receivedAt: Instant.nullable().default(null),
    personId: Id.nullable().default(null),
    contact: z.object({
      name: MaybeText(40).default(''),
      phone: MaybeText(30).default(''),
      email: z.email().max(120).or(z.literal('')).default(''),
    }),
    subject: MaybeText(120).default(''),
    text: Text(10_000),
    policy: PolicyReference.nullable().default(null),
    origin: PaperOrigin.nullable().default(null),
    /** The staff a tip or a complaint is about: they never see it. */
    concernedIds: z.array(Id).max(20).default([]),
    /** What the customer speaks, where that was heard (SRV-02). */
    language: LanguageCode.nullable().default(null),
    /** Said before the service begins, at the counter (SRV-10). */
    counterCheck: CounterAnswered.nullable().default(null),
    /** The call it was said in: its number and the time of its first ring stand in where none are told. */
    callId: Id.nullable().default(null),
  }),
  answer: RequestStand,
})
/** `mine`, `team` (my institution), `unassigned`, `all`; ordered by what breaks first. */
export const listRequests = route({
  id: 'listRequests',
  method: 'GET',
  path: '/api/desk/requests',
  permission: 'desk.read',
  summary: '服务单列表与队列',
  sensitive: true,
  query: PageQuery.extend({
    queue: z.enum(['mine', 'team', 'unassigned', 'all']).default('all'),
    /** `open` = everything that waits for somebody; `snoozed` ones only when asked for. */
    state: z.union([RequestState, z.enum(['open', 'ended'])]).optional(),
    kind: RequestKind.optional(),
    channel: RequestChannel.optional(),
    topic: z.string().max(40).optional(),
    personId: Id.optional(),
    ownerId: Id.optional(),
    institutionId: Id.optional(),
    /** Received from that day on, and to the end of that one; whatever their state, without those merged away. */
    fromOn: Day.optional(),
    toOn: Day.optional(),
    /** Those a figure of the desk counts. */
    figure: z.enum(['reopened', 'once']).optional(),
    /** A number, a phone, or a name of at least two characters. */
    q: z.string().trim().max(60).optional(),
    sort: z.enum(['due', 'newest']).default('due'),
  }),
  answer: page(RequestRow),
})
export const getDeskCounts = route({
  id: 'getDeskCounts',
  method: 'GET',
  path: '/api/desk/counts',
  permission: 'desk.read',
  summary: '各队列的数量',
  answer: z.object({ mine: z.int(), team: z.int(), unassigned: z.int(), all: z.int(), overdue: z.int() }),
})
export const getRequest = route({
  id: 'getRequest',
  method: 'GET',
  path: '/api/desk/requests/:requestId',
  permission: 'desk.read',
  summary: '查看服务单与全部往来',
  sensitive: true,
  params: requestParams,
  answer: RequestView,
})
export const getRequestFile = route({
  id: 'getRequestFile',
  method: 'GET',
  path: '/api/desk/requests/:requestId/files/:fileId',
  permission: 'desk.read',
  summary: '查看往来中的文件',
  sensitive: true,
  download: true,
  params: requestParams.extend({ fileId: Id }),
})
/** A request a case came from, and what was handed in there. */
export const RequestOfCase = z.object({
  id: Id,
  requestNo: z.string(),
  subject: z.string(),
  stateWord: z.string(),
  channelWord: z.string(),
  /** As the papers of a claim name it. */
  claimChannel: Channel,
  receivedAt: Instant,
  files: z.array(z.object({ id: Id, fileName: z.string(), mediaType: z.string(), at: Instant })),
})
/** Where a case came from: the requests that became it or were linked with it, and what was handed in there. */
export const listRequestsAbout = route({
  id: 'listRequestsAbout',
  method: 'GET',
  path: '/api/desk/about',
  permission: 'desk.read',
  summary: '案件来自哪些服务单，附客户交来的文件',
  sensitive: true,
  query: z.object({
    /** Up to five, with commas: a claim and the report it came from. */
    subjectId: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,4}$/),
  }),
  answer: z.object({
    items: z.array(RequestOfCase),
  }),
})
/** To be sent every 20 seconds while the request is open in a browser; answers who else has it open. */
export const viewRequest = route({
  id: 'viewRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/viewing',
  permission: 'desk.read',
  summary: '正在查看（每 20 秒）',
  params: requestParams,
  body: z.object({ writing: z.boolean().default(false) }),
  answer: z.object({ viewers: z.array(z.object({ id: Id, name: z.string(), writing: z.boolean() })) }),
})
/** Who can be handed a request, with what they have on the table. */
export const listDeskColleagues = route({
  id: 'listDeskColleagues',
  method: 'GET',
  path: '/api/desk/colleagues',
  permission: 'desk.work',
  summary: '可转交的同事；写明服务单时，会讲客户方言的在前',
  query: z.object({ requestId: Id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        id: Id,
        name: z.string(),
        institution: z.string(),
        open: z.int(),
        /** Speaks what the customer of the request wishes to speak; null where no wish is known. */
        speaks: z.boolean().nullable(),
      }),
    ),
  }),
})
