import { describe, expect, it } from 'vitest'
import { closingDebts, decideClosing, type ClosingFacts } from './closing.ts'

const NOTHING_OWED: ClosingFacts = {
  lines: [
    { title: '意外住院津贴', state: 'paid', reserveFen: 5000n },
    { title: '意外伤残保险金', state: 'denied', reserveFen: 0n },
  ],
  openTasks: [],
  undeliveredLetters: [],
  openSupplements: 0,
  openMessages: 0,
  unpaidPayments: [],
  openRecoveries: [],
  openLitigations: [],
}

describe('CLM-20 nothing is closed with a debt', () => {
  it('closes when nothing is owed; reserves of ended lines are released by closing', () => {
    expect(decideClosing(NOTHING_OWED)).toEqual({ ok: true, value: null })
  })

  it.each<[string, Partial<ClosingFacts>, string[]]>([
    ['a task', { openTasks: ['现场查勘'] }, ['open_task']],
    ['a line not decided', { lines: [{ title: '津贴', state: 'open', reserveFen: 0n }] }, ['undecided_line']],
    [
      'a line in approval, with its reserve',
      { lines: [{ title: '津贴', state: 'proposed', reserveFen: 1n }] },
      ['undecided_line', 'open_reserve'],
    ],
    ['a line not paid', { lines: [{ title: '津贴', state: 'approved', reserveFen: 0n }] }, ['unpaid_line']],
    ['a payment under way', { unpaidPayments: ['F2611'] }, ['unpaid_payment']],
    ['money to come back', { openRecoveries: ['Z2611'] }, ['open_recovery']],
    ['an open suit', { openLitigations: ['(2026)粤0514民初1号'] }, ['open_litigation']],
    ['a letter', { undeliveredLetters: ['拒绝给付通知书'] }, ['undelivered_letter']],
    ['an unanswered message', { openMessages: 1 }, ['unanswered_message']],
    ['an unanswered request', { openSupplements: 1 }, ['open_supplement']],
  ])('%s stands in the way', (_case, given, codes) => {
    const facts = { ...NOTHING_OWED, ...given }
    expect(closingDebts(facts).map((debt) => debt.code)).toEqual(codes)
    expect(decideClosing(facts)).toMatchObject({ ok: false, code: 'claim.has_debts' })
  })
})
