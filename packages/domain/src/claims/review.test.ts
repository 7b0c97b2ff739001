import { describe, expect, it } from 'vitest'
import type { ChecklistItem, ItemState } from './checklist.ts'
import { decideCompleteFile, decideEndOfReview, decideReceipt, decideReview, type Verdict } from './review.ts'

const item = (
  code: string,
  state: ItemState,
  receivedAt = '2026-11-20T01:00:00.000Z',
  required = true,
): ChecklistItem => ({
  code,
  title: `“${code}”`,
  required,
  substitute: '',
  state,
  papers:
    state === 'missing' || state === 'waived'
      ? []
      : [
          {
            id: `paper-${code}`,
            code,
            title: `“${code}”`,
            receivedAt,
            verdict: state === 'received' ? null : state === 'rejected' ? 'rejected' : 'accepted',
          },
        ],
})
const ALL = { real: true, complete: true, compliant: true }
const verdict = (given: Partial<Verdict> = {}): Verdict => ({
  documentId: 'paper-a',
  verdict: 'accepted',
  reason: '',
  checks: ALL,
  ...given,
})
const review = (verdicts: readonly Verdict[], waivedCodes: readonly string[] = []) =>
  decideReview({ items: [item('a', 'received'), item('b', 'missing')], verdicts, waivedCodes })

describe('CLM-06 papers are judged for truth, completeness and compliance', () => {
  it.each([
    ['accepted with all checks', [verdict()], [], null],
    [
      'rejected with a reason',
      [verdict({ verdict: 'rejected', reason: '看不清', checks: { ...ALL, complete: false } })],
      [],
      null,
    ],
    ['accepted although incomplete', [verdict({ checks: { ...ALL, complete: false } })], [], 'papers.check_failed'],
    ['rejected without a reason', [verdict({ verdict: 'rejected' })], [], 'papers.reason_missing'],
    ['a paper of another case', [verdict({ documentId: 'elsewhere' })], [], 'papers.paper_unknown'],
    ['judged twice', [verdict(), verdict()], [], 'papers.judged_twice'],
    ['waived', [], ['b'], null],
    ['waived, but never needed', [], ['c'], 'papers.code_unknown'],
  ])('%s', (_case, verdicts, waived, code) => {
    expect(review(verdicts, waived)).toMatchObject(code === null ? { ok: true } : { ok: false, code })
  })

  it('ends when every required paper is accepted or waived', () => {
    expect(decideEndOfReview([item('a', 'accepted'), item('b', 'waived'), item('c', 'missing', '', false)]).ok).toBe(
      true,
    )
    expect(decideEndOfReview([item('a', 'accepted'), item('b', 'received'), item('c', 'rejected')])).toEqual({
      ok: false,
      code: 'papers.review_incomplete',
      facts: { missing: ['“b”', '“c”'] },
    })
  })
})

describe('CLM-06 the file is complete from the arrival of its last paper', () => {
  const since = { registeredAt: '2026-11-18T01:00:00.000Z', waivedAt: [], now: '2026-11-25T01:00:00.000Z' }

  it.each<[string, ChecklistItem[], string[], string]>([
    [
      'the later of two',
      [item('a', 'received'), item('b', 'accepted', '2026-11-22T01:00:00.000Z')],
      [],
      '2026-11-22T01:00:00.000Z',
    ],
    [
      'papers held from an earlier claim',
      [item('a', 'accepted', '2025-01-01T01:00:00.000Z')],
      [],
      '2026-11-18T01:00:00.000Z',
    ],
    [
      'waived later',
      [item('a', 'received'), item('b', 'waived')],
      ['2026-11-24T01:00:00.000Z'],
      '2026-11-24T01:00:00.000Z',
    ],
  ])('%s', (_case, items, waivedAt, at) => {
    expect(decideCompleteFile(items, { ...since, waivedAt })).toEqual({ ok: true, value: at })
  })

  it('names what is missing', () => {
    expect(
      decideCompleteFile([item('a', 'missing'), item('b', 'rejected'), item('c', 'received')], since),
    ).toMatchObject({
      code: 'papers.file_incomplete',
      facts: { missing: ['“a”', '“b”'] },
    })
  })

  it.each([
    ['now', '2026-11-25T01:00:00.000Z', ['a', 'other'], null],
    ['tomorrow', '2026-11-26T01:00:00.000Z', ['a'], 'papers.received_in_future'],
    ['before the report', '2026-11-17T01:00:00.000Z', ['a'], 'papers.received_before_report'],
    ['a paper nobody needs', '2026-11-25T01:00:00.000Z', ['z'], 'papers.code_unknown'],
  ])('receipt: %s', (_case, receivedAt, codes, code) => {
    expect(decideReceipt({ receivedAt, reportedAt: since.registeredAt, now: since.now }, codes, ['a'])).toMatchObject(
      code ? { code } : { ok: true },
    )
  })
})
