/** What was paid too much and comes back (CLM-16): letter, repayments, waiver, each checked by a second person. */
import {
  LITIGATION_OUTCOMES,
  litigationLifecycle,
  reconsiderationLifecycle,
  recoveryEntryLifecycle,
  recoveryLifecycle,
} from '@anpei/domain/claims'
import { z } from 'zod'
import { Can, Day, FenAmount, Id, Instant, keysOf, page, PageQuery, route, Text } from '../kernel/index.ts'
import { BenefitCode } from './words.ts'

export const RecoveryState = keysOf(recoveryLifecycle.states)

export const RecoveryEntry = z
  .object({
    id: Id,
    kind: z.enum(['repayment', 'waiver']),
    state: keysOf(recoveryEntryLifecycle.states),
    stateWord: z.string(),
    amountFen: FenAmount,
    /** The bank's number of the credit or of the receipt. */
    reference: z.string().nullable(),
    receivedOn: Day.nullable(),
    note: z.string(),
    madeBy: z.string(),
    madeAt: Instant,
    checkedBy: z.string().nullable(),
    can: Can,
  })
  .meta({ id: 'RecoveryEntry' })

export const RecoveryView = z
  .object({
    id: Id,
    recoveryNo: z.string(),
    claimId: Id,
    claimNo: z.string(),
    personName: z.string(),
    benefit: BenefitCode,
    state: RecoveryState,
    stateWord: z.string(),
    amountFen: FenAmount,
    repaidFen: FenAmount,
    waivedFen: FenAmount,
    /** Still to come back. */
    owedFen: FenAmount,
    letterNo: z.string().nullable(),
    letterDeliveredAt: Instant.nullable(),
    madeAt: Instant,
    entries: z.array(RecoveryEntry),
    can: Can,
  })
  .meta({ id: 'Recovery', description: '追回款' })
export type RecoveryView = z.output<typeof RecoveryView>

const recoveryParams = z.object({ recoveryId: Id })
const Amount = FenAmount.min(1)

export const listRecoveries = route({
  id: 'listRecoveries',
  method: 'GET',
  path: '/api/recoveries',
  permission: 'payment.read',
  summary: '追回款列表',
  sensitive: true,
  query: PageQuery.extend({ state: RecoveryState.optional(), q: z.string().max(60).optional() }),
  answer: page(RecoveryView),
})
export const issueRecoveryLetter = route({
  id: 'issueRecoveryLetter',
  method: 'POST',
  path: '/api/recoveries/:recoveryId/letter',
  permission: 'claim.letter',
  summary: '出具追回多付款项通知书并通知',
  params: recoveryParams,
  body: z.object({ reason: Text(300), repayBy: Day }),
  answer: RecoveryView,
})
export const recordRepayment = route({
  id: 'recordRepayment',
  method: 'POST',
  path: '/api/recoveries/:recoveryId/repayments',
  permission: 'recovery.book',
  summary: '登记还款（待第二人复核）',
  params: recoveryParams,
  body: z.object({ amountFen: Amount, receivedOn: Day, reference: Text(60), note: z.string().max(300).default('') }),
  answer: RecoveryView,
})
export const StatementResult = z
  .object({
    rows: z.int(),
    entered: z.int(),
    repeated: z.int(),
    /** Credits nobody can place: unknown number, more than owed; nothing was changed for them. */
    problems: z.array(z.object({ rowNo: z.int(), reference: z.string(), text: z.string() })),
  })
  .meta({ id: 'StatementResult' })
export const importStatement = route({
  id: 'importStatement',
  method: 'POST',
  path: '/api/recoveries/statements',
  permission: 'recovery.book',
  summary: '导入银行流水（camt.053 或 CSV），按追回号登记还款',
  files: true,
  answer: StatementResult,
})
export const proposeWaiver = route({
  id: 'proposeWaiver',
  method: 'POST',
  path: '/api/recoveries/:recoveryId/waivers',
  permission: 'recovery.waive',
  summary: '申请豁免（待有权限的第二人批准）',
  params: recoveryParams,
  body: z.object({ amountFen: Amount, reason: Text(500) }),
  answer: RecoveryView,
})
export const checkRecoveryEntry = route({
  id: 'checkRecoveryEntry',
  method: 'POST',
  path: '/api/recovery-entries/:entryId/check',
  permission: 'recovery.check',
  summary: '复核还款或批准豁免（登记人之外的第二人）',
  params: z.object({ entryId: Id }),
  body: z.object({ outcome: z.enum(['confirm', 'reject']) }),
  answer: RecoveryView,
})

