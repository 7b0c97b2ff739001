/** Policies by policy year, their premium, what has arrived, and the true-up with its working (PRG-06, PRG-07). */
import { z } from 'zod'
import { Can, Day, FenAmount, Id, Instant, MaybeText, route, Text } from '../kernel/index.ts'

export const PolicyView = z
  .object({
    id: Id,
    policyNo: z.string(),
    holderName: z.string(),
    holderPhone: z.string(),
    fromOn: Day,
    toOn: Day,
    premiumPerHeadFen: FenAmount,
    plannedHeads: z.int(),
    plannedFen: FenAmount,
    consentRoute: z.string(),
    /** The version it was made under; null for those loaded at the start. */
    versionNo: z.int().nullable(),
  })
  .meta({ id: 'Policy', description: '保单' })
export type PolicyView = z.output<typeof PolicyView>

export const PremiumLine = z
  .object({
    kind: z.enum(['start', 'joiners']),
    from: Day,
    heads: z.int(),
    /** Months paid for, of twelve. */
    months: z.int(),
    eachFen: FenAmount,
    sumFen: FenAmount,
  })
  .meta({ id: 'PremiumLine' })

export const PremiumView = z
  .object({
    policyId: Id,
    policyNo: z.string(),
    holderName: z.string(),
    fromOn: Day,
    toOn: Day,
    perHeadFen: FenAmount,
    joinerPremium: z.enum(['full', 'proRata']),
    plannedHeads: z.int(),
    plannedFen: FenAmount,
    lines: z.array(PremiumLine),
    /** Cover that ended before the last day of the year, by month. */
    leavers: z.array(z.object({ month: z.string(), heads: z.int() })),
    leftHeads: z.int(),
    heads: z.int(),
    dueFen: FenAmount,
    /** Due less planned: > 0 comes on top of the planned premium, < 0 goes off it. */
    trueUpFen: FenAmount,
    paidFen: FenAmount,
    /** > 0 is still to be paid by the policy holder, < 0 goes back to him. */
    outstandingFen: FenAmount,
    working: z.array(z.string()),
    receipts: z.array(
      z.object({
        id: Id,
        receivedOn: Day,
        amountFen: FenAmount,
        reference: z.string(),
        note: z.string(),
        recordedBy: z.string().nullable(),
        recordedAt: Instant,
      }),
    ),
    can: Can,
  })
  .meta({ id: 'Premium', description: '保费与补退' })
export type PremiumView = z.output<typeof PremiumView>

const programmeParams = z.object({ programmeId: Id })
const policyParams = z.object({ policyId: Id })

export const premiumBoard = route({
  id: 'premiumBoard',
  method: 'GET',
  path: '/api/programmes/:programmeId/premium',
  permission: 'board.read',
  summary: '各保单年度的保费与补退（含计算过程）',
  params: programmeParams,
  answer: z.object({ years: z.array(PremiumView) }),
})
export const exportPremium = route({
  id: 'exportPremium',
  method: 'GET',
  path: '/api/policies/:policyId/premium/export',
  permission: 'board.read',
  summary: '导出保费结算单（CSV 或 XLSX）',
  download: true,
  params: policyParams,
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
})
/** A negative sum went back to the policy holder; the same reference is never booked twice. */
export const recordPremium = route({
  id: 'recordPremium',
  method: 'POST',
  path: '/api/policies/:policyId/premium-receipts',
  permission: 'premium.record',
  summary: '登记保费到账或退还',
  params: policyParams,
  body: z.object({
    receivedOn: Day,
    amountFen: FenAmount.refine((fen) => fen !== 0, '金额不能为零'),
    reference: Text(60),
    note: MaybeText(200).default(''),
  }),
  answer: PremiumView,
})
/** The first policy, or that of the year after the last one, under the version in force on its first day. */
export const renewPolicy = route({
  id: 'renewPolicy',
  method: 'POST',
  path: '/api/programmes/:programmeId/policies',
  permission: 'programme.publish',
  summary: '生成首个或下一保单年度的保单',
  params: programmeParams,
  body: z.object({
    holderName: Text(100),
    holderPhone: MaybeText(30).default(''),
    plannedHeads: z.int().min(1).max(100_000_000),
  }),
  answer: PolicyView,
})
