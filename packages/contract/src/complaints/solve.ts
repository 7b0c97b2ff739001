/** CMP-06…10: investigating, proposing, deciding, telling, keeping promises, closing. */
import { ACT_KINDS, DELIVERY_WAYS, ENTRY_KINDS, OUTCOMES, SPAN_KINDS } from '@anpei/domain/complaints'
import { z } from 'zod'
import { Day, FenAmount, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'
import { complaintParams, ComplaintStand } from './words.ts'

/** Findings, basis and reasons: without them no decision leaves (令2020-3 art. 19). */
export const grounds = { findings: Text(4000), basis: Text(2000), reasons: Text(4000) }

export const addComplaintEntry = route({
  id: 'addComplaintEntry',
  method: 'POST',
  path: '/api/complaints/:complaintId/entries',
  permission: 'complaint.handle',
  summary: '加入调查材料（陈述、访谈、证据、查明的事实）',
  params: complaintParams,
  files: true,
  body: z.object({
    kind: keysOf(ENTRY_KINDS).exclude(['contact', 'new_facts', 'broken_promise']),
    text: Text(8000),
    /** Whose words, or who was there. */
    with: MaybeText(100).default(''),
    place: MaybeText(100).default(''),
    /** Empty: now. */
    happenedAt: Instant.nullable().default(null),
  }),
  answer: ComplaintStand,
})
export const proposeSolution = route({
  id: 'proposeSolution',
  method: 'POST',
  path: '/api/complaints/:complaintId/proposals',
  permission: 'complaint.handle',
  summary: '提交处理方案',
  params: complaintParams,
  body: z.object({
    outcome: keysOf(OUTCOMES),
    ...grounds,
    solution: Text(4000),
    acts: z
      .array(
        z.object({
          kind: keysOf(ACT_KINDS),
          what: Text(500),
          dueOn: Day,
          ownerId: Id.nullable().default(null),
          sumFen: FenAmount.nullable().default(null),
          claimId: Id.nullable().default(null),
        }),
      )
      .max(20)
      .default([]),
  }),
  answer: ComplaintStand,
})
const proposalParams = z.object({ proposalId: Id })
export const judgeProposal = route({
  id: 'judgeProposal',
  method: 'POST',
  path: '/api/complaint-proposals/:proposalId/judgement',
  permission: 'complaint.approve',
  summary: '审批处理方案',
  params: proposalParams,
  body: z.object({ approve: z.boolean(), judgement: MaybeText(1000).default('') }),
  answer: ComplaintStand,
})
export const recordReply = route({
  id: 'recordReply',
  method: 'POST',
  path: '/api/complaint-proposals/:proposalId/reply',
  permission: 'complaint.handle',
  summary: '登记客户对方案的答复',
  params: proposalParams,
  body: z.object({ accepts: z.boolean(), reply: Text(2000) }),
  answer: ComplaintStand,
})
export const decideComplaint = route({
  id: 'decideComplaint',
  method: 'POST',
  path: '/api/complaints/:complaintId/decision',
  permission: 'complaint.handle',
  summary: '作出处理决定并出具告知书',
  params: complaintParams,
  answer: ComplaintStand,
})
export const sendDecision = route({
  id: 'sendDecision',
  method: 'POST',
  path: '/api/complaints/:complaintId/decision/sending',
  permission: 'complaint.handle',
  summary: '告知或寄发处理决定',
  params: complaintParams,
  files: true,
  body: z.object({
    way: keysOf(DELIVERY_WAYS),
    /** Where to, or whom it was told; nothing for SMS and mail, which go to the address the complainant gave. */
    to: MaybeText(200).default(''),
    /** Of what reaches at once: how that is proved; otherwise the number of the parcel or message. */
    proof: MaybeText(500).default(''),
  }),
  answer: ComplaintStand,
})
export const noteDecisionReached = route({
  id: 'noteDecisionReached',
  method: 'POST',
  path: '/api/complaints/:complaintId/decision/receipt',
  permission: 'complaint.handle',
  summary: '登记处理决定已送达',
  params: complaintParams,
  files: true,
  body: z.object({ reachedAt: Instant.nullable().default(null), proof: Text(500) }),
  answer: ComplaintStand,
})
const actParams = z.object({ actId: Id })
export const fulfilAct = route({
  id: 'fulfilAct',
  method: 'POST',
  path: '/api/complaint-acts/:actId/fulfilment',
  permission: 'complaint.handle',
  summary: '登记承诺事项已做到',
  params: actParams,
  files: true,
  body: z.object({ proof: Text(500) }),
  answer: ComplaintStand,
})
export const dropAct = route({
  id: 'dropAct',
  method: 'POST',
  path: '/api/complaint-acts/:actId/dropping',
  permission: 'complaint.approve',
  summary: '承诺事项不再需要',
  params: actParams,
  body: z.object({ reason: Text(500) }),
  answer: ComplaintStand,
})
export const startSpan = route({
  id: 'startSpan',
  method: 'POST',
  path: '/api/complaints/:complaintId/spans',
  permission: 'complaint.handle',
  summary: '开始外部鉴定或调解（法定期限暂停）',
  params: complaintParams,
  body: z.object({
    kind: keysOf(SPAN_KINDS),
    /** Who appraises or mediates. */
    who: Text(100),
    why: Text(500),
    /** Of an appraisal: the complainant was told. Of a mediation: the day both agreed. */
    agreedOn: Day,
    toldHow: Text(200),
  }),
  answer: ComplaintStand,
})
export const endSpan = route({
  id: 'endSpan',
  method: 'POST',
  path: '/api/complaint-spans/:spanId/end',
  permission: 'complaint.handle',
  summary: '结束外部鉴定或调解',
  params: z.object({ spanId: Id }),
  body: z.object({ result: Text(1000) }),
  answer: ComplaintStand,
})
export const askComplaintExtension = route({
  id: 'askComplaintExtension',
  method: 'POST',
  path: '/api/complaints/:complaintId/extensions',
  permission: 'complaint.handle',
  summary: '申请延期（期满前，仅一次）',
  params: complaintParams,
  body: z.object({ reason: Text(500) }),
  answer: ComplaintStand,
})
export const decideComplaintExtension = route({
  id: 'decideComplaintExtension',
  method: 'POST',
  path: '/api/complaint-extensions/:extensionId/decision',
  permission: 'complaint.extend',
  summary: '批准或不批准延期',
  params: z.object({ extensionId: Id }),
  /** Granted only with how the complainant was told. */
  body: z.object({ grant: z.boolean(), answer: MaybeText(500).default(''), told: MaybeText(200).default('') }),
  answer: ComplaintStand,
})
export const closeComplaint = route({
  id: 'closeComplaint',
  method: 'POST',
  path: '/api/complaints/:complaintId/closing',
  permission: 'complaint.approve',
  summary: '办结投诉',
  params: complaintParams,
  answer: ComplaintStand,
})
export const reopenComplaint = route({
  id: 'reopenComplaint',
  method: 'POST',
  path: '/api/complaints/:complaintId/reopening',
  permission: 'complaint.coordinate',
  summary: '重新办理（不满意）',
  params: complaintParams,
  body: z.object({ reason: Text(1000) }),
  answer: ComplaintStand,
})
