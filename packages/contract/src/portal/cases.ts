/**
 * What families do about an accident: report it, see where it stands, add papers, see the sum, name the account
 * (POR-03).
 */
import { NEXT_ACTS, PROGRESS_STEPS } from '@anpei/domain/portal'
import { z } from 'zod'
import { RELATIONS } from '@anpei/domain/claims'
import { Accident, ApplicationForm, Signing } from '../claims/index.ts'
import { Day, FenAmount, Finish, Id, Instant, keysOf, MaybeText, route, Text } from '../kernel/index.ts'

const Step = z.enum(PROGRESS_STEPS)
const Next = z.enum(NEXT_ACTS)
const claimParams = z.object({ claimId: Id })
const letterParams = z.object({ letterId: Id })

/** Anyone with a proved phone may report; nothing about the insured person is told back. */
export const portalReport = route({
  id: 'portalReport',
  method: 'POST',
  path: '/api/portal/reports',
  permission: 'portal.own',
  summary: '网上报案',
  body: z.object({
    insuredName: Text(40),
    insuredIdNumber: Text(30),
    reporterName: Text(40),
    relation: keysOf(RELATIONS),
    /** Somebody is wanted at the scene now (CLM-02). */
    sceneAsked: z.boolean().optional(),
    accident: Accident.pick({
      accidentOn: true,
      place: true,
      placeText: true,
      cause: true,
      vehicle: true,
      narrative: true,
      hospital: true,
      kinds: true,
      diedOn: true,
    }),
  }),
  answer: z.object({
    reportNo: z.string(),
    receivedAt: Instant,
    contactBy: Instant,
    contactByOn: Day,
    /** Who sees to it (T11); null = nobody is there, the office is told. */
    ownerName: z.string().nullable(),
  }),
})

export const PortalCase = z
  .object({
    /** Of the report; a report that has become several claims stands once for each of them. */
    reportId: Id,
    claimId: Id.nullable(),
    caseNo: z.string(),
    personName: z.string(),
    accidentOn: Day.nullable(),
    next: Next,
    turn: z.enum(['you', 'we', 'nobody']),
    receivedAt: Instant,
    /** What the account may see and do: a reporter without a link sees only the step. */
    mayOpen: z.boolean(),
  })
  .meta({ id: 'PortalCase', description: '我的案件' })
export type PortalCase = z.output<typeof PortalCase>

export const portalMyCases = route({
  id: 'portalMyCases',
  method: 'GET',
  path: '/api/portal/cases',
  permission: 'portal.own',
  summary: '我的报案与赔案',
  sensitive: true,
  answer: z.object({ cases: z.array(PortalCase) }),
})

const Progress = z.object({
  caseNo: z.string(),
  personName: z.string(),
  accidentOn: Day.nullable(),
  steps: z.array(z.object({ code: Step, state: z.enum(['done', 'now', 'next', 'skipped']), at: Instant.nullable() })),
  next: Next,
  turn: z.enum(['you', 'we', 'nobody']),
  /** When this step is finished at the latest, and which promise or law says so. */
  expected: z
    .object({
      dueAt: Instant,
      on: Day,
      reason: z.string(),
      basis: z.string(),
      /** The day promised at first, where the family was told of a later one in time. */
      putOffFrom: Day.nullable(),
    })
    .nullable(),
  /** Null also while it is the family's turn. */
  ...Finish.shape,
  papersMissing: z.int(),
  /** The same words the progress notice says. */
  sentence: z.string(),
})

export const PortalPaper = z
  .object({
    code: z.string(),
    title: z.string(),
    required: z.boolean(),
    substitute: z.string(),
    state: z.enum(['missing', 'received', 'accepted', 'rejected', 'waived']),
    reason: z.string().nullable(),
    receivedAt: Instant.nullable(),
    /** The office we are asking for it; the family need not (CLM-03). */
    weAskAt: z.string().nullable(),
  })
  .meta({ id: 'PortalPaper' })
export type PortalPaper = z.output<typeof PortalPaper>

export const PortalClaim = Progress.extend({
  claimId: Id,
  papers: z.array(PortalPaper),
  money: z.array(
    z.object({
      benefit: z.string(),
      title: z.string(),
      state: z.enum(['open', 'proposed', 'approved', 'paid', 'denied', 'withdrawn']),
      payableFen: FenAmount,
      paidFen: FenAmount,
      reasons: z.array(z.string()),
    }),
  ),
  payments: z.array(
    z.object({
      amountFen: FenAmount,
      state: z.enum(['due', 'signing', 'batched', 'sent', 'paid', 'failed', 'cancelled']),
      holderName: z.string().nullable(),
      accountMasked: z.string().nullable(),
      way: z.enum(['transfer', 'cash']),
      paidAt: Instant.nullable(),
    }),
  ),
  messages: z.array(
    z.object({ id: Id, text: z.string(), madeAt: Instant, answer: z.string(), answeredAt: Instant.nullable() }),
  ),
  letters: z.array(z.object({ id: Id, kind: z.string(), title: z.string(), letterNo: z.string(), issuedAt: Instant })),
}).meta({ id: 'PortalClaim', description: '案件进度' })
export type PortalClaim = z.output<typeof PortalClaim>

