/** The under-payment sweep (CLM-16): money still owed in decided, closed and refused cases. */
import { UNDERPAYMENT_CAUSES, underpaymentLifecycle } from '@anpei/domain/claims'
import { z } from 'zod'
import { Day, FenAmount, Id, Instant, keysOf, page, PageQuery, route } from '../kernel/index.ts'
import { BenefitCode } from './words.ts'

export const UnderpaymentState = keysOf(underpaymentLifecycle.states)

export const UnderpaymentView = z
  .object({
    id: Id,
    claimId: Id.nullable(),
    claimNo: z.string().nullable(),
    reportId: Id,
    reportNo: z.string(),
    programme: z.string(),
    personName: z.string(),
    accidentOn: Day.nullable(),
    benefit: BenefitCode.nullable(),
    state: UnderpaymentState,
    stateWord: z.string(),
    /** null = nothing was assessed yet, so nobody can say how much. */
    owedFen: FenAmount.nullable(),
    dueFen: FenAmount.nullable(),
    givenFen: FenAmount,
    causes: z.array(z.object({ code: keysOf(UNDERPAYMENT_CAUSES), text: z.string() })),
    foundAt: Instant,
    correctedAt: Instant.nullable(),
  })
  .meta({ id: 'Underpayment', description: '少付' })
export type UnderpaymentView = z.output<typeof UnderpaymentView>

export const runSweep = route({
  id: 'runSweep',
  method: 'POST',
  path: '/api/sweeps',
  permission: 'sweep.run',
  summary: '开始少赔排查（后台进行，可离开再看）',
  answer: z.object({ taskId: Id }),
})
export const getSweep = route({
  id: 'getSweep',
  method: 'GET',
  path: '/api/sweeps/:taskId',
  permission: 'sweep.run',
  summary: '少赔排查进度',
  params: z.object({ taskId: Id }),
  answer: z.object({
    taskId: Id,
    state: z.string(),
    doneCount: z.int(),
    totalCount: z.int().nullable(),
    found: z.int().nullable(),
  }),
})
export const listUnderpayments = route({
  id: 'listUnderpayments',
  method: 'GET',
  path: '/api/underpayments',
  permission: 'sweep.run',
  summary: '少付清单',
  sensitive: true,
  query: PageQuery.extend({ state: UnderpaymentState.default('open') }),
  answer: page(UnderpaymentView).extend({ owedFen: FenAmount }),
})
