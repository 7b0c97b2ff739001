import { describe, expect, it } from 'vitest'
import type { ChecklistItem, ItemState } from './checklist.ts'
import { decideSupplement, hasArrived } from './supplement.ts'

const item = (code: string, state: ItemState, required = true): ChecklistItem => ({
  code,
  title: `“${code}”`,
  required,
  substitute: '村委会证明',
  state,
  papers: [],
})
const HELD = [
  item('held', 'accepted'),
  item('waived', 'waived'),
  item('missing', 'missing'),
  item('blurred', 'rejected'),
  item('extra', 'missing', false),
]
const ask = (codes: readonly string[], given: Partial<Parameters<typeof decideSupplement>[0]> = {}) =>
  decideSupplement({
    items: HELD,
    asked: codes.map((code) => ({ code, why: '核对' })),
    reason: '',
    weAskCodes: [],
    earlierRequests: 0,
    openRequest: false,
    mayAllowSecond: false,
    ...given,
  })

describe('CLM-04 what is missing is asked for once', () => {
  it.each([
    ['everything missing or rejected', ['missing', 'blurred'], {}, null],
    ['and an optional paper', ['missing', 'blurred', 'extra'], {}, null],
    ['one forgotten', ['missing'], {}, 'supplement.incomplete'],
    ['one we ask an office for is not forgotten', ['blurred'], { weAskCodes: ['missing'] }, null],
    ['one we ask an office for', ['missing', 'blurred'], { weAskCodes: ['missing'] }, 'supplement.we_ask'],
    ['something we hold', ['missing', 'blurred', 'held'], {}, 'supplement.already_held'],
    ['something waived', ['missing', 'blurred', 'waived'], {}, 'supplement.already_held'],
    ['twice in one list', ['missing', 'missing'], {}, 'supplement.asked_twice'],
    ['a paper the claim does not need', ['unheard'], {}, 'supplement.unknown_item'],
    [
      'while papers wait for their judgement',
      ['missing', 'blurred'],
      { items: [...HELD, item('unjudged', 'received')] },
      'supplement.judge_first',
    ],
    [
      'while a request is open',
      ['missing', 'blurred'],
      { openRequest: true, earlierRequests: 1 },
      'supplement.still_open',
    ],
    [
      'a second time by the assessor',
      ['missing', 'blurred'],
      { earlierRequests: 1, reason: '医院补盖章' },
      'supplement.second_needs_approval',
    ],
    [
      'a second time without a reason',
      ['missing', 'blurred'],
      { earlierRequests: 1, mayAllowSecond: true },
      'supplement.second_needs_approval',
    ],
    [
      'a second time by a supervisor',
      ['missing', 'blurred'],
      { earlierRequests: 1, mayAllowSecond: true, reason: '医院补盖章' },
      null,
    ],
    [
      'a tenth time',
      ['missing', 'blurred'],
      { earlierRequests: 9, mayAllowSecond: true, reason: '又缺' },
      'supplement.too_many',
    ],
  ])('%s', (_case, codes, given, code) => {
    expect(ask(codes, given)).toMatchObject(code === null ? { ok: true } : { ok: false, code })
  })

  it('names what was forgotten', () => {
    expect(ask(['extra'])).toMatchObject({ facts: { forgotten: ['“missing”', '“blurred”'] } })
  })

  it('has been answered when all that was asked for has come', () => {
    const asked = [{ code: 'missing' }, { code: 'blurred' }]
    expect(hasArrived(asked, HELD)).toBe(false)
    expect(hasArrived(asked, [item('missing', 'received'), item('blurred', 'rejected')])).toBe(false)
    expect(hasArrived(asked, [item('missing', 'received'), item('blurred', 'waived')])).toBe(true)
  })
})
