/** CMP-11: the desk of 监管转办: sheets, reports, and the published ratios. */
import { regulatorLifecycle } from '@anpei/domain/complaints'
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
import { Complainant, Matter } from './intake.ts'

const State = keysOf(regulatorLifecycle.states)
const sheetParams = z.object({ sheetId: Id })

export const SheetView = z
  .object({
    id: Id,
    complaintId: Id,
    complaintNo: z.string(),
    complaintStateWord: z.string(),
    sheetNo: z.string(),
    sender: z.string(),
    state: State,
    stateWord: z.string(),
    receivedAt: Instant,
    reportBy: Day,
    reportForm: z.string(),
    asked: z.string(),
    report: z.string(),
    judgement: z.string(),
    sent: z.string(),
    draftedBy: z.string().nullable(),
    approvedBy: z.string().nullable(),
    reportedAt: Instant.nullable(),
    timeLeft: TimeLeft.nullable(),
    can: Can,
  })
  .meta({ id: 'RegulatorSheet', description: '监管转办单' })
export type SheetView = z.output<typeof SheetView>

const Stand = z.object({ id: Id, complaintId: Id, complaintNo: z.string(), state: State, stateWord: z.string() })

export const registerSheet = route({
  id: 'registerSheet',
  method: 'POST',
  path: '/api/regulator-sheets',
  permission: 'complaint.regulator',
  summary: '登记监管转办单（同时登记投诉）',
  files: true,
  body: z.object({
    sheetNo: Text(60),
    sender: Text(80),
    /** When the sheet reached us; the legal clock runs from here. */
    receivedAt: Instant.nullable().default(null),
    /** The date on the sheet. */
    reportBy: Day,
    reportForm: MaybeText(100).default('书面报告'),
    /** What the sender asks for. */
    asked: Text(2000),
    complainant: Complainant.prefault({}),
    matter: Matter,
    personId: Id.nullable().default(null),
    claimId: Id.nullable().default(null),
    concernedIds: z.array(Id).max(20).default([]),
  }),
  answer: Stand,
})
export const listSheets = route({
  id: 'listSheets',
  method: 'GET',
  path: '/api/regulator-sheets',
  permission: 'complaint.regulator',
  summary: '监管转办单列表，先到期的在前',
  sensitive: true,
  query: PageQuery.extend({ show: z.enum(['open', 'all']).default('open'), sheetNo: z.string().max(60).optional() }),
  answer: page(SheetView),
})
export const draftSheetReport = route({
  id: 'draftSheetReport',
  method: 'POST',
  path: '/api/regulator-sheets/:sheetId/report',
  permission: 'complaint.regulator',
  summary: '起草书面报告',
  params: sheetParams,
  body: z.object({ report: Text(20_000) }),
  answer: Stand,
})
export const judgeSheetReport = route({
  id: 'judgeSheetReport',
  method: 'POST',
  path: '/api/regulator-sheets/:sheetId/judgement',
  permission: 'complaint.approve',
  summary: '审批书面报告',
  params: sheetParams,
  body: z.object({ approve: z.boolean(), judgement: MaybeText(1000).default('') }),
  answer: Stand,
})
export const sendSheetReport = route({
  id: 'sendSheetReport',
  method: 'POST',
  path: '/api/regulator-sheets/:sheetId/sending',
  permission: 'complaint.regulator',
  summary: '登记已报送（附凭证）',
  params: sheetParams,
  files: true,
  body: z.object({ sent: Text(500) }),
  answer: Stand,
})

const Ratios = z.object({
  count: z.int(),
  perHundredMillionYuan: z.number().nullable(),
  perTenThousandPolicies: z.number().nullable(),
  perTenThousandPersons: z.number().nullable(),
})
export const getComplaintRatios = route({
  id: 'getComplaintRatios',
  method: 'GET',
  path: '/api/complaint-ratios',
  permission: 'complaint.read',
  summary: '亿元保费、万张保单、万人次投诉量：监管转办与本公司各自成列',
  query: z.object({ from: Day.optional(), to: Day.optional() }),
  answer: z.object({
    from: Day,
    to: Day,
    premiumFen: FenAmount,
    policies: z.int(),
    persons: z.int(),
    regulator: Ratios,
    /** Those brought to us, without the regulator's. */
    own: Ratios,
  }),
})
