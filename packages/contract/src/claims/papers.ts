/** Papers in, reviewed, asked for once; tasks; letters (CLM-03…06, 11, 15). */
import { z } from 'zod'
import { BroughtBy } from '../customers/index.ts'
import { Day, Id, Instant, MaybeText, route, Text, FenAmount } from '../kernel/index.ts'
import { ClaimStand } from './claims.ts'
import { Channel } from './words.ts'

const claimParams = z.object({ claimId: Id })

/** Files come as parts named `file:<code>`; one paper per code. */
export const addPapers = route({
  id: 'addPapers',
  method: 'POST',
  path: '/api/claims/:claimId/papers',
  permission: 'claim.collect',
  summary: '收取资料（一次上传，后续通用）',
  files: true,
  params: claimParams,
  body: z.object({
    channel: Channel,
    receivedAt: Instant.nullable().default(null),
    /** Absent = the insured, or the account of the portal. */
    broughtBy: BroughtBy.optional(),
    /** The file of a request that is taken over: once only. */
    takenFrom: Id.optional(),
  }),
  answer: ClaimStand,
})
export const getPaperFile = route({
  id: 'getPaperFile',
  method: 'GET',
  path: '/api/files/:fileId',
  permission: 'claim.read',
  summary: '查看资料文件',
  sensitive: true,
  download: true,
  params: z.object({ fileId: Id }),
  /** A small picture for lists; what cannot be drawn small comes as it is. */
  query: z.object({ thumb: z.stringbool().default(false) }),
})
export const judgePapers = route({
  id: 'judgePapers',
  method: 'POST',
  path: '/api/claims/:claimId/papers/judge',
  permission: 'claim.review',
  summary: '逐件审核：真实、完整、合规；不通过须写明原因',
  params: claimParams,
  body: z.object({
    verdicts: z
      .array(
        z.object({
          documentId: Id,
          verdict: z.enum(['accepted', 'rejected']),
          reason: MaybeText(300).default(''),
          checks: z.object({ real: z.boolean(), complete: z.boolean(), compliant: z.boolean() }),
        }),
      )
      .max(60)
      .default([]),
    /** Codes for which another way was found, with the reason. */
    waived: z
      .array(z.object({ code: z.string().max(60), reason: Text(300) }))
      .max(30)
      .default([]),
    /** All required papers accepted or waived → on to assessment. */
    finish: z.boolean().default(false),
  }),
  answer: ClaimStand,
})
export const completeFile = route({
  id: 'completeFile',
  method: 'POST',
  path: '/api/claims/:claimId/complete-file',
  permission: 'claim.collect',
  summary: '资料收齐，转审核',
  params: claimParams,
  answer: ClaimStand,
})
export const askSupplement = route({
  id: 'askSupplement',
  method: 'POST',
  path: '/api/claims/:claimId/supplements',
  permission: 'claim.review',
  summary: '一次性补充资料通知；第二次须主管批准并记为缺陷',
  params: claimParams,
  body: z.object({
    items: z
      .array(z.object({ code: z.string().max(60), why: Text(200) }))
      .min(1, '至少一项')
      .max(30),
    reason: MaybeText(500).default(''),
  }),
  answer: ClaimStand,
})
export const deliverSupplement = route({
  id: 'deliverSupplement',
  method: 'POST',
  path: '/api/claims/:claimId/supplements/delivered',
  permission: 'claim.letter',
  summary: '登记补充通知送达时间（扣除期从此起算）',
  params: claimParams,
  body: z.object({ deliveredAt: Instant.nullable().default(null) }),
  answer: ClaimStand,
})
export const addTask = route({
  id: 'addTask',
  method: 'POST',
  path: '/api/claims/:claimId/tasks',
  permission: 'claim.investigate',
  summary: '新建任务：现场、证人、病历、交警、代办复印…',
  params: claimParams,
  body: z.object({
    kind: z.enum(['scene', 'witness', 'records', 'hospital', 'police', 'copying', 'authority', 'siu', 'other']),
    title: Text(100),
    ownerId: Id.nullable().default(null),
    dueOn: Day.nullable().default(null),
  }),
  answer: ClaimStand,
})
export const finishVisit = route({
  id: 'finishVisit',
  method: 'POST',
  path: '/api/tasks/:taskId/visit',
  permission: 'claim.collect',
  summary: '登记写信、上门或每日告知的结果；见到人就算通知送达',
  params: z.object({ taskId: Id }),
  body: z.object({
    reached: z.boolean(),
    findings: Text(1000),
    costFen: FenAmount.min(0).default(0),
  }),
  answer: ClaimStand,
})
export const endTask = route({
  id: 'endTask',
  method: 'POST',
  path: '/api/tasks/:taskId/end',
  permission: 'claim.investigate',
  summary: '完成或取消任务，写明结果与费用',
  params: z.object({ taskId: Id }),
  body: z.object({
    outcome: z.enum(['done', 'dropped']),
    findings: MaybeText(4000),
    costFen: FenAmount.min(0).default(0),
  }),
  answer: ClaimStand,
})
export const getLetterPdf = route({
  id: 'getLetterPdf',
  method: 'GET',
  path: '/api/letters/:letterId/pdf',
  permission: 'claim.read',
  summary: '函件 PDF（大字）',
  sensitive: true,
  download: true,
  params: z.object({ letterId: Id }),
})
export const getLetterText = route({
  id: 'getLetterText',
  method: 'GET',
  path: '/api/letters/:letterId/text',
  permission: 'claim.read',
  summary: '函件文字与朗读文本',
  sensitive: true,
  params: z.object({ letterId: Id }),
  answer: z.object({ letterNo: z.string(), title: z.string(), text: z.string(), voiceText: z.string() }),
})
export const deliverLetter = route({
  id: 'deliverLetter',
  method: 'POST',
  path: '/api/letters/:letterId/delivered',
  permission: 'claim.letter',
  summary: '登记函件送达凭据',
  params: z.object({ letterId: Id }),
  body: z.object({
    way: z.enum(['sms', 'wechat', 'email', 'post', 'counter', 'visit']),
    proof: Text(300),
    deliveredAt: Instant.nullable().default(null),
  }),
  answer: ClaimStand,
})
export const tellDelay = route({
  id: 'tellDelay',
  method: 'POST',
  path: '/api/claims/:claimId/delay',
  permission: 'claim.letter',
  summary: '延期告知：到期前说明原因与新时间',
  params: claimParams,
  body: z.object({ reason: Text(500), newDueOn: Day }),
  answer: ClaimStand,
})
