/** Complaining on a phone: three screens, then how far it is, the answer, and what one says to it (CMP-01, POR-03). */
import { COMPLAINANT_RELATIONS, complaintLifecycle, SPAN_KINDS } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Day, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'

const ComplaintNumber = z.object({ id: Id, complaintNo: z.string() })
const params = z.object({ complaintId: Id })

export const portalComplain = route({
  id: 'portalComplain',
  method: 'POST',
  path: '/api/portal/complaints',
  permission: 'portal.own',
  summary: '手机投诉',
  /** Parts named `mandate`: the signed mandate; `file`: everything else. */
  files: true,
  body: z.object({
    facts: Text(4000),
    /** What would set it right. */
    demand: MaybeText(1000).default(''),
    name: Text(40),
    relation: keysOf(COMPLAINANT_RELATIONS),
    /** The elder's name, where it is somebody else. */
    about: MaybeText(40).default(''),
    /** The case it is about, one that this account may open: whose it is need not be said then. */
    claimId: Id.nullable().default(null),
  }),
  /** As the clocks count them; null: a tenant promises none. */
  answer: ComplaintNumber.extend({
    contactByOn: Day.nullable(),
    answerByOn: Day.nullable(),
    /** What was worked out is not told before a mandate was seen. */
    mandateFirst: z.boolean(),
  }),
})

export const PortalComplaint = ComplaintNumber.extend({
  state: keysOf(complaintLifecycle.states),
  stateWord: z.string(),
  receivedAt: Instant,
  facts: z.string(),
  /** The elder it is about and what one is to them; empty: oneself. */
  about: z.string(),
  /** Until a mandate was seen, how far it is told, and no more; whether one lies with us to be looked at. */
  mandateFirst: z.boolean(),
  mandateArrived: z.boolean(),
  /** The day by which somebody calls, by law or promise the day of the answer, and that of a 核查; null: done or over. */
  contactByOn: Day.nullable(),
  answerByOn: Day.nullable(),
  recheckByOn: Day.nullable(),
  /** Why no day of the answer is told for now. */
  paused: keysOf(SPAN_KINDS).nullable(),
  /** Until when a 核查 may be asked for; null: not now. */
  recheckUntilOn: Day.nullable(),
  /** Who takes care of it, by the post. */
  handlerRole: z.string().nullable(),
  proposal: z.object({ id: Id, solution: z.string(), acts: z.array(z.string()) }).nullable(),
  /** Notices, newest first. */
  letters: z.array(
    z.object({
      id: Id,
      on: Day,
      title: z.string(),
      text: z.string(),
      voiceText: z.string(),
      /** Opening it is what tells us that the decision has reached. */
      awaited: z.boolean(),
    }),
  ),
  can: z.array(z.enum(['reply', 'addFacts', 'recheck', 'handInMandate'])),
}).meta({ id: 'PortalComplaint' })
export type PortalComplaint = z.output<typeof PortalComplaint>

export const portalMyComplaints = route({
  id: 'portalMyComplaints',
  method: 'GET',
  path: '/api/portal/complaints',
  permission: 'portal.own',
  summary: '我的投诉',
  sensitive: true,
  answer: z.object({ items: z.array(PortalComplaint) }),
})
export const portalAddFacts = route({
  id: 'portalAddFacts',
  method: 'POST',
  path: '/api/portal/complaints/:complaintId/facts',
  permission: 'portal.own',
  summary: '补充新的事实（法定期限重新计算）',
  files: true,
  params,
  body: z.object({ text: Text(4000) }),
  answer: ComplaintNumber,
})
export const portalHandInMandate = route({
  id: 'portalHandInMandate',
  method: 'POST',
  path: '/api/portal/complaints/:complaintId/mandate',
  permission: 'portal.own',
  summary: '补交委托书或继承证明的照片，由工作人员核看',
  files: true,
  params,
  answer: ComplaintNumber,
})
export const portalReadDecision = route({
  id: 'portalReadDecision',
  method: 'POST',
  path: '/api/portal/complaints/:complaintId/letters/:letterId/reading',
  permission: 'portal.own',
  summary: '打开处理决定告知书（即为送达）',
  params: params.extend({ letterId: Id }),
  answer: ComplaintNumber,
})
export const portalReply = route({
  id: 'portalReply',
  method: 'POST',
  path: '/api/portal/complaints/:complaintId/reply',
  permission: 'portal.own',
  summary: '同意或不同意处理方案',
  params,
  body: z.object({ proposalId: Id, accepts: z.boolean(), reply: MaybeText(2000).default('') }),
  answer: ComplaintNumber,
})
export const portalAskRecheck = route({
  id: 'portalAskRecheck',
  method: 'POST',
  path: '/api/portal/complaints/:complaintId/recheck',
  permission: 'portal.own',
  summary: '申请核查',
  params,
  body: z.object({ why: Text(2000) }),
  answer: ComplaintNumber,
})
