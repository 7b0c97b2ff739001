/** 协助理赔 (ORG-01): brokers and agencies open a case for a client, submit it with papers, and follow it. */
import { ASSIST_PAPERS, assistLifecycle, INSURER_STEPS } from '@anpei/domain/assist'
import { z } from 'zod'
import { Accident } from '../claims/index.ts'
import {
  Can,
  FenAmount,
  Id,
  Instant,
  keysOf,
  MaybeText,
  page,
  PageQuery,
  route,
  Text,
  TimeLeft,
} from '../kernel/index.ts'

export const AssistState = keysOf(assistLifecycle.states)
export const AssistPaperCode = keysOf(ASSIST_PAPERS)
const InsurerStep = keysOf(INSURER_STEPS)

const assistParams = z.object({ assistId: Id })

export const AssistStand = z
  .object({ id: Id, assistNo: z.string(), state: AssistState, stateWord: z.string() })
  .meta({ id: 'AssistStand' })
export type AssistStand = z.output<typeof AssistStand>

export const AssistView = z
  .object({
    id: Id,
    assistNo: z.string(),
    state: AssistState,
    stateWord: z.string(),
    clientName: z.string(),
    idNumberMasked: z.string(),
    phoneMasked: z.string(),
    accident: Accident,
    insurerName: z.string(),
    /** The insurer works on this installation: submission, papers and progress pass by themselves. */
    insurerHere: z.boolean(),
    outsideClaimNo: z.string().nullable(),
    reportNo: z.string().nullable(),
    /** What the insurer lets us know of each of its claims. */
    progress: z.array(
      z.object({
        claimNo: z.string(),
        stateWord: z.string(),
        payableFen: FenAmount.nullable(),
        paidFen: FenAmount.nullable(),
        letters: z.array(z.string()),
      }),
    ),
    papers: z.array(
      z.object({
        id: Id,
        code: z.string(),
        title: z.string(),
        receivedAt: Instant,
        handedAt: Instant.nullable(),
        files: z.array(z.object({ id: Id, mediaType: z.string(), bytes: z.int() })),
      }),
    ),
    owner: z.string().nullable(),
    createdAt: Instant,
    submittedAt: Instant.nullable(),
    news: z.int(),
    /** The promise to the client that ends first. */
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    timeline: z.array(
      z.object({
        id: Id,
        at: Instant,
        title: z.string(),
        detail: z.string(),
        by: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    can: Can,
  })
  .meta({ id: 'AssistedClaim', description: '协助理赔案' })
export type AssistView = z.output<typeof AssistView>

export const listInsurers = route({
  id: 'listInsurers',
  method: 'GET',
  path: '/api/insurers',
  permission: 'assist.open',
  summary: '本系统内的保险公司',
  answer: z.object({ items: z.array(z.object({ id: z.int(), name: z.string() })) }),
})
export const openAssist = route({
  id: 'openAssist',
  method: 'POST',
  path: '/api/assists',
  permission: 'assist.open',
  summary: '为客户登记协助理赔',
  body: z.object({
    clientName: Text(40),
    clientIdNumber: Text(30),
    clientPhone: MaybeText(30).default(''),
    /** An insurer of this installation, or the name of one outside. */
    insurerTenantId: z.int().min(1).nullable().default(null),
    insurerName: MaybeText(80).default(''),
    accident: Accident,
  }),
  answer: AssistStand,
})
export const listAssists = route({
  id: 'listAssists',
  method: 'GET',
  path: '/api/assists',
  permission: 'assist.open',
  summary: '协助理赔列表',
  sensitive: true,
  query: PageQuery.extend({
    state: AssistState.optional(),
    q: z.string().max(60).optional(),
    news: z.stringbool().optional(),
  }),
  answer: page(
    z.object({
      id: Id,
      assistNo: z.string(),
      state: AssistState,
      stateWord: z.string(),
      clientName: z.string(),
      insurerName: z.string(),
      insurerNo: z.string().nullable(),
      createdAt: Instant,
      updatedAt: Instant,
      news: z.int(),
      dueAt: Instant.nullable(),
      timeLeft: TimeLeft.nullable(),
    }),
  ).extend({ withNews: z.int() }),
})
export const getAssist = route({
  id: 'getAssist',
  method: 'GET',
  path: '/api/assists/:assistId',
  permission: 'assist.open',
  summary: '查看协助理赔案',
  sensitive: true,
  params: assistParams,
  answer: AssistView,
})
/** Files come as parts named `file:<code>`; several files of one code are the pages of one paper. */
export const addAssistPapers = route({
  id: 'addAssistPapers',
  method: 'POST',
  path: '/api/assists/:assistId/papers',
  permission: 'assist.open',
  summary: '加入资料；提交后自动转交本系统内的保险公司',
  files: true,
  params: assistParams,
  answer: AssistStand,
})
export const getAssistPaper = route({
  id: 'getAssistPaper',
  method: 'GET',
  path: '/api/assists/:assistId/files/:fileId',
  permission: 'assist.open',
  summary: '查看资料文件',
  sensitive: true,
  download: true,
  params: assistParams.extend({ fileId: Id }),
})
export const submitAssist = route({
  id: 'submitAssist',
  method: 'POST',
  path: '/api/assists/:assistId/submit',
  permission: 'assist.open',
  summary: '提交保险公司',
  params: assistParams,
  body: z.object({ outsideClaimNo: MaybeText(60).default('') }),
  answer: AssistStand,
})
export const noteOutsideProgress = route({
  id: 'noteOutsideProgress',
  method: 'POST',
  path: '/api/assists/:assistId/progress',
  permission: 'assist.open',
  summary: '登记外部保险公司的进展（须写明怎样得知）',
  params: assistParams,
  body: z.object({
    step: InsurerStep,
    reason: Text(500),
    outsideClaimNo: MaybeText(60).default(''),
    payableFen: FenAmount.min(0).nullable().default(null),
    paidFen: FenAmount.min(0).nullable().default(null),
  }),
  answer: AssistStand,
})
export const withdrawAssist = route({
  id: 'withdrawAssist',
  method: 'POST',
  path: '/api/assists/:assistId/withdraw',
  permission: 'assist.open',
  summary: '停止协助（保险公司的案件不受影响）',
  params: assistParams,
  body: z.object({ reason: Text(500) }),
  answer: AssistStand,
})
export const seeAssist = route({
  id: 'seeAssist',
  method: 'POST',
  path: '/api/assists/:assistId/seen',
  permission: 'assist.open',
  summary: '新进展已看过',
  params: assistParams,
  answer: AssistStand,
})
