/**
 * CMP-12: 举报, on a road of its own. Whoever lacks the right, or is concerned, gets the answer that an unknown id gets.
 * The code is made by the browser of whoever writes the report down and leaves it in the reporter's hands; the server
 * keeps its hash only, and no answer that is kept for repetition ever holds it.
 */
import { STAFF_ENTRIES, TIP_ENTRIES, TIP_JUDGEMENTS, TIP_OUTCOMES, tipLifecycle } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Id, Instant, keysOf, MaybeText, page, PageQuery, route, Text, TimeLeft } from '../../kernel/index.ts'
import { RequestChannel } from '../../service-desk/index.ts'
import { ClockShown } from '../clocks.ts'
import { listComplaintColleagues } from '../complaint.ts'
import { complaintParams, ComplaintStand } from '../words.ts'

export const TipCode = z
  .string()
  .regex(/^\d{16}$/, '查询码是 16 位数字')
  .meta({ description: '举报查询码' })
const State = keysOf(tipLifecycle.states)
const tipParams = z.object({ tipId: Id })

const Reporter = z.object({
  named: z.boolean().default(false),
  name: MaybeText(40).default(''),
  phone: MaybeText(30).default(''),
  email: MaybeText(120).default(''),
  address: MaybeText(200).default(''),
})

/** Papers come as parts named `file`. Nobody who writes one down for another sees it again. */
export const registerTip = route({
  id: 'registerTip',
  method: 'POST',
  path: '/api/tips',
  permission: 'complaint.record',
  summary: '登记举报（代记）；登记后即密封',
  files: true,
  body: z.object({
    code: TipCode,
    /** A request of the desk that is taken over and sealed with it; what was said in it comes along. */
    requestId: Id.nullable().default(null),
    /** A request that is taken over keeps its own. */
    channel: RequestChannel.default('phone'),
    /** Empty: now. */
    receivedAt: Instant.nullable().default(null),
    reporter: Reporter.prefault({}),
    /** May be left to what the request says. */
    facts: MaybeText(4000).default(''),
    against: MaybeText(200).default(''),
    concernedIds: z.array(Id).max(20).default([]),
    reportedInstitutionId: Id.nullable().default(null),
  }),
  answer: z.object({ receivedAt: Instant }),
})

export const TipItem = z
  .object({
    id: Id,
    tipNo: z.string(),
    state: State,
    stateWord: z.string(),
    channelWord: z.string(),
    named: z.boolean(),
    receivedAt: Instant,
    outcomeWord: z.string().nullable(),
    examinerName: z.string().nullable(),
    unreadSince: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
  })
  .meta({ id: 'TipItem', description: '举报（列表，不含内容）' })
export type TipItem = z.output<typeof TipItem>

export const listTips = route({
  id: 'listTips',
  method: 'GET',
  path: '/api/tips',
  permission: 'complaint.tip',
  summary: '举报列表：只列本人不须回避的，不含内容',
  query: PageQuery.extend({ show: z.enum(['open', 'all']).default('open'), tipNo: z.string().max(40).optional() }),
  answer: page(TipItem),
})

export const openTip = route({
  id: 'openTip',
  method: 'POST',
  path: '/api/tips/:tipId/opening',
  permission: 'complaint.tip',
  summary: '写明事由查看举报（四小时内有效，记入审计）',
  params: tipParams,
  body: z.object({ reason: Text(200) }),
  answer: z.object({ untilAt: Instant }),
})

/** Asked before the case itself, so that nobody is refused what they were about to give a reason for. */
export const getTipOpening = route({
  id: 'getTipOpening',
  method: 'GET',
  path: '/api/tips/:tipId/opening',
  permission: 'complaint.tip',
  summary: '我打开的举报到几点为止（没有打开的为空）',
  params: tipParams,
  answer: z.object({ untilAt: Instant.nullable() }),
})

const Who = z.object({ id: Id, name: z.string() })
const File = z.object({ id: Id, fileName: z.string() })

