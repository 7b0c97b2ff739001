/**
 * SRV-04, SRV-08: what is done with a request. Every command answers how it stands; screens ask for the whole again.
 */
import { z } from 'zod'
import { NewReport, NewReportStand } from '../claims/index.ts'
import { Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'
import { NewVisit, VisitStand } from '../visits/index.ts'
import { requestParams } from './requests.ts'
import { LanguageCode, LinkKind, RequestChannel, RequestKind, RequestStand, SolvedBy } from './words.ts'

const reason = z.object({ reason: Text(500) })

export const takeRequest = route({
  id: 'takeRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/take',
  permission: 'desk.work',
  summary: '受理；已有人受理的会说明是谁',
  params: requestParams,
  answer: RequestStand,
})
export const assignRequest = route({
  id: 'assignRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/assign',
  permission: 'desk.work',
  summary: '转交（须写明原因）',
  params: requestParams,
  body: reason.extend({ ownerId: Id }),
  answer: RequestStand,
})
/** Files come as parts named `file`. */
export const answerRequest = route({
  id: 'answerRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/answers',
  permission: 'desk.work',
  summary: '答复客户；电话、柜面等为已告知的记录',
  files: true,
  params: requestParams,
  body: z.object({
    channel: RequestChannel,
    text: Text(10_000),
    /** When it was said, for telephone and face to face. */
    saidAt: Instant.nullable().default(null),
    /** Approved wording the text began as. */
    wording: MaybeText(60).default(''),
    /** Needed where the matter was answered before and came back (SRV-08). */
    repeatReason: MaybeText(300).default(''),
  }),
  answer: RequestStand,
})
export const addRequestNote = route({
  id: 'addRequestNote',
  method: 'POST',
  path: '/api/desk/requests/:requestId/notes',
  permission: 'desk.work',
  summary: '内部备注（客户看不到）',
  params: requestParams,
  body: z.object({ text: Text(5000) }),
  answer: RequestStand,
})
/** An empty text takes the draft away. */
export const saveRequestDraft = route({
  id: 'saveRequestDraft',
  method: 'PUT',
  path: '/api/desk/requests/:requestId/draft',
  permission: 'desk.work',
  summary: '保存未写完的答复',
  params: requestParams,
  body: z.object({ text: z.string().max(10_000) }),
  answer: z.object({ savedAt: Instant }),
})
export const snoozeRequest = route({
  id: 'snoozeRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/snooze',
  permission: 'desk.work',
  summary: '暂缓到某时（须写明原因；时限照走）',
  params: requestParams,
  body: reason.extend({ until: Instant }),
  answer: RequestStand,
})
export const wakeRequest = route({
  id: 'wakeRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/wake',
  permission: 'desk.work',
  summary: '提前恢复处理',
  params: requestParams,
  answer: RequestStand,
})
export const markRequestSpecial = route({
  id: 'markRequestSpecial',
  method: 'POST',
  path: '/api/desk/requests/:requestId/special',
  permission: 'desk.work',
  summary: '标为特殊情况（须写明原因）',
  params: requestParams,
  body: reason,
  answer: RequestStand,
})
export const classifyRequest = route({
  id: 'classifyRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/topic',
  permission: 'desk.work',
  summary: '归类',
  params: requestParams,
  body: z.object({ topic: Text(40) }),
  answer: RequestStand,
})
export const changeRequestKind = route({
  id: 'changeRequestKind',
  method: 'POST',
  path: '/api/desk/requests/:requestId/kind',
  permission: 'desk.work',
  summary: '改类别（编号不变）',
  params: requestParams,
  body: reason.extend({ kind: RequestKind, concernedIds: z.array(Id).max(20).default([]) }),
  answer: RequestStand,
})
export const setRequestPerson = route({
  id: 'setRequestPerson',
  method: 'POST',
  path: '/api/desk/requests/:requestId/person',
  permission: 'desk.work',
  summary: '确认是哪位客户',
  params: requestParams,
  body: z.object({ personId: Id }),
  answer: RequestStand,
})
/** SRV-02: null takes back what was heard; a care mark of the customer then says it. */
export const setRequestLanguage = route({
  id: 'setRequestLanguage',
  method: 'POST',
  path: '/api/desk/requests/:requestId/language',
  permission: 'desk.work',
  summary: '客户讲什么话；会讲的同事先看到',
  params: requestParams,
  body: z.object({ language: LanguageCode.nullable() }),
  answer: RequestStand,
})
export const solveRequest = route({
  id: 'solveRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/solve',
  permission: 'desk.work',
  summary: '标记已解决（谁确认的）',
  params: requestParams,
  body: z.object({ saidBy: SolvedBy, note: MaybeText(500).default('') }),
  answer: RequestStand,
})
export const reopenRequest = route({
  id: 'reopenRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/reopen',
  permission: 'desk.work',
  summary: '客户表示没有解决，按原编号重新处理',
  params: requestParams,
  body: reason,
  answer: RequestStand,
})
export const closeRequest = route({
  id: 'closeRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/close',
  permission: 'desk.work',
  summary: '归档；没有答复就归档的须写明原因',
  params: requestParams,
  body: z.object({ reason: MaybeText(500).default('') }),
  answer: RequestStand,
})
export const linkRequest = route({
  id: 'linkRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/links',
  permission: 'desk.work',
  summary: '关联赔案、报案、客户或另一服务单',
  params: requestParams,
  body: z.object({ kind: LinkKind, id: Id }),
  answer: RequestStand,
})
export const unlinkRequest = route({
  id: 'unlinkRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/links/remove',
  permission: 'desk.work',
  summary: '取消关联',
  params: requestParams,
  body: z.object({ kind: LinkKind, id: Id }),
  answer: RequestStand,
})
export const mergeRequest = route({
  id: 'mergeRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/merge',
  permission: 'desk.work',
  summary: '并入同一客户的另一服务单',
  params: requestParams,
  body: reason.extend({ intoId: Id }),
  answer: RequestStand,
})
export const undoRequestMerge = route({
  id: 'undoRequestMerge',
  method: 'POST',
  path: '/api/desk/requests/:requestId/unmerge',
  permission: 'desk.work',
  summary: '撤销并入',
  params: requestParams,
  body: reason,
  answer: RequestStand,
})
export const setParentRequest = route({
  id: 'setParentRequest',
  method: 'POST',
  path: '/api/desk/requests/:requestId/parent',
  permission: 'desk.work',
  summary: '归入群体事件，或从中移出',
  params: requestParams,
  body: z.object({ parentId: Id.nullable() }),
  answer: RequestStand,
})
/** The request becomes a report; what it says already is not asked again. */
export const convertToReport = route({
  id: 'convertToReport',
  method: 'POST',
  path: '/api/desk/requests/:requestId/report',
  permission: 'report.create',
  summary: '转为报案',
  params: requestParams,
  body: NewReport.pick({
    statedName: true,
    statedIdNumber: true,
    reporter: true,
    accident: true,
    register: true,
  }).extend({
    /** Who was hurt, where nobody had found it out before; the request is theirs then. */
    personId: Id.nullable().default(null),
  }),
  answer: z.object({ request: RequestStand, report: NewReportStand }),
})
/** The request asks for a visit: with what it says already; one of the kind 上门需求 goes on as the visit. */
export const convertToVisit = route({
  id: 'convertToVisit',
  method: 'POST',
  path: '/api/desk/requests/:requestId/visit',
  permission: 'visit.arrange',
  summary: '转办上门、查勘或视频协助',
  params: requestParams,
  body: NewVisit.pick({
    kind: true,
    name: true,
    phone: true,
    address: true,
    purpose: true,
    why: true,
    told: true,
    wishes: true,
  }),
  answer: z.object({ request: RequestStand, visit: VisitStand }),
})
export const listTopics = route({
  id: 'listTopics',
  method: 'GET',
  path: '/api/desk/topics',
  permission: 'desk.read',
  summary: '咨询主题',
  answer: z.object({
    items: z.array(z.object({ code: z.string(), name: z.string(), group: z.string(), groupName: z.string() })),
  }),
})
/** With a request, its name, number, policy and due day stand in the texts. */
export const listReplyWordings = route({
  id: 'listReplyWordings',
  method: 'GET',
  path: '/api/desk/wordings',
  permission: 'desk.read',
  summary: '规范用语',
  sensitive: true,
  query: z.object({ requestId: Id.optional() }),
  answer: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        version: z.int(),
        name: z.string(),
        kinds: z.array(RequestKind),
        topic: z.string().nullable(),
        text: z.string(),
        /** Variables nobody could fill: to be written by hand. */
        open: z.array(z.string()),
      }),
    ),
  }),
})