export const portalClaim = route({
  id: 'portalClaim',
  method: 'GET',
  path: '/api/portal/claims/:claimId',
  permission: 'portal.own',
  summary: '案件进度、资料、款项、信件',
  sensitive: true,
  params: claimParams,
  answer: PortalClaim,
})
export const portalApplication = route({
  id: 'portalApplication',
  method: 'GET',
  path: '/api/portal/claims/:claimId/application',
  permission: 'portal.own',
  summary: '理赔申请书（已填好）',
  sensitive: true,
  params: claimParams,
  answer: ApplicationForm,
})
/** The picture of the signature or thumbprint comes as one part named `signature`. */
export const portalSignApplication = route({
  id: 'portalSignApplication',
  method: 'POST',
  path: '/api/portal/claims/:claimId/application',
  permission: 'portal.own',
  summary: '签理赔申请书',
  files: true,
  params: claimParams,
  body: Signing,
  answer: z.object({ received: z.array(z.string()), receivedAt: Instant }),
})
/** Words to whoever handles the case; the answer stands on the same page. */
export const portalLeaveMessage = route({
  id: 'portalLeaveMessage',
  method: 'POST',
  path: '/api/portal/claims/:claimId/messages',
  permission: 'portal.own',
  summary: '给我们留言',
  params: claimParams,
  body: z.object({ text: Text(500) }),
  answer: z.object({ id: Id, madeAt: Instant }),
})
/** Case number and ID number: a masked view, rate-limited, a wrong number and a wrong ID answered alike. */
export const portalLookUp = route({
  id: 'portalLookUp',
  method: 'POST',
  path: '/api/portal/look-up',
  permission: 'public',
  summary: '凭案号和身份证号查进度',
  body: z.object({ caseNo: Text(20), idNumber: Text(30) }),
  answer: Progress,
})
export const portalWorking = route({
  id: 'portalWorking',
  method: 'GET',
  path: '/api/portal/claims/:claimId/working',
  permission: 'portal.own',
  summary: '这笔钱怎么算的',
  sensitive: true,
  params: claimParams,
  answer: z.object({
    decided: z.boolean(),
    payableFen: FenAmount,
    parts: z.array(z.object({ title: z.string(), payableFen: FenAmount, sentences: z.array(z.string()) })),
  }),
})
/** Photos come as parts named `file:<code>`: several of one code are the pages of one paper. */
export const portalAddPapers = route({
  id: 'portalAddPapers',
  method: 'POST',
  path: '/api/portal/claims/:claimId/papers',
  permission: 'portal.own',
  summary: '补交资料（拍照上传）',
  files: true,
  params: claimParams,
  answer: z.object({ received: z.array(z.string()), receivedAt: Instant, lookedAtByOn: Day.nullable() }),
})
export const portalLetterText = route({
  id: 'portalLetterText',
  method: 'GET',
  path: '/api/portal/letters/:letterId/text',
  permission: 'portal.own',
  summary: '信件文字与朗读',
  sensitive: true,
  params: letterParams,
  answer: z.object({ letterNo: z.string(), title: z.string(), text: z.string(), voiceText: z.string() }),
})
export const portalLetterPdf = route({
  id: 'portalLetterPdf',
  method: 'GET',
  path: '/api/portal/letters/:letterId/pdf',
  permission: 'portal.own',
  summary: '信件 PDF（大字）',
  sensitive: true,
  download: true,
  params: letterParams,
})
const PortalPayee = z.object({
  id: Id,
  holderName: z.string(),
  relation: z.string(),
  bank: z.string().nullable(),
  accountMasked: z.string(),
  state: z.enum(['waiting', 'confirmed', 'rejected', 'retired']),
})
export const portalPayees = route({
  id: 'portalPayees',
  method: 'GET',
  path: '/api/portal/claims/:claimId/payees',
  permission: 'portal.own',
  summary: '收款账户',
  sensitive: true,
  params: claimParams,
  answer: z.object({
    personName: z.string(),
    /** A claim for a death: the money goes to beneficiaries or heirs, each with an account (CLM-12). */
    afterDeath: z.boolean(),
    /** Nothing is to be paid any more: no account is asked for. */
    over: z.boolean(),
    payees: z.array(PortalPayee),
  }),
})
/** The insured, a beneficiary or an heir; a second person of the staff confirms it before money goes there (CUS-05). */
export const portalNamePayee = route({
  id: 'portalNamePayee',
  method: 'POST',
  path: '/api/portal/claims/:claimId/payees',
  permission: 'portal.own',
  summary: '填写收款账户，待工作人员复核',
  params: claimParams,
  body: z.object({
    holderName: Text(50),
    relation: z.enum(['self', 'beneficiary', 'heir']),
    /** Of a beneficiary or heir: so that he is known by more than his name. */
    holderIdNumber: MaybeText(30).default(''),
    /** What a beneficiary or heir is to the insured, in the family's words; for the one who confirms. */
    kin: MaybeText(40).default(''),
    account: Text(50),
    bank: MaybeText(60).default(''),
  }),
  answer: PortalPayee,
})