export const TipView = TipItem.extend({
  recordedAt: Instant,
  reporter: Reporter.omit({ named: true }),
  facts: z.string(),
  against: z.string(),
  /** Where it came from: a request of the desk, a complaint. */
  origin: z.string(),
  concerned: z.array(Who),
  reportedInstitution: z.string().nullable(),
  examiner: Who.nullable(),
  clocks: z.array(ClockShown),
  conclusion: z.object({ finding: z.string(), result: z.string(), authority: z.string(), by: z.string() }).nullable(),
  judgement: z.string(),
  toldAt: Instant.nullable(),
  entries: z.array(
    z.object({
      id: Id,
      kind: keysOf(TIP_ENTRIES),
      kindWord: z.string(),
      at: Instant,
      by: z.string(),
      text: z.string(),
      files: z.array(File),
    }),
  ),
  openings: z.array(z.object({ id: Id, at: Instant, by: z.string(), reason: z.string() })),
  timeline: z.array(z.object({ id: Id, at: Instant, title: z.string(), by: z.string() })),
  /** Those who may examine it. */
  examiners: z.array(Who),
  openUntil: Instant,
  can: Can,
}).meta({ id: 'Tip', description: '举报' })
export type TipView = z.output<typeof TipView>

export const getTip = route({
  id: 'getTip',
  method: 'GET',
  path: '/api/tips/:tipId',
  permission: 'complaint.tip',
  summary: '举报详情（须先写明事由）',
  sensitive: true,
  params: tipParams,
  answer: TipView,
})

export const getTipFile = route({
  id: 'getTipFile',
  method: 'GET',
  path: '/api/tips/:tipId/files/:fileId',
  permission: 'complaint.tip',
  summary: '举报件中的文件',
  sensitive: true,
  download: true,
  params: tipParams.extend({ fileId: Id }),
})

const Stand = z.object({ id: Id, tipNo: z.string(), state: State, stateWord: z.string() })

export const acceptTip = route({
  id: 'acceptTip',
  method: 'POST',
  path: '/api/tips/:tipId/acceptance',
  permission: 'complaint.tip',
  summary: '受理举报并定承办人；法定期限起算',
  params: tipParams,
  body: z.object({
    /** Empty: whoever accepts. */
    examinerId: Id.nullable().default(null),
    /** Reported as well, as far as it shows by now: they are kept out too. */
    concernedIds: z.array(Id).max(20).default([]),
  }),
  answer: Stand,
})

export const recordTipEntry = route({
  id: 'recordTipEntry',
  method: 'POST',
  path: '/api/tips/:tipId/entries',
  permission: 'complaint.tip',
  summary: '记录提问、证据、访谈、保护措施、备注、告知',
  files: true,
  params: tipParams,
  body: z.object({ kind: z.enum(STAFF_ENTRIES), text: Text(4000) }),
  answer: Stand,
})

export const concludeTip = route({
  id: 'concludeTip',
  method: 'POST',
  path: '/api/tips/:tipId/conclusion',
  permission: 'complaint.tip',
  summary: '作出结论（含不予受理、移送），待另一人复核',
  params: tipParams,
  body: z.object({
    outcome: keysOf(TIP_OUTCOMES),
    finding: Text(8000),
    /** What the reporter reads. */
    result: Text(2000),
    /** To whom it is transferred. */
    authority: MaybeText(80).default(''),
  }),
  answer: Stand,
})

export const judgeTip = route({
  id: 'judgeTip',
  method: 'POST',
  path: '/api/tips/:tipId/judgement',
  permission: 'complaint.tip',
  summary: '复核、退回、办结、重新调查；复核与办结须另一人',
  params: tipParams,
  body: z.object({ judgement: keysOf(TIP_JUDGEMENTS), reason: MaybeText(1000).default('') }),
  answer: Stand,
})

/** Names only, to say who is reported as well. */
export const listTipColleagues = route({
  id: 'listTipColleagues',
  method: 'GET',
  path: '/api/tip-colleagues',
  permission: 'complaint.tip',
  summary: '被举报人员的选择名单',
  query: listComplaintColleagues.query,
  answer: listComplaintColleagues.answer,
})

export const turnTip = route({
  id: 'turnTip',
  method: 'POST',
  path: '/api/tips/:tipId/complaint',
  permission: 'complaint.tip',
  summary: '其实是投诉：转为投诉',
  params: tipParams,
  body: z.object({ reason: Text(500) }),
  answer: ComplaintStand,
})

export const turnComplaintToTip = route({
  id: 'turnComplaintToTip',
  method: 'POST',
  path: '/api/complaints/:complaintId/tip',
  permission: 'complaint.coordinate',
  summary: '其实是举报：转为举报，从此密封',
  params: complaintParams,
  body: z.object({ code: TipCode, concernedIds: z.array(Id).max(20).default([]) }),
  answer: z.object({ receivedAt: Instant }),
})
