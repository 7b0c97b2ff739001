/** Claims (赔案): lists, the claim page, and the acts on the case as a whole. */
import { z } from 'zod'
import {
  Can,
  Day,
  FenAmount,
  Finish,
  Id,
  Instant,
  MaybeText,
  page,
  PageQuery,
  route,
  Text,
  TimeLeft,
} from '../kernel/index.ts'
import { DeathCover } from '../programme/index.ts'
import { Accident } from './reports.ts'
import { Assessment } from './assessments.ts'
import { ClockView, LetterView, SupplementView, TaskView, WeAsk, ClaimMessage } from './claim-parts.ts'
import { PaymentView } from './payments.ts'
import {
  BenefitCode,
  Channel,
  ClaimClass,
  ClaimKind,
  ClaimState,
  LineState,
  ProposalState,
  VehicleClass,
} from './words.ts'

export const claimParams = z.object({ claimId: Id })

/** CLM-21: is the case healthy? */
export const ClaimHealth = z
  .object({
    stalledDays: z.int(),
    touches: z.int(),
    ageDays: z.int(),
    ageLimitDays: z.int().nullable(),
    reserveFen: FenAmount,
    paidFen: FenAmount,
  })
  .meta({ id: 'ClaimHealth' })

export const ClaimRow = z
  .object({
    id: Id,
    claimNo: z.string(),
    state: ClaimState,
    stateWord: z.string(),
    class: ClaimClass,
    kinds: z.array(ClaimKind),
    personName: z.string(),
    idNumberMasked: z.string(),
    villageName: z.string().nullable(),
    accidentOn: Day,
    receivedAt: Instant,
    owner: z.object({ id: Id, name: z.string() }).nullable(),
    dueAt: Instant.nullable(),
    dueClock: z.string().nullable(),
    timeLeft: TimeLeft.nullable(),
    overdue: z.boolean(),
    anxious: z.boolean(),
    payableFen: FenAmount,
    paidFen: FenAmount,
    health: ClaimHealth,
  })
  .meta({ id: 'ClaimRow' })
export type ClaimRow = z.output<typeof ClaimRow>

export const ClaimFilter = z.object({
  state: z.union([ClaimState, z.literal('open')]).optional(),
  class: ClaimClass.optional(),
  kind: ClaimKind.optional(),
  /** `me`, `none` (nobody owns it) or a user id. */
  owner: z.string().max(40).optional(),
  /** Nine digits: a town; twelve: a village. */
  division: z
    .string()
    .regex(/^\d{9}(\d{3})?$/)
    .optional(),
  /** Of open cases; ended ones are neither. */
  overdue: z.stringbool().optional(),
  /** A letter of it has been issued and has not reached. */
  undelivered: z.stringbool().optional(),
  /** Of one customer, records merged into this one included. */
  personId: Id.optional(),
  accidentFrom: Day.optional(),
  accidentTo: Day.optional(),
  receivedFrom: Day.optional(),
  receivedTo: Day.optional(),
  closedFrom: Day.optional(),
  closedTo: Day.optional(),
  /**
   * Claim number (or its beginning) or name (or a part of at least two characters); ID numbers go through
   * findPersons.
   */
  q: z.string().max(60).optional(),
  sort: z.enum(['due', 'newest', 'oldest']).default('due'),
})
export const listClaims = route({
  id: 'listClaims',
  method: 'GET',
  path: '/api/claims',
  permission: 'claim.read',
  summary: '赔案列表：筛选、搜索、排序、翻页',
  sensitive: true,
  query: PageQuery.extend(ClaimFilter.shape).extend({ count: z.stringbool().default(true) }),
  answer: page(ClaimRow),
})
export const exportClaims = route({
  id: 'exportClaims',
  method: 'GET',
  path: '/api/claims/export',
  permission: 'claim.read',
  summary: '导出赔案列表（脱敏）',
  sensitive: true,
  download: true,
  query: ClaimFilter.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
})

