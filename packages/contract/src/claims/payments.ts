/** Payments and batches (CLM-12): file out, return in, failures issued again after the account is corrected. */
import { ADVANCE_GROUNDS, CASH_RECEIVERS, transferLifecycle } from '@anpei/domain/claims'
import { z } from 'zod'
import {
  Can,
  Day,
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
import { BatchState, BenefitCode, PaymentState } from './words.ts'

export const PaymentView = z
  .object({
    id: Id,
    paymentNo: z.string(),
    claimId: Id,
    claimNo: z.string(),
    personId: Id,
    personName: z.string(),
    benefit: BenefitCode,
    amountFen: FenAmount,
    way: z.enum(['transfer', 'cash']),
    state: PaymentState,
    stateWord: z.string(),
    holderName: z.string().nullable(),
    bank: z.string().nullable(),
    accountMasked: z.string().nullable(),
    accountConfirmed: z.boolean(),
    dueAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    overdue: z.boolean(),
    madeAt: Instant,
    paidAt: Instant.nullable(),
    fault: z.string().nullable(),
    batchId: Id.nullable(),
    /** Who takes it in cash, and the two who sign for it. */
    cash: z
      .object({
        receiverName: z.string(),
        receiverWord: z.string(),
        idNumberMasked: z.string(),
        basis: z.string().nullable(),
        reason: z.string(),
        photoFileId: Id,
        firstSigner: z.string(),
        offeredAt: Instant,
        secondSigner: z.string().nullable(),
        signedAt: Instant.nullable(),
      })
      .nullable(),
    can: Can,
  })
  .meta({ id: 'Payment', description: '支付' })
export type PaymentView = z.output<typeof PaymentView>

export const BatchView = z
  .object({
    id: Id,
    batchNo: z.string(),
    format: z.string(),
    state: BatchState,
    stateWord: z.string(),
    paymentCount: z.int(),
    totalFen: FenAmount,
    paidCount: z.int(),
    failedCount: z.int(),
    madeBy: z.string(),
    madeAt: Instant,
    sentBy: z.string().nullable(),
    sentAt: Instant.nullable(),
    /** What the bank said of a transfer at once. */
    transfer: z
      .object({
        state: keysOf(transferLifecycle.states),
        stateWord: z.string(),
        bankReference: z.string().nullable(),
        fault: z.string().nullable(),
        sentAt: Instant.nullable(),
        answeredAt: Instant.nullable(),
        askedCount: z.int(),
      })
      .nullable(),
    can: Can,
  })
  .meta({ id: 'PaymentBatch', description: '支付批次' })
export type BatchView = z.output<typeof BatchView>

const batchParams = z.object({ batchId: Id })
const paymentParams = z.object({ paymentId: Id })

export const PaymentFilter = z.object({
  state: PaymentState.optional(),
  way: z.enum(['transfer', 'cash']).optional(),
  batchId: Id.optional(),
  batchNo: z.string().max(30).optional(),
  madeFrom: Day.optional(),
  madeTo: Day.optional(),
  paidFrom: Day.optional(),
  paidTo: Day.optional(),
  /** Number of the payment or the claim, or the beginning of it; or the insured person's name. */
  q: z.string().max(60).optional(),
})
export const exportPayments = route({
  id: 'exportPayments',
  method: 'GET',
  path: '/api/payments/export',
  permission: 'payment.read',
  summary: '导出支付列表（账号脱敏）',
  sensitive: true,
  download: true,
  query: PaymentFilter.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
})
export const listPayments = route({
  id: 'listPayments',
  method: 'GET',
  path: '/api/payments',
  permission: 'payment.read',
  summary: '支付列表',
  sensitive: true,
  query: PageQuery.extend(PaymentFilter.shape),
  answer: page(PaymentView),
})
export const listBatches = route({
  id: 'listBatches',
  method: 'GET',
  path: '/api/payment-batches',
  permission: 'payment.read',
  summary: '支付批次列表',
  query: PageQuery,
  answer: page(BatchView),
})
export const getBatch = route({
  id: 'getBatch',
  method: 'GET',
  path: '/api/payment-batches/:batchId',
  permission: 'payment.read',
  summary: '支付批次',
  sensitive: true,
  params: batchParams,
  answer: BatchView.extend({ payments: z.array(PaymentView) }),
})
export const makeBatch = route({
  id: 'makeBatch',
  method: 'POST',
  path: '/api/payment-batches',
  permission: 'payment.batch',
  summary: '编制支付批次（不给编号则收入全部待付）',
  body: z.object({
    paymentIds: z.array(Id).max(2000).nullable().default(null),
    /** `instant` = one payment at once through the bank's own interface, up to its limit. */
    format: z.enum(['bank_csv', 'pain.001', 'instant']).default('bank_csv'),
  }),
  answer: BatchView,
})
export const sendBatch = route({
  id: 'sendBatch',
  method: 'POST',
  path: '/api/payment-batches/:batchId/send',
  permission: 'payment.send',
  summary: '送银行（编制人之外的第二人）',
  params: batchParams,
  answer: BatchView,
})
export const askBank = route({
  id: 'askBank',
  method: 'POST',
  path: '/api/payment-batches/:batchId/ask',
  permission: 'payment.return',
  summary: '即时转账：再向银行查询一次',
  params: batchParams,
  answer: BatchView,
})
export const getBatchFile = route({
  id: 'getBatchFile',
  method: 'GET',
  path: '/api/payment-batches/:batchId/file',
  permission: 'payment.read',
  summary: '下载银行文件',
  sensitive: true,
  download: true,
  params: batchParams,
})
export const ReturnResult = z
  .object({
    rows: z.int(),
    paid: z.int(),
    failed: z.int(),
    repeated: z.int(),
    /** Rows nobody can place: unknown payment, other amount; nothing was changed for them. */
    problems: z.array(z.object({ rowNo: z.int(), paymentNo: z.string(), code: z.string(), text: z.string() })),
  })
  .meta({ id: 'BankReturnResult' })
export const importReturn = route({
  id: 'importReturn',
  method: 'POST',
  path: '/api/payment-batches/returns',
  permission: 'payment.return',
  summary: '导入银行回盘文件（重复导入不重复入账）',
  files: true,
  answer: ReturnResult,
})
export const reissuePayment = route({
  id: 'reissuePayment',
  method: 'POST',
  path: '/api/payments/:paymentId/reissue',
  permission: 'payment.batch',
  summary: '失败后更正账户重新付款',
  params: paymentParams,
  body: z.object({ payeeAccountId: Id }),
  answer: PaymentView,
})
export const payCash = route({
  id: 'payCash',
  method: 'POST',
  path: '/api/payments/:paymentId/cash',
  permission: 'payment.cash',
  summary: '登记付现金：谁领、理由、签收单照片；第二人签字后才算付讫',
  files: true,
  params: paymentParams,
  body: z.object({
    receiver: keysOf(CASH_RECEIVERS),
    /** Name and ID number of the receiver; not asked for the insured themselves and for a recorded proxy. */
    receiverName: MaybeText(50).default(''),
    receiverIdNumber: MaybeText(30).default(''),
    proxyId: Id.nullable().default(null),
    basis: MaybeText(300).default(''),
    reason: Text(300),
  }),
  answer: PaymentView,
})
export const signCash = route({
  id: 'signCash',
  method: 'POST',
  path: '/api/payments/:paymentId/cash/sign',
  permission: 'payment.cash',
  summary: '第二人签字：现金付讫',
  params: paymentParams,
  answer: PaymentView,
})
export const callOffCash = route({
  id: 'callOffCash',
  method: 'POST',
  path: '/api/payments/:paymentId/cash/call-off',
  permission: 'payment.cash',
  summary: '撤回付现金，款项回到待付',
  params: paymentParams,
  body: z.object({ reason: Text(300) }),
  answer: PaymentView,
})
export const ShareOf = z.object({ payeeAccountId: Id, shareBps: z.int().min(1).max(10_000) })
export const proposeShares = route({
  id: 'proposeShares',
  method: 'POST',
  path: '/api/claims/:claimId/shares',
  permission: 'payee.propose',
  summary: '受益人、继承人按份额领取：提出，第二人复核后生效（/api/changes）',
  params: z.object({ claimId: Id }),
  body: z.object({ lineId: Id, shares: z.array(ShareOf).min(1).max(20), basis: Text(300) }),
  answer: z.object({ changeId: Id }),
})
/** 先予支付 before the decision (CLM-13): amount and grounds; a second person agrees (/api/changes). */
export const proposeAdvance = route({
  id: 'proposeAdvance',
  method: 'POST',
  path: '/api/claims/:claimId/advances',
  permission: 'claim.assess',
  summary: '重伤先予支付：提出，第二人在授权额度内同意后付款（/api/changes），决定时抵扣',
  params: z.object({ claimId: Id }),
  body: z.object({
    lineId: Id,
    amountFen: FenAmount.min(1),
    expectedFen: FenAmount.min(1).meta({ description: '预计最终给付' }),
    ground: keysOf(ADVANCE_GROUNDS),
    papers: z.array(z.string().max(60)).max(20).meta({ description: '依据的资料代码，须已收到' }),
    note: Text(500),
  }),
  answer: z.object({ changeId: Id }),
})
