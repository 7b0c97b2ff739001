/** What breaks first for the signed-in person (SRV-04 in claims; ORG-07). */
import { z } from 'zod'
import { FenAmount, Id, Instant, route, TimeLeft } from '../kernel/index.ts'
import { ClaimRow } from './claims.ts'

export const myWork = route({
  id: 'myWork',
  method: 'GET',
  path: '/api/my-work',
  permission: 'session',
  summary: '我的工作：最先到期的在最前',
  sensitive: true,
  answer: z.object({
    counts: z.object({
      mine: z.int(),
      overdue: z.int(),
      unowned: z.int(),
      reportsToVerify: z.int(),
      proposalsForMe: z.int(),
      payeesToConfirm: z.int(),
      /** Claims with a letter that has not reached. */
      lettersUndelivered: z.int(),
      paymentsDue: z.int(),
      /** Made by somebody else, to be looked at and sent to the bank by me (ORG-05). */
      batchesToSend: z.int(),
      myTasks: z.int(),
      /** Earlier times that wait for my approval (CLK-03). */
      lateEntries: z.int(),
      /** Of families, not answered: on my cases, and on those nobody has when I assign. */
      messages: z.int(),
    }),
    soon: z.array(ClaimRow),
    proposals: z.array(
      z.object({
        id: Id,
        claimId: Id,
        claimNo: z.string(),
        personName: z.string(),
        totalFen: FenAmount,
        madeBy: z.string(),
        madeAt: Instant,
        stepsDone: z.int(),
        stepsNeeded: z.int(),
        dueAt: Instant.nullable(),
        timeLeft: TimeLeft.nullable(),
      }),
    ),
    reports: z.array(
      z.object({
        id: Id,
        reportNo: z.string(),
        personName: z.string(),
        receivedAt: Instant,
        dueAt: Instant.nullable(),
        timeLeft: TimeLeft.nullable(),
        /** Who sees to it (T11). */
        owner: z.string().nullable(),
      }),
    ),
    messages: z.array(z.object({ id: Id, claimId: Id, claimNo: z.string(), personName: z.string(), madeAt: Instant })),
    payees: z.array(
      z.object({
        id: Id,
        personName: z.string(),
        holderName: z.string(),
        claimId: Id.nullable(),
        claimNo: z.string().nullable(),
        madeAt: Instant,
      }),
    ),
    tasks: z.array(
      z.object({
        id: Id,
        claimId: Id,
        claimNo: z.string(),
        title: z.string(),
        dueAt: Instant.nullable(),
        timeLeft: TimeLeft.nullable(),
        /** Whose it is, when it went up to me undone (ORG-07). */
        escalatedFrom: z.string().nullable(),
      }),
    ),
  }),
})
/**
 * Stage counts of open cases, ages, what breaks next; every figure opens the cases behind it (RPT-01 for these rows).
 */
export const claimsBoard = route({
  id: 'claimsBoard',
  method: 'GET',
  path: '/api/boards/claims',
  permission: 'board.read',
  summary: '理赔看板',
  answer: z.object({
    openByState: z.array(z.object({ state: z.string(), stateWord: z.string(), count: z.int(), overdue: z.int() })),
    openByOwner: z.array(z.object({ ownerId: Id.nullable(), ownerName: z.string(), count: z.int(), overdue: z.int() })),
    receivedThisMonth: z.int(),
    closedThisMonth: z.int(),
    paidThisMonthFen: FenAmount,
    paidThisYearFen: FenAmount,
    premiumFen: FenAmount,
    lossRatioBps: z.int(),
    /** Villages without 社区联络员 or deputy, by town; towns that lack nobody are left out (ORG-02). */
    vacancies: z.array(
      z.object({ townCode: z.string(), townName: z.string(), withoutLiaison: z.int(), withoutDeputy: z.int() }),
    ),
  }),
})