export const LitigationView = z
  .object({
    id: Id,
    forum: z.enum(['court', 'arbitration']),
    forumName: z.string(),
    caseNo: z.string(),
    filedOn: Day,
    claimedFen: FenAmount,
    state: keysOf(litigationLifecycle.states),
    stateWord: z.string(),
    outcome: keysOf(LITIGATION_OUTCOMES).nullable(),
    awardedFen: FenAmount.nullable(),
    hearingOn: Day.nullable(),
    note: z.string(),
    papers: z.array(
      z.object({
        id: Id,
        title: z.string(),
        receivedAt: Instant,
        files: z.array(z.object({ id: Id, fileName: z.string(), mediaType: z.string() })),
      }),
    ),
    madeAt: Instant,
    endedAt: Instant.nullable(),
    can: Can,
  })
  .meta({ id: 'Litigation', description: '诉讼仲裁' })
export type LitigationView = z.output<typeof LitigationView>

export const ReconsiderationView = z
  .object({
    id: Id,
    state: keysOf(reconsiderationLifecycle.states),
    stateWord: z.string(),
    askedOn: Day,
    said: z.string(),
    beforeFen: FenAmount,
    outcome: z.enum(['upheld', 'changed']).nullable(),
    /** Names of those who may not judge it again. */
    barred: z.array(z.string()),
    letterNo: z.string().nullable(),
    madeBy: z.string(),
    madeAt: Instant,
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'Reconsideration', description: '理赔复议' })
export type ReconsiderationView = z.output<typeof ReconsiderationView>

/** What follows a decision, in one look: the claim page reads it when its part is opened. */
export const getAfterwards = route({
  id: 'getAfterwards',
  method: 'GET',
  path: '/api/claims/:claimId/afterwards',
  permission: 'claim.read',
  summary: '决定之后：追回款、诉讼仲裁、理赔复议',
  sensitive: true,
  params: z.object({ claimId: Id }),
  answer: z.object({
    recoveries: z.array(RecoveryView),
    litigations: z.array(LitigationView),
    reconsiderations: z.array(ReconsiderationView),
    can: Can,
  }),
})
export const recordLitigation = route({
  id: 'recordLitigation',
  method: 'POST',
  path: '/api/claims/:claimId/litigations',
  permission: 'claim.litigate',
  summary: '登记诉讼或仲裁',
  params: z.object({ claimId: Id }),
  body: z.object({
    forum: z.enum(['court', 'arbitration']),
    forumName: Text(60),
    caseNo: Text(60),
    filedOn: Day,
    claimedFen: FenAmount.min(0),
    hearingOn: Day.nullable().default(null),
    note: z.string().max(1000).default(''),
  }),
  answer: LitigationView,
})
export const moveLitigation = route({
  id: 'moveLitigation',
  method: 'POST',
  path: '/api/litigations/:litigationId/moves',
  permission: 'claim.litigate',
  summary: '诉讼仲裁进展：开庭、裁判、上诉、终结',
  params: z.object({ litigationId: Id }),
  body: z.object({
    act: z.enum(['hear', 'judge', 'appeal', 'end']),
    hearingOn: Day.nullable().default(null),
    outcome: keysOf(LITIGATION_OUTCOMES).nullable().default(null),
    awardedFen: FenAmount.min(0).nullable().default(null),
    note: z.string().max(1000).default(''),
  }),
  answer: LitigationView,
})
export const addLitigationPapers = route({
  id: 'addLitigationPapers',
  method: 'POST',
  path: '/api/litigations/:litigationId/papers',
  permission: 'claim.litigate',
  summary: '附上诉讼仲裁文书',
  files: true,
  params: z.object({ litigationId: Id }),
  body: z.object({ title: Text(60) }),
  answer: LitigationView,
})
export const disputeDecision = route({
  id: 'disputeDecision',
  method: 'POST',
  path: '/api/claims/:claimId/reconsiderations',
  permission: 'claim.reopen',
  summary: '客户提出理赔复议：重开有异议的给付项，由没有办过本案的人重审',
  params: z.object({ claimId: Id }),
  body: z.object({
    lineIds: z.array(Id).min(1).max(10),
    askedOn: Day,
    said: Text(1000),
    ownerId: Id.nullable().default(null),
  }),
  answer: ReconsiderationView,
})
