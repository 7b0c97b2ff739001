import { describe, expect, it } from 'vitest'
import { assistCan, decideMorePapers, decideNote, decideOpening } from './index.ts'

const here = [{ id: 1, name: '示范财险' }]
const opening = { tenantKind: 'broker', insurerTenantId: null, insurerName: '', insurersHere: here }
const note = {
  state: 'submitted',
  insurerTenantId: null,
  insurerName: '外地人寿',
  caseNo: 'W-1',
  step: 'accepted',
  payableFen: null,
  paidFen: null,
} as const

describe('ORG-01 who assists, and with whom', () => {
  it.each([
    ['an insurer', { tenantKind: 'insurer', insurerTenantId: 1 }, 'assist.not_intermediary'],
    ['no insurer', {}, 'assist.insurer_missing'],
    ['an insurer that is not here', { insurerTenantId: 9 }, 'assist.insurer_unknown'],
  ])('refuses %s', (_name, change, code) => {
    expect(decideOpening({ ...opening, ...change })).toMatchObject({ ok: false, code })
  })

  it('takes the name of an insurer here from the installation, of one outside as typed', () => {
    expect(decideOpening({ ...opening, insurerTenantId: 1, insurerName: '别的名字' })).toEqual({
      ok: true,
      value: { tenantId: 1, name: '示范财险' },
    })
    expect(decideOpening({ ...opening, tenantKind: 'agency', insurerName: '外地人寿' })).toEqual({
      ok: true,
      value: { tenantId: null, name: '外地人寿' },
    })
  })

  it.each([
    ['followed by the system', { insurerTenantId: 1 }, 'assist.followed_already'],
    ['before submission', { state: 'draft' }, 'assist.not_submitted'],
    ['without the case number', { caseNo: '' }, 'assist.case_no_missing'],
    ['a decision without its sum', { step: 'decided' }, 'assist.sum_missing'],
    ['a payment without its sum', { step: 'paid', payableFen: 100 }, 'assist.sum_missing'],
    ['back from a decision to not opened', { state: 'decided', step: 'declined' }, 'lifecycle.not_possible'],
    ['after we stopped', { state: 'withdrawn' }, 'lifecycle.not_possible'],
  ] as const)('notes no progress %s', (_name, change, code) => {
    expect(decideNote({ ...note, ...change })).toMatchObject({ ok: false, code })
  })

  it('notes a step, and more about the same step', () => {
    expect(decideNote(note)).toMatchObject({ ok: true, value: { from: 'submitted', to: 'accepted' } })
    expect(decideNote({ ...note, state: 'accepted' })).toEqual({ ok: true, value: null })
    expect(decideNote({ ...note, step: 'declined', caseNo: '' })).toMatchObject({ ok: true, value: { to: 'declined' } })
  })

  it('takes papers while the case lives, and not without end', () => {
    expect(decideMorePapers('accepted', 80, 20)).toMatchObject({ ok: true })
    expect(decideMorePapers('accepted', 81, 20)).toMatchObject({ ok: false, code: 'assist.too_many_files' })
    expect(decideMorePapers('closed', 0, 1)).toMatchObject({ ok: false, code: 'assist.ended' })
  })

  it.each([
    ['draft', 1, ['submit', 'withdraw', 'addPapers']],
    ['accepted', 1, ['withdraw', 'addPapers']],
    ['accepted', null, ['withdraw', 'addPapers', 'note']],
    ['withdrawn', null, []],
    ['closed', null, ['note']],
  ] as const)('in %s with insurer %s: %s', (state, insurer, can) => {
    expect(assistCan(state, insurer)).toEqual(can)
  })
})
