import { describe, expect, it } from 'vitest'
import type { TipState } from './lifecycle.ts'
import {
  decideConclusion,
  decideHearers,
  decideJudgement,
  decideReporter,
  decideTipEntry,
  namedIn,
  tipCan,
  type Concluding,
  type Judging,
} from './tip-rules.ts'

const concerned = { concernedIds: ['clerk'], lineIds: ['gm'], sellingInstitutionId: 'outlet' }

describe('CMP-12 举报: who reports', () => {
  const someone = { named: true, name: '陈举报', phone: '13800000001', email: '', address: '' }
  it.each<[string, Partial<typeof someone>, string | boolean]>([
    ['a name and a telephone', {}, true],
    ['a name and an address', { phone: '', address: '峡山' }, true],
    ['a name without a way back', { phone: '' }, 'tip.reporter_unreachable'],
    ['a telephone without a name', { name: '' }, 'tip.reporter_unreachable'],
  ])('%s', (_, change, answer) => {
    const decided = decideReporter({ ...someone, ...change })
    expect(decided.ok ? decided.value.named : decided.code).toBe(answer)
  })

  it('without a name nothing that was typed is kept', () => {
    expect(decideReporter({ ...someone, named: false })).toMatchObject({ value: { name: '', phone: '' } })
  })
})

describe('CMP-05, CMP-12 举报: who may hear of it', () => {
  it.each([
    ['a name in the words', '网点的郭依琳多收钱', ['a']],
    ['two of them', '郭依琳和李燕玲', ['a', 'b']],
    ['none', '网点有人多收钱', []],
    ['one sign is no name', '陈家村', []],
  ])('%s', (_, words, ids) => {
    const staff = [
      { id: 'a', name: '郭依琳' },
      { id: 'b', name: '李燕玲' },
      { id: 'c', name: '陈' },
    ]
    expect(namedIn(words, staff)).toEqual(ids)
  })

  it.each<[string, readonly { id: string; institutionId: string | null }[], readonly string[] | string]>([
    ['neither the reported', [{ id: 'clerk', institutionId: null }], 'tip.nobody_impartial'],
    ['nor their line', [{ id: 'gm', institutionId: null }], 'tip.nobody_impartial'],
    ['nor their outlet', [{ id: 'x', institutionId: 'outlet' }], 'tip.nobody_impartial'],
    [
      'but the others',
      [
        { id: 'gm', institutionId: null },
        { id: 'y', institutionId: 'ho' },
      ],
      ['y'],
    ],
    ['with nobody holding the right, nobody', [], 'tip.nobody_impartial'],
  ])('%s', (_, holders, answer) => {
    const decided = decideHearers(holders, concerned)
    expect(decided.ok ? decided.value.map(({ id }) => id) : decided.code).toEqual(answer)
  })
})

describe('CMP-12 举报: what is concluded', () => {
  const found: Concluding = {
    state: 'accepted',
    outcome: 'substantiated',
    authority: '',
    entries: ['protection', 'evidence'],
  }
  it.each<[string, Partial<Concluding>, string]>([
    ['with evidence and protection', {}, 'concluded'],
    ['after an interview', { entries: ['interview', 'protection'] }, 'concluded'],
    ['never without thinking of protection', { entries: ['evidence'] }, 'tip.protection_missing'],
    ['never without having looked', { entries: ['protection', 'note'] }, 'tip.finding_missing'],
    ['never of what was not accepted', { state: 'received' }, 'tip.not_accepted'],
    ['declined before it is accepted', { state: 'received', outcome: 'declined' }, 'concluded'],
    ['not declined after', { outcome: 'declined' }, 'tip.not_accepted'],
    ['transferred at any time', { state: 'received', outcome: 'transferred', authority: '市监管局' }, 'concluded'],
    ['transferred to somebody', { outcome: 'transferred' }, 'tip.authority_missing'],
    ['not twice', { state: 'concluded' }, 'lifecycle.not_possible'],
  ])('%s', (_, change, answer) => {
    const decided = decideConclusion({ ...found, ...change })
    expect(decided.ok ? decided.value.to : decided.code).toBe(answer)
  })
})

describe('CMP-12 举报: a second person', () => {
  const judging: Judging = {
    state: 'concluded',
    judgement: 'confirm',
    reason: '',
    judgeId: 'cpo',
    concludedBy: 'compliance',
    wasAccepted: true,
    named: true,
    told: false,
    unread: false,
  }
  const confirmed = { state: 'confirmed', judgement: 'close', told: true } as const
  it.each<[string, Partial<Judging>, string]>([
    ['confirms', {}, 'confirmed'],
    ['who is not the first', { judgeId: 'compliance' }, 'tip.own_conclusion'],
    ['sends back with a reason', { judgement: 'return', reason: '再问证人' }, 'accepted'],
    ['to where it was', { judgement: 'return', reason: '应受理', wasAccepted: false }, 'received'],
    ['not without one', { judgement: 'return' }, 'tip.reason_missing'],
    ['closes', confirmed, 'closed'],
    ['not what they concluded', { ...confirmed, judgeId: 'compliance' }, 'tip.own_conclusion'],
    ['not before the named reporter was told', { ...confirmed, told: false }, 'tip.closing_debts'],
    ['an anonymous one reads it with the code', { ...confirmed, named: false, told: false }, 'closed'],
    ['not with something unread', { ...confirmed, unread: true }, 'tip.closing_debts'],
    ['not before it is confirmed', { judgement: 'close' }, 'lifecycle.not_possible'],
    ['opens again for new facts', { state: 'closed', judgement: 'reopen', reason: '新证人' }, 'accepted'],
  ])('%s', (_, change, answer) => {
    const decided = decideJudgement({ ...judging, ...change })
    expect(decided.ok ? decided.value.to : decided.code).toBe(answer)
  })

  it.each<['told' | 'note' | 'question', TipState, string | boolean]>([
    ['told', 'confirmed', true],
    ['told', 'concluded', 'tip.result_not_ready'],
    ['note', 'concluded', true],
    ['question', 'closed', 'lifecycle.not_possible'],
    ['note', 'closed', true],
    ['note', 'turned', 'lifecycle.not_possible'],
  ])('%s while it is %s', (kind, state, answer) => {
    const decided = decideTipEntry(kind, state)
    expect(decided.ok || decided.code).toBe(answer)
  })

  it.each<[TipState, string, string | null, readonly string[]]>([
    ['received', 'compliance', null, ['accept', 'addEntry', 'conclude', 'turn']],
    ['accepted', 'compliance', null, ['addEntry', 'conclude', 'turn']],
    ['accepted', 'cpo', null, []],
    ['concluded', 'compliance', 'compliance', ['addEntry']],
    ['concluded', 'cpo', 'compliance', ['confirm', 'return']],
    ['confirmed', 'compliance', 'compliance', ['addEntry', 'tell']],
    ['closed', 'cpo', 'compliance', ['reopen']],
    ['turned', 'compliance', null, []],
  ])('%s: %s finds the buttons', (state, userId, concludedBy, buttons) => {
    const examinerId = state === 'received' ? null : 'compliance'
    const acting = { state, userId, examinerId, concludedBy, named: true, told: false, unread: false }
    expect(tipCan(acting)).toEqual(buttons)
  })
})
