/** 时限台账: promises kept and broken by month, the cases behind a figure, and the events that prove it (CLK-05). */
import { CLAIM_CLASSES } from '@anpei/domain/claims'
import { CLOCK_KIND_WORDS, PROMISE_OUTCOMES, STAGES } from '@anpei/domain/reporting'
import { z } from 'zod'
import { Id, Instant, keysOf, page, PageQuery, route } from '../kernel/index.ts'

const Named = z.object({ id: Id, name: z.string() })
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写成 2026-11')
const Kind = keysOf(CLOCK_KIND_WORDS)
const ClockId = z.string().max(40)

const Counts = z.object({
  kept: z.int(),
  /** By the later time told before the first was due: apart from the rate. */
  keptByAgreement: z.int(),
  broken: z.int(),
  running: z.int(),
  cancelled: z.int(),
})
const LedgerFilter = z.object({ institution: Id.optional(), programme: Id.optional() })

export const PromiseLine = z
  .object({
    clockId: z.string(),
    name: z.string(),
    kind: Kind,
    basis: z.string(),
    /** A standing duty keeps it (RPT-06): its cases are the duties of this guarantee; null = clocks of cases do. */
    guarantee: z.string().nullable(),
    /** Of the months shown and of later: whatever runs is in it. */
    total: Counts,
    /** Basis points of those decided; null where none is. */
    keptBps: z.int().nullable(),
    cells: z.array(Counts.extend({ month: Month, keptBps: z.int().nullable() })),
    /** Due after the last month shown; null where `until` cuts it off. */
    later: Counts.extend({ keptBps: z.int().nullable() }).nullable(),
  })
  .meta({ id: 'PromiseLine', description: '一项时限，逐月' })
export type PromiseLine = z.output<typeof PromiseLine>

export const promiseLedger = route({
  id: 'promiseLedger',
  method: 'GET',
  path: '/api/promise-ledger',
  permission: 'ledger.read',
  summary: '时限台账：每项时限逐月的按时、经告知后按约、超时、进行中、取消（按到期月份）',
  query: LedgerFilter.extend({
    kind: Kind.optional(),
    until: Month.optional(),
    months: z.coerce.number().int().min(1).max(36).default(12),
  }),
  answer: z.object({
    months: z.array(Month),
    /** The first month of `later`. */
    laterFrom: Month.nullable(),
    /** Up to here the nightly count; later is counted now. */
    countedUntil: Instant.nullable(),
    promises: z.array(PromiseLine),
    institutions: z.array(Named),
    programmes: z.array(Named),
  }),
})

export const PromiseCase = z
  .object({
    subjectKind: z.string(),
    subjectId: Id,
    no: z.string(),
    runNo: z.int(),
    institution: z.string().nullable(),
    owner: z.string().nullable(),
    outcome: keysOf(PROMISE_OUTCOMES),
    startedAt: Instant,
    dueAt: Instant.nullable(),
    /** The time first promised, where it was put off by telling. */
    promisedDueAt: Instant.nullable(),
    stoppedAt: Instant.nullable(),
    explanation: z.string(),
  })
  .meta({ id: 'PromiseCase', description: '时限台账里的一件' })
export type PromiseCase = z.output<typeof PromiseCase>

export const listPromiseCases = route({
  id: 'listPromiseCases',
  method: 'GET',
  path: '/api/promise-ledger/:clockId/cases',
  permission: 'ledger.read',
  summary: '某项时限某月的各件，先到期的在前',
  params: z.object({ clockId: ClockId }),
  query: PageQuery.extend(LedgerFilter.shape).extend({
    month: Month.optional(),
    /** The months a total counts. */
    from: Month.optional(),
    until: Month.optional(),
    outcome: keysOf(PROMISE_OUTCOMES).optional(),
  }),
  answer: page(PromiseCase),
})
export const provePromise = route({
  id: 'provePromise',
  method: 'GET',
  path: '/api/promise-ledger/:clockId/subjects/:subjectId',
  permission: 'ledger.read',
  summary: '一件的时限怎样得出：起算、暂停、完成的事件，到期时间和说明',
  params: z.object({ clockId: ClockId, subjectId: Id }),
  answer: z.object({
    clockId: z.string(),
    name: z.string(),
    kind: Kind,
    basis: z.string(),
    no: z.string(),
    subjectKind: z.string(),
    runs: z.array(
      z.object({
        runNo: z.int(),
        outcome: keysOf(PROMISE_OUTCOMES),
        startedAt: Instant,
        dueAt: Instant.nullable(),
        promisedDueAt: Instant.nullable(),
        statutoryDueAt: Instant.nullable(),
        stoppedAt: Instant.nullable(),
        provisional: z.boolean(),
        /** Who made the change of class that alone broke it (SLA §2 rule 7); null where time did. */
        brokenBy: z.string().nullable(),
        explanation: z.string(),
        rows: z.array(
          z.object({
            revision: z.int(),
            cause: z.string(),
            at: Instant,
            by: z.string(),
            event: z.string(),
            eventId: z.string(),
            dueBefore: Instant.nullable(),
            dueAfter: Instant.nullable(),
            explanation: z.string(),
            versions: z.string(),
          }),
        ),
      }),
    ),
  }),
})

export const listStageTimes = route({
  id: 'listStageTimes',
  method: 'GET',
  path: '/api/stage-times',
  permission: 'ledger.read',
  summary: '已结案件各环节用时（工作日），对照手册基准 30 个工作日',
  query: LedgerFilter.extend({
    class: keysOf(CLAIM_CLASSES).optional(),
    /** By the month of closing, both included. */
    from: Month.optional(),
    until: Month.optional(),
  }),
  answer: z.object({
    from: Month,
    until: Month,
    claims: z.int(),
    /** Hundredths of a working day on the average. */
    averageDays: z.int().nullable(),
    baselineDays: z.int(),
    withinBaseline: z.int(),
    stages: z.array(
      z.object({
        stage: keysOf(STAGES),
        name: z.string(),
        averageDays: z.int().nullable(),
        shareBps: z.int().nullable(),
        baselineDays: z.int(),
        baselineBps: z.int(),
      }),
    ),
    slowest: z.array(
      z.object({
        claimId: Id,
        claimNo: z.string(),
        closedAt: Instant,
        days: z.int(),
        slowestStage: z.string(),
        slowestDays: z.int(),
      }),
    ),
    institutions: z.array(Named),
    programmes: z.array(Named),
  }),
})

/** How far off the expected finish of a claim is, on claims it had not seen (CLM-14). */
export const viewForecast = route({
  id: 'viewForecast',
  method: 'GET',
  path: '/api/finish-forecast',
  permission: 'ledger.read',
  summary: '预计办结准不准：上月结案的案件，按此前的经验预计，与实际相比',
  answer: z.object({
    /** Closed claims a stage needs before anything is said of it. */
    neededClaims: z.int(),
    /** Null before the first night. */
    learnt: z
      .object({
        at: Instant,
        claims: z.int(),
        /** Null while too few were closed in the last month, or before. Days in hundredths of a working day. */
        tested: z
          .object({ claims: z.int(), errorDays: z.int(), plainErrorDays: z.int(), withinBps: z.int() })
          .nullable(),
      })
      .nullable(),
  }),
})
