import { describe, expect, it } from 'vitest'
import { decideImpartial, recusedAs } from './recusal.ts'

const concerned = { concernedIds: ['clerk'], lineIds: ['head', 'gm'], sellingInstitutionId: 'agency' }

describe('CMP-05 回避: who must keep out', () => {
  it.each([
    ['clerk', 'here', 'concerned'],
    ['head', 'here', 'line'],
    ['gm', null, 'line'],
    ['seller', 'agency', 'seller'],
    ['clerk', 'agency', 'concerned'],
    ['other', 'here', null],
    ['other', null, null],
  ])('%s of %s is %s', (id, institutionId, why) => {
    expect(recusedAs({ id, institutionId }, concerned)).toBe(why)
  })

  it('nobody is kept out where nobody is concerned and no channel sold, whatever their institution', () => {
    const nobody = { concernedIds: [], lineIds: [], sellingInstitutionId: null }
    expect(recusedAs({ id: 'x', institutionId: null }, nobody)).toBeNull()
  })

  it('says why', () => {
    expect(decideImpartial({ id: 'head', institutionId: null }, concerned)).toMatchObject({
      ok: false,
      code: 'complaint.recused',
      facts: { why: '是被投诉人的上级' },
    })
  })
})
