/** Requests of persons about their data (CUS-07, L13): received, checked, answered with proof. */
import {
  dataRequestLifecycle,
  IDENTITY_CHECKS,
  REQUEST_ASKERS,
  REQUEST_CHANNELS,
  REQUEST_DELIVERIES,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REQUEST_REFUSALS,
} from '@anpei/domain/customers'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../kernel/index.ts'
import { Particulars } from './changes.ts'
import { personParams } from './persons.ts'

const RequestKind = keysOf(REQUEST_KINDS)
const RequestState = keysOf(dataRequestLifecycle.states)
const requestParams = z.object({ requestId: Id })

export const DataRequestRow = z
  .object({
    id: Id,
    requestNo: z.string(),
    personId: Id,
    personName: z.string(),
    kind: RequestKind,
    kindWord: z.string(),
    state: RequestState,
    stateWord: z.string(),
    asker: keysOf(REQUEST_ASKERS),
    receivedAt: Instant,
    owner: z.string().nullable(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'DataRequestRow' })
export type DataRequestRow = z.output<typeof DataRequestRow>

export const DataRequestView = DataRequestRow.extend({
  channel: keysOf(REQUEST_CHANNELS),
  asks: z.string(),
  askerName: z.string(),
  relation: z.string(),
  phoneMasked: z.string(),
  checkedHow: keysOf(IDENTITY_CHECKS).nullable(),
  checkedNote: z.string(),
  checkedBy: z.string().nullable(),
  checkedAt: Instant.nullable(),
  outcome: keysOf(REQUEST_OUTCOMES).nullable(),
  refusal: keysOf(REQUEST_REFUSALS).nullable(),
  answer: z.string(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  delivered: keysOf(REQUEST_DELIVERIES).nullable(),
  changeId: Id.nullable(),
  runId: Id.nullable(),
  runWord: z.string().nullable(),
  closedAt: Instant.nullable(),
  files: z.array(
    z.object({
      id: Id,
      what: z.enum(['copy', 'table', 'proof']),
      fileName: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      madeAt: Instant,
    }),
  ),
  can: Can,
}).meta({ id: 'DataRequest', description: '个人信息请求' })
export type DataRequestView = z.output<typeof DataRequestView>

export const receiveDataRequest = route({
  id: 'receiveDataRequest',
  method: 'POST',
  path: '/api/persons/:personId/data-requests',
  permission: 'privacy.record',
  summary: '登记个人信息请求（查阅、复制、更正、删除、解释、近亲属）',
  params: personParams,
  body: z.object({
    kind: RequestKind,
    asker: keysOf(REQUEST_ASKERS),
    channel: z.enum(['counter', 'phone', 'letter', 'mail']),
    asks: Text(1000),
    askerName: MaybeText(50).default(''),
    relation: MaybeText(40).default(''),
    phone: MaybeText(30).default(''),
  }),
  answer: DataRequestView,
})
export const listDataRequests = route({
  id: 'listDataRequests',
  method: 'GET',
  path: '/api/data-requests',
  permission: 'privacy.read',
  summary: '个人信息请求，先到期的在前',
  sensitive: true,
  query: PageQuery.extend({
    show: z.enum(['open', 'ended']).default('open'),
    kind: RequestKind.optional(),
    personId: Id.optional(),
  }),
  answer: page(DataRequestRow),
})
export const getDataRequest = route({
  id: 'getDataRequest',
  method: 'GET',
  path: '/api/data-requests/:requestId',
  permission: 'privacy.read',
  summary: '一件个人信息请求',
  sensitive: true,
  params: requestParams,
  answer: DataRequestView,
})
export const verifyDataRequest = route({
  id: 'verifyDataRequest',
  method: 'POST',
  path: '/api/data-requests/:requestId/verify',
  permission: 'privacy.record',
  summary: '核实申请人身份',
  params: requestParams,
  body: z.object({ how: z.enum(['id_card', 'call_back', 'mandate', 'kinship']), note: MaybeText(300).default('') }),
  answer: DataRequestView,
})
export const copyPersonalData = route({
  id: 'copyPersonalData',
  method: 'POST',
  path: '/api/data-requests/:requestId/copy',
  permission: 'privacy.answer',
  summary: '生成这个人的个人信息副本（机器可读 JSON 与可阅读的表格）',
  params: requestParams,
  answer: DataRequestView,
})
export const correctByRequest = route({
  id: 'correctByRequest',
  method: 'POST',
  path: '/api/data-requests/:requestId/correct',
  permission: 'person.edit',
  summary: '按请求提出资料更正（第二人复核后生效）',
  params: requestParams,
  body: z.object({ particulars: Particulars }),
  answer: DataRequestView,
})
export const proposeErasure = route({
  id: 'proposeErasure',
  method: 'POST',
  path: '/api/data-requests/:requestId/erasure',
  permission: 'privacy.answer',
  summary: '按删除请求提出销毁（第二人批准后执行；保存期未满的拒绝）',
  params: requestParams,
  answer: DataRequestView,
})
export const answerDataRequest = route({
  id: 'answerDataRequest',
  method: 'POST',
  path: '/api/data-requests/:requestId/answer',
  permission: 'privacy.answer',
  summary: '答复个人信息请求，可附送达凭据（文件字段 proof）',
  params: requestParams,
  files: true,
  body: z.object({
    outcome: keysOf(REQUEST_OUTCOMES),
    refusal: keysOf(REQUEST_REFUSALS).nullable().default(null),
    answer: Text(2000),
    delivered: keysOf(REQUEST_DELIVERIES),
  }),
  answer: DataRequestView,
})
export const closeDataRequest = route({
  id: 'closeDataRequest',
  method: 'POST',
  path: '/api/data-requests/:requestId/close',
  permission: 'privacy.answer',
  summary: '办结',
  params: requestParams,
  answer: DataRequestView,
})
export const withdrawDataRequest = route({
  id: 'withdrawDataRequest',
  method: 'POST',
  path: '/api/data-requests/:requestId/withdraw',
  permission: 'privacy.record',
  summary: '本人撤回请求',
  params: requestParams,
  body: z.object({ reason: Text(300) }),
  answer: DataRequestView,
})
export const getDataRequestFile = route({
  id: 'getDataRequestFile',
  method: 'GET',
  path: '/api/data-requests/:requestId/files/:fileId',
  permission: 'privacy.answer',
  summary: '取副本或送达凭据',
  sensitive: true,
  download: true,
  params: z.object({ requestId: Id, fileId: Id }),
})
