import { describe, expect, it } from 'vitest'
import type { DocumentList } from '../programme/index.ts'
import { documentItems, neededPapers, type HeldPaper } from './checklist.ts'

const rule = (code: string, required = true) => ({ code, title: `标题${code}`, required, substitute: '可由村委会证明' })
const lists: readonly DocumentList[] = [
  { claimKind: 'always', source: '', documents: [rule('application'), rule('payee_account')] },
  { claimKind: 'death', source: '', documents: [rule('death_certificate')] },
  { claimKind: 'disability', source: '', documents: [rule('medical_record'), rule('expense_list', false)] },
  { claimKind: 'hospital', source: '', documents: [rule('expense_list'), rule('medical_record')] },
  { claimKind: 'transport_death', source: '', documents: [rule('ticket'), rule('traffic_police_report')] },
  { claimKind: 'cause_traffic', source: '', documents: [rule('traffic_police_report')] },
  { claimKind: 'cause_falling_object', source: '', documents: [rule('scene_evidence')] },
]
const paper = (code: string, verdict: HeldPaper['verdict'] = null): HeldPaper => ({
  id: code + verdict,
  code,
  title: `标题${code}`,
  receivedAt: '2026-11-23T01:00:00.000Z',
  verdict,
})
const states = (papers: readonly HeldPaper[], given: { waivedCodes?: string[]; accountConfirmed?: boolean } = {}) =>
  Object.fromEntries(
    documentItems({
      lists,
      kinds: ['hospital'],
      vehicle: 'none',
      cause: 'fall',
      papers,
      waivedCodes: [],
      accountConfirmed: false,
      ...given,
    }).map((item) => [item.code, item.state]),
  )

describe('CLM-03 PRG-03 the list of papers follows from kind, vehicle and cause', () => {
  it.each([
    ['hospital', ['hospital'], 'none', 'application payee_account expense_list medical_record'],
    ['death on foot', ['death'], 'none', 'application payee_account death_certificate'],
    ['death in an own car', ['death'], 'private', 'application payee_account death_certificate'],
    [
      'death in a bus',
      ['death'],
      'commercialRoad',
      'application payee_account death_certificate ticket traffic_police_report',
    ],
    [
      'death in a vehicle nobody has classed yet',
      ['death'],
      'undecided',
      'application payee_account death_certificate ticket traffic_police_report',
    ],
    [
      'hospital after a ride in a bus',
      ['hospital'],
      'commercialRoad',
      'application payee_account expense_list medical_record',
    ],
  ])('%s', (_case, kinds, vehicle, codes) => {
    expect(
      neededPapers(lists, { kinds, vehicle, cause: 'fall' })
        .map((item) => item.code)
        .join(' '),
    ).toBe(codes)
  })

  it.each([
    ['traffic', 'none', 'expense_list medical_record traffic_police_report'],
    ['falling_object', 'none', 'expense_list medical_record scene_evidence'],
    ['fall', 'none', 'expense_list medical_record'],
    ['bump', 'none', 'expense_list medical_record'],
  ] as const)('a stay in hospital after %s', (cause, vehicle, codes) => {
    const needed = neededPapers(lists, { kinds: ['hospital'], vehicle, cause })
    expect(needed.map((item) => item.code).join(' ')).toBe(`application payee_account ${codes}`)
  })

  it('asks once for the police report of a death in a bus on the road', () => {
    const needed = neededPapers(lists, { kinds: ['death'], vehicle: 'commercialRoad', cause: 'traffic' })
    expect(needed.filter((item) => item.code === 'traffic_police_report')).toHaveLength(1)
  })

  it('asks once for what two kinds need, and requires it when one of them does', () => {
    const needed = neededPapers(lists, { kinds: ['disability', 'hospital'], vehicle: 'none', cause: 'fall' })
    expect(needed.filter((item) => item.code === 'expense_list')).toMatchObject([{ required: true }])
  })

  it.each([
    ['nothing came', [], 'missing'],
    ['came, not judged', [paper('medical_record')], 'received'],
    ['accepted', [paper('medical_record', 'accepted')], 'accepted'],
    ['rejected', [paper('medical_record', 'rejected')], 'rejected'],
    ['a new one after a rejected one', [paper('medical_record', 'rejected'), paper('medical_record')], 'received'],
    ['one good copy is enough', [paper('medical_record', 'rejected'), paper('medical_record', 'accepted')], 'accepted'],
  ])('%s', (_case, papers, state) => {
    expect(states(papers).medical_record).toBe(state)
  })

  it('CLM-05 shows what came and is on no list, and asks for none of it', () => {
    const came = [paper('other'), paper('other', 'rejected'), paper('payee_identity'), paper('medical_record')]
    expect(states(came)).toEqual({
      application: 'missing',
      payee_account: 'missing',
      expense_list: 'missing',
      medical_record: 'received',
      other: 'received',
    })
    const unasked = documentItems({
      lists,
      kinds: ['hospital'],
      vehicle: 'none',
      cause: 'fall',
      papers: came,
      waivedCodes: [],
      accountConfirmed: false,
    }).at(-1)
    expect(unasked).toMatchObject({ title: '标题other', required: false, papers: [{}, { verdict: 'rejected' }] })
  })

  it('counts a waived paper and a confirmed account', () => {
    expect(states([], { waivedCodes: ['expense_list'], accountConfirmed: true })).toMatchObject({
      expense_list: 'waived',
      payee_account: 'accepted',
    })
  })
})
