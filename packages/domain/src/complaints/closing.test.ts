import { describe, expect, it } from 'vitest'
import { closingDebts, decideClosing, type ClosingFacts } from './closing.ts'

const READY: ClosingFacts = {
  decisionReached: true,
  deliveryProved: true,
  openActs: [],
  unreachable: false,
  callback: { state: 'reached', distinctDays: 0, satisfied: 'yes' },
  causeCoded: true,
  recheckOpen: false,
  pausedOpen: false,
  majorOpen: false,
}

describe('CMP-10 投诉不销号', () => {
  it.each<[string, Partial<ClosingFacts>, readonly string[]]>([
    ['everything done', {}, []],
    ['the decision has not reached', { decisionReached: false, deliveryProved: false }, ['decision']],
    ['it has reached and nothing proves it', { deliveryProved: false }, ['proof']],
    ['a promised payment is not made', { openActs: ['付款'] }, ['acts']],
    ['nobody was asked to call', { callback: null }, ['callback']],
    ['nobody can be called', { callback: null, unreachable: true }, []],
    [
      'a call is owed all the same',
      { callback: { state: 'owed', distinctDays: 0, satisfied: null }, unreachable: true },
      ['callback'],
    ],
    ['the call is owed', { callback: { state: 'owed', distinctDays: 2, satisfied: null } }, ['callback']],
    ['two days of trying', { callback: { state: 'exhausted', distinctDays: 2, satisfied: null } }, ['attempts']],
    ['three days of trying', { callback: { state: 'exhausted', distinctDays: 3, satisfied: null } }, []],
    ['dissatisfied', { callback: { state: 'reached', distinctDays: 0, satisfied: 'no' } }, ['dissatisfied']],
    ['no clear word', { callback: { state: 'reached', distinctDays: 0, satisfied: 'unclear' } }, []],
    ['the cause is not coded', { causeCoded: false }, ['cause']],
    ['a 核查 runs', { recheckOpen: true }, ['recheck']],
    ['a mediation runs', { pausedOpen: true }, ['pause']],
    ['a major complaint is not lifted', { majorOpen: true }, ['major']],
  ])('%s', (_, change, debts) => {
    expect(closingDebts({ ...READY, ...change })).toEqual(debts)
  })

  it('names every debt at once', () => {
    const closing = decideClosing({ ...READY, callback: null, causeCoded: false }, 'head', ['handler'])
    expect(closing).toMatchObject({ code: 'complaint.closing_debts', facts: { debts: '还没有回访；原因没有归类' } })
  })

  it('is never closed by who handled it, nothing owed or not', () => {
    expect(decideClosing(READY, 'handler', ['handler', null])).toMatchObject({ code: 'complaint.own_closing' })
    expect(decideClosing(READY, 'head', ['handler', null])).toMatchObject({ ok: true })
  })
})