export const DocumentItem = z
  .object({
    code: z.string(),
    title: z.string(),
    required: z.boolean(),
    substitute: z.string(),
    /** missing → received → accepted | rejected; waived = another way was found. */
    state: z.enum(['missing', 'received', 'accepted', 'rejected', 'waived']),
    /** We are asking an office for it; the customer need not (CLM-03). */
    weAsk: WeAsk.nullable(),
    papers: z.array(
      z.object({
        id: Id,
        title: z.string(),
        channel: Channel,
        receivedAt: Instant,
        verdict: z.enum(['accepted', 'rejected']).nullable(),
        verdictReason: z.string().nullable(),
        checks: z.record(z.string(), z.boolean()),
        files: z.array(
          z.object({
            id: Id,
            mediaType: z.string(),
            fileName: z.string(),
            bytes: z.int(),
            warnings: z.array(z.string()),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DocumentItem' })
export type DocumentItem = z.output<typeof DocumentItem>

export const ClaimLine = z
  .object({
    id: Id,
    benefit: BenefitCode,
    title: z.string(),
    state: LineState,
    stateWord: z.string(),
    payableFen: FenAmount,
    paidFen: FenAmount,
    reserveFen: FenAmount,
    /** Agreed to before the decision; null = nothing (CLM-13). */
    advancedFen: FenAmount.nullable(),
    denialReasons: z.array(z.object({ code: z.string(), text: z.string() })),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'ClaimLine' })

export const ProposalView = z
  .object({
    id: Id,
    state: ProposalState,
    madeBy: z.string(),
    madeAt: Instant,
    totalFen: FenAmount,
    stepsNeeded: z.int(),
    stepsDone: z.int(),
    lines: z.array(
      z.object({
        lineId: Id,
        benefit: BenefitCode,
        outcome: z.enum(['pay', 'deny', 'not_applicable']),
        payableFen: FenAmount,
        reasons: z.array(z.object({ code: z.string(), text: z.string() })),
        comment: z.string(),
      }),
    ),
    approvals: z.array(
      z.object({
        stepNo: z.int(),
        outcome: z.enum(['approved', 'returned']),
        by: z.string(),
        at: Instant,
        comment: z.string(),
      }),
    ),
    can: Can,
  })
  .meta({ id: 'Proposal' })

export const ClaimView = ClaimRow.extend({
  reportId: Id,
  reportNo: z.string(),
  personId: Id,
  age: z.int(),
  phoneMasked: z.string(),
  careMarks: z.array(z.string()),
  /** How to talk with the person (CUS-04). */
  careHints: z.array(z.string()),
  programme: z.object({ id: Id, name: z.string(), versionNo: z.int(), effectiveFrom: Day }),
  accident: Accident,
  vehicle: VehicleClass,
  reporter: z.object({ name: z.string(), phoneMasked: z.string(), relation: z.string() }),
  requestedAt: Instant.nullable(),
  papersCompletedAt: Instant.nullable(),
  decidedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closingReason: z.string().nullable(),
  revision: z.int(),
  lines: z.array(ClaimLine),
  documents: z.array(DocumentItem),
  tasks: z.array(TaskView),
  supplements: z.array(SupplementView),
  assessment: Assessment.nullable(),
  proposal: ProposalView.nullable(),
  payments: z.array(PaymentView),
  letters: z.array(LetterView),
  messages: z.array(ClaimMessage),
  payees: z.array(
    z.object({
      id: Id,
      holderName: z.string(),
      relation: z.string(),
      bank: z.string().nullable(),
      accountMasked: z.string(),
      state: z.string(),
      basis: z.string().nullable(),
      madeByMe: z.boolean(),
      can: Can,
    }),
  ),
  clocks: z.array(ClockView),
  ...Finish.shape,
  /** Consent to the cover and civil capacity, on a claim for a death: facts for the person who decides (PRG-04). */
  deathCover: DeathCover.nullable(),
  /** What still stands in the way of closing (CLM-20). */
  debts: z.array(z.object({ code: z.string(), text: z.string() })),
  otherClaims: z.array(
    z.object({ id: Id, claimNo: z.string(), accidentOn: Day, stateWord: z.string(), paidFen: FenAmount }),
  ),
  can: Can,
}).meta({ id: 'Claim', description: '赔案' })
export type ClaimView = z.output<typeof ClaimView>

/** What a command answers: where the case stands now. Screens ask for the whole again. */
export const ClaimStand = z
  .object({ id: Id, state: ClaimState, stateWord: z.string(), revision: z.int() })
  .meta({ id: 'ClaimStand' })
export type ClaimStand = z.output<typeof ClaimStand>

export const getClaim = route({
  id: 'getClaim',
  method: 'GET',
  path: '/api/claims/:claimId',
  permission: 'claim.read',
  summary: '赔案全貌',
  sensitive: true,
  params: claimParams,
  answer: ClaimView,
})
export const TimelineEntry = z
  .object({
    id: Id,
    at: Instant,
    name: z.string(),
    title: z.string(),
    detail: z.string(),
    by: z.string(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' })
export const getClaimTimeline = route({
  id: 'getClaimTimeline',
  method: 'GET',
  path: '/api/claims/:claimId/timeline',
  permission: 'claim.read',
  summary: '赔案时间线',
  sensitive: true,
  params: claimParams,
  answer: z.object({ entries: z.array(TimelineEntry) }),
})
export const takeClaim = route({
  id: 'takeClaim',
  method: 'POST',
  path: '/api/claims/:claimId/take',
  permission: 'claim.review',
  summary: '领取赔案（不会被两人同时领走）',
  params: claimParams,
  answer: ClaimStand,
})
export const assignClaim = route({
  id: 'assignClaim',
  method: 'POST',
  path: '/api/claims/:claimId/assign',
  permission: 'claim.assign',
  summary: '分派或转交赔案',
  params: claimParams,
  body: z.object({ userId: Id, reason: MaybeText(300).default('') }),
  answer: ClaimStand,
})
export const markAnxious = route({
  id: 'markAnxious',
  method: 'POST',
  path: '/api/claims/:claimId/anxious',
  permission: 'claim.collect',
  summary: '标记客户着急：每日告知进展',
  params: claimParams,
  body: z.object({ anxious: z.boolean() }),
  answer: ClaimStand,
})
export const withdrawClaim = route({
  id: 'withdrawClaim',
  method: 'POST',
  path: '/api/claims/:claimId/withdraw',
  permission: 'claim.withdraw',
  summary: '撤案（申请人要求，须写明）',
  params: claimParams,
  body: z.object({ reason: Text(500) }),
  answer: ClaimStand,
})
export const closeClaim = route({
  id: 'closeClaim',
  method: 'POST',
  path: '/api/claims/:claimId/close',
  permission: 'claim.close',
  summary: '结案：欠办事项为零才可',
  params: claimParams,
  answer: ClaimStand,
})
export const reopenClaim = route({
  id: 'reopenClaim',
  method: 'POST',
  path: '/api/claims/:claimId/reopen',
  permission: 'claim.reopen',
  summary: '重开：更正少赔、追回多付、新资料、诉讼（客户异议走理赔复议）',
  params: claimParams,
  body: z.object({
    cause: z.enum(['underpaid', 'overpaid', 'new_papers', 'litigation']),
    lineIds: z.array(Id).min(1),
    reason: Text(500),
  }),
  answer: ClaimStand,
})
export const changeReserve = route({
  id: 'changeReserve',
  method: 'POST',
  path: '/api/claims/:claimId/reserve',
  permission: 'claim.reserve',
  summary: '调整准备金',
  params: claimParams,
  body: z.object({ lineId: Id, reserveFen: FenAmount.min(0), reason: Text(300) }),
  answer: ClaimStand,
})
