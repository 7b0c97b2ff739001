import { describe, expect, it } from 'vitest'
import { truthOfNotice, type NoticeTruthFacts } from './notice-truth.ts'

const at = '2026-11-23T01:00:00.000Z'
const open: NoticeTruthFacts = {
  state: 'collecting',
  decidedAt: null,
  payableFen: 0n,
  paidBeforeFen: 0n,
  asksPapers: true,
  lastPaidAt: null,
}
const decided: NoticeTruthFacts = { ...open, state: 'settling', decidedAt: at, payableFen: 180_000n, asksPapers: false }

describe('NTF-01 a notice that is no longer true does not leave', () => {
  it.each<[string, string, NoticeTruthFacts, unknown]>([
    ['papers still needed', 'supplement_asked', open, null],
    ['papers came', 'supplement_asked', { ...open, asksPapers: false }, { stale: expect.stringContaining('收到') }],
    ['papers being read', 'papers_received', open, null],
    ['decided while waiting', 'papers_received', decided, { stale: '已经作出决定' }],
    ['more time, then decided', 'delay', decided, { stale: '已经作出决定' }],
    ['the sum of now', 'decided_pay', decided, { facts: { amount: '¥1,800.00' } }],
    [
      'a correction: only what is coming',
      'decided_pay',
      { ...decided, paidBeforeFen: 60_000n },
      { facts: { amount: '¥1,200.00' } },
    ],
    ['nothing more is coming', 'decided_pay', { ...decided, paidBeforeFen: 180_000n }, { stale: '没有再要付的钱' }],
    ['reopened after paying', 'decided_pay', { ...decided, state: 'assessing' }, { stale: expect.any(String) }],
    ['denied', 'decided_deny', decided, null],
    ['reopened after denying', 'decided_deny', { ...decided, state: 'assessing' }, { stale: expect.any(String) }],
    ['payment failed', 'payment_failed', decided, null],
    [
      'paid after it failed',
      'payment_failed',
      { ...decided, lastPaidAt: '2026-11-23T02:00:00.000Z' },
      { stale: '款项已经到账' },
    ],
    ['progress of an open case', 'progress', open, null],
    ['progress of a closed case', 'progress_daily', { ...decided, state: 'closed' }, { stale: '案件已经办结' }],
    ['withdrawn', 'claim_registered', { ...open, state: 'withdrawn' }, { stale: '案件已撤回' }],
    ['registered', 'claim_registered', open, null],
    ['an answer after withdrawing', 'message_answered', { ...open, state: 'withdrawn' }, null],
  ])('%s: %s', (_case, template, claim, truth) => {
    expect(truthOfNotice(template, at, claim)).toEqual(truth)
  })
})
