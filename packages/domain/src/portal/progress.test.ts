import { describe, expect, it } from 'vitest'
import { maskName } from './mask-name.ts'
import { progressOf, reporterProgress, type ProgressFacts } from './progress.ts'

type Claim = NonNullable<ProgressFacts['claim']>

function facts(reportState: ProgressFacts['reportState'], claim: Partial<Claim> | null): ProgressFacts {
  return {
    reportState,
    reportedAt: '2026-11-20T01:00:00.000Z',
    claim: claim && {
      state: 'collecting',
      papersCompletedAt: null,
      decidedAt: null,
      papersMissing: true,
      accountConfirmed: false,
      accountWaiting: false,
      decisionOnItsWay: false,
      lines: ['open'],
      payments: [],
      ...claim,
    },
  }
}

const due = { state: 'due', paidAt: null } as const
const failed = { state: 'failed', paidAt: null } as const
const paid = { state: 'paid', paidAt: '2026-11-30T02:00:00.000Z' } as const

describe('CLM-14 progress as the family sees it', () => {
  it.each<[string, ProgressFacts, string, string, string]>([
    ['a fresh report', facts('draft', null), 'we_check_report', 'we', 'reported'],
    ['a report that was not opened', facts('not_opened', null), 'report_not_opened', 'nobody', '-'],
    ['a cancelled report', facts('cancelled', null), 'report_cancelled', 'nobody', '-'],
    ['papers missing', facts('registered', {}), 'you_send_papers', 'you', 'papers'],
    ['papers all there', facts('registered', { papersMissing: false }), 'we_read_papers', 'we', 'papers'],
    ['under review', facts('registered', { state: 'reviewing' }), 'we_review', 'we', 'review'],
    ['being assessed', facts('registered', { state: 'assessing' }), 'we_decide', 'we', 'decision'],
    ['being approved', facts('registered', { state: 'approving' }), 'we_decide', 'we', 'decision'],
    [
      'approved, no account',
      facts('registered', { state: 'settling', lines: ['approved'], payments: [due] }),
      'you_name_account',
      'you',
      'payment',
    ],
    [
      'approved, the account named and not yet confirmed',
      facts('registered', { state: 'settling', lines: ['approved'], payments: [due], accountWaiting: true }),
      'we_check_account',
      'we',
      'payment',
    ],
    [
      'approved with account',
      facts('registered', { state: 'settling', lines: ['approved'], payments: [due], accountConfirmed: true }),
      'we_pay',
      'we',
      'payment',
    ],
    [
      'approved, payment not yet made',
      facts('registered', { state: 'settling', lines: ['approved'] }),
      'you_name_account',
      'you',
      'payment',
    ],
    [
      'denied, the notice has not reached yet',
      facts('registered', { state: 'settling', lines: ['denied'], decisionOnItsWay: true }),
      'we_deliver_decision',
      'we',
      'decision',
    ],
    [
      'the bank sent it back',
      facts('registered', { state: 'settling', lines: ['approved'], payments: [failed], accountConfirmed: true }),
      'payment_failed',
      'you',
      'payment',
    ],
    [
      'sent back and issued again',
      facts('registered', { state: 'settling', lines: ['approved'], payments: [failed, due], accountConfirmed: true }),
      'we_pay',
      'we',
      'payment',
    ],
    [
      'sent back, issued again, arrived',
      facts('registered', { state: 'settling', lines: ['paid'], payments: [failed, paid] }),
      'paid',
      'nobody',
      '-',
    ],
    [
      'paid',
      facts('registered', { state: 'closed', lines: ['paid', 'denied'], payments: [paid] }),
      'paid',
      'nobody',
      '-',
    ],
    ['nothing payable', facts('registered', { state: 'closed', lines: ['denied'] }), 'not_payable', 'nobody', '-'],
    ['withdrawn', facts('registered', { state: 'withdrawn' }), 'withdrawn', 'nobody', '-'],
  ])('%s', (_case, given, next, turn, now) => {
    const progress = progressOf(given)
    expect(progress).toMatchObject({ next, turn })
    expect(progress.steps.find((step) => step.state === 'now')?.code ?? '-').toBe(now)
  })

  it('ends at the decision when nothing is payable, and at the payment with its day when paid', () => {
    expect(
      progressOf(facts('registered', { state: 'closed', lines: ['denied'] })).steps.map((step) => step.state),
    ).toEqual(['done', 'done', 'done', 'done', 'skipped'])
    expect(
      progressOf(facts('registered', { state: 'closed', lines: ['paid'], payments: [paid] })).steps.at(-1),
    ).toEqual({ code: 'payment', state: 'done', at: paid.paidAt })
  })
})

describe('CUS-05 who only reported', () => {
  it.each([
    ['draft', 'we_check_report'],
    ['verified', 'we_check_report'],
    ['registered', 'case_opened'],
    ['not_opened', 'report_not_opened'],
    ['cancelled', 'report_cancelled'],
  ] as const)('a %s report: %s', (state, next) => {
    expect(reporterProgress(state).next).toBe(next)
  })
})

describe('CLM-14 look-up shows a masked name', () => {
  it.each([
    ['陈秀英', '陈*英'],
    ['林秀', '林*'],
    ['欧阳秀英', '欧**英'],
    ['陈', '陈'],
    ['', ''],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
