import { describe, expect, it } from 'vitest'
import { conversionOf, initialOf } from './new-complaint.ts'

describe('CMP-02 SRV-01 a complaint made of a request asks for nothing again', () => {
  const person = { id: 'p1', name: '陈阿婆', idNumberMasked: '', phoneMasked: '', careMarks: [] }
  const nothing = { personId: null, claimId: null }

  it('begins with whom the request is about', () => {
    const values = initialOf(nothing, { kind: 'appeal', person })
    expect(values).toMatchObject({ personId: 'p1', label: 'appeal' })
    const sent = conversionOf('r1', values)
    expect(sent).toMatchObject({ requestId: 'r1', personId: 'p1', claimId: null, matter: { demand: '', remedy: '' } })
    expect(sent.matter).not.toHaveProperty('facts')
  })
  it('else with whom and what the link names', () => {
    expect(initialOf({ personId: 'p2', claimId: 'c2' }, null)).toMatchObject({ personId: 'p2', claimId: 'c2' })
    expect(initialOf(nothing, { kind: 'enquiry', person: null })).toMatchObject({ personId: null, label: 'complaint' })
  })
})
