/** CMP-06…10: how far a complaint is solved, its letters, and what stands before its closing. */
import {
  ACT_KINDS,
  actLifecycle,
  CLOSING_DEBTS,
  complaintExtensionLifecycle,
  OUTCOMES,
  proposalLifecycle,
  recheckLifecycle,
  SPAN_KINDS,
} from '@anpei/domain/complaints'
import { z } from 'zod'
import { Can, Day, FenAmount, Id, Instant, keysOf, page, PageQuery, route } from '../kernel/index.ts'
import { complaintParams } from './words.ts'

const Debt = z.object({ code: keysOf(CLOSING_DEBTS), text: z.string() })
const File = z.object({ id: Id, mediaType: z.string(), bytes: z.int() })

export const ComplaintAct = z
  .object({
    id: Id,
    kind: keysOf(ACT_KINDS),
    kindWord: z.string(),
    what: z.string(),
    dueOn: Day,
    owner: z.string().nullable(),
    sumFen: FenAmount.nullable(),
    claimNo: z.string().nullable(),
    state: keysOf(actLifecycle.states),
    stateWord: z.string(),
    overdue: z.boolean(),
    doneAt: Instant.nullable(),
    proof: z.string(),
    can: Can,
  })
  .meta({ id: 'ComplaintAct', description: '承诺事项' })
export type ComplaintAct = z.output<typeof ComplaintAct>

export const SolutionView = z
  .object({
    /** Promises of the claim that were broken, from its own record (CMP-06). */
    brokenPromises: z.array(z.object({ name: z.string(), dueAt: Instant.nullable(), text: z.string() })),
    proposals: z.array(
      z.object({
        id: Id,
        no: z.int(),
        round: z.int(),
        state: keysOf(proposalLifecycle.states),
        stateWord: z.string(),
        outcome: keysOf(OUTCOMES),
        outcomeWord: z.string(),
        findings: z.string(),
        basis: z.string(),
        reasons: z.string(),
        solution: z.string(),
        draftedBy: z.string(),
        draftedAt: Instant,
        judgedBy: z.string().nullable(),
        judgement: z.string(),
        reply: z.string(),
        acts: z.array(ComplaintAct),
        can: Can,
      }),
    ),
    decisions: z.array(
      z.object({
        round: z.int(),
        letterId: Id,
        letterNo: z.string(),
        outcomeWord: z.string(),
        decidedBy: z.string(),
        decidedAt: Instant,
        wayWord: z.string().nullable(),
        sentAt: Instant.nullable(),
        reachedAt: Instant.nullable(),
        to: z.string(),
        proof: z.string(),
        /** Of what went out by SMS or mail and has not reached yet: how far it is. */
        fate: z.object({ stateWord: z.string(), failed: z.boolean(), fault: z.string().nullable() }).nullable(),
        files: z.array(File),
      }),
    ),
    extensions: z.array(
      z.object({
        id: Id,
        state: keysOf(complaintExtensionLifecycle.states),
        stateWord: z.string(),
        dueOn: Day,
        reason: z.string(),
        askedBy: z.string(),
        answer: z.string(),
        decidedBy: z.string().nullable(),
        letterId: Id.nullable(),
        can: Can,
      }),
    ),
    spans: z.array(
      z.object({
        id: Id,
        kind: keysOf(SPAN_KINDS),
        kindWord: z.string(),
        fromAt: Instant,
        toAt: Instant.nullable(),
        who: z.string(),
        why: z.string(),
        result: z.string(),
      }),
    ),
    rechecks: z.array(
      z.object({
        id: Id,
        state: keysOf(recheckLifecycle.states),
        stateWord: z.string(),
        askedAt: Instant,
        why: z.string(),
        handler: z.string().nullable(),
        outcomeWord: z.string().nullable(),
        letterId: Id.nullable(),
        letterNo: z.string().nullable(),
        toldAt: Instant.nullable(),
        can: Can,
      }),
    ),
    callback: z
      .object({
        state: z.enum(['owed', 'reached', 'exhausted']),
        distinctDays: z.int(),
        satisfied: z.string().nullable(),
      })
      .nullable(),
    /** What the complainant said when asked after, newest first. */
    said: z.array(
      z.object({
        id: Id,
        callbackNo: z.string(),
        at: Instant,
        satisfied: z.string(),
        answers: z.array(z.object({ question: z.string(), answer: z.string() })),
      }),
    ),
    /** Nobody can be told or called: the notice may be kept for them. */
    unreachable: z.boolean(),
    /** Where SMS and mail would go, half hidden; null: no such address. */
    addresses: z.object({ sms: z.string().nullable(), email: z.string().nullable() }),
    /** What stands between the case and its closing. */
    debts: z.array(Debt),
    can: Can,
  })
  .meta({ id: 'ComplaintSolution', description: '投诉的调查、方案、决定与办结条件' })
export type SolutionView = z.output<typeof SolutionView>

export const getSolution = route({
  id: 'getSolution',
  method: 'GET',
  path: '/api/complaints/:complaintId/solution',
  permission: 'complaint.read',
  summary: '查看投诉的调查与处理',
  sensitive: true,
  params: complaintParams,
  answer: SolutionView,
})
export const getComplaintLetter = route({
  id: 'getComplaintLetter',
  method: 'GET',
  path: '/api/complaints/:complaintId/letters/:letterId',
  permission: 'complaint.read',
  summary: '告知书全文与朗读文字',
  sensitive: true,
  params: complaintParams.extend({ letterId: Id }),
  answer: z.object({ letterNo: z.string(), title: z.string(), text: z.string(), voiceText: z.string() }),
})
export const getComplaintLetterPdf = route({
  id: 'getComplaintLetterPdf',
  method: 'GET',
  path: '/api/complaints/:complaintId/letters/:letterId/pdf',
  permission: 'complaint.read',
  summary: '告知书 PDF（大字）',
  sensitive: true,
  download: true,
  params: complaintParams.extend({ letterId: Id }),
})
export const listClosingDebts = route({
  id: 'listClosingDebts',
  method: 'GET',
  path: '/api/complaint-debts',
  permission: 'complaint.read',
  summary: '待办结清单：每件还差什么',
  sensitive: true,
  query: PageQuery,
  answer: page(
    z.object({
      id: Id,
      complaintNo: z.string(),
      name: z.string(),
      responsibleName: z.string().nullable(),
      toldAt: Instant.nullable(),
      debts: z.array(Debt),
    }),
  ),
})
