import * as contract from '@anpei/contract/complaints'
import { describe, expect, it } from 'vitest'
import { api } from './api.ts'
import { emptyComplaint, ofCase, readComplaint } from './complaint-draft.ts'

describe('POR-03 the pages of complaints call the routes of the contract', () => {
  const declared = new Map(
    Object.values(contract).flatMap((one) =>
      'path' in one && 'method' in one ? [[one.id, { method: one.method, path: one.path }]] : [],
    ),
  )
  it.each(Object.entries(api))('%s', (id, { method, path }) => {
    expect({ method, path }).toEqual(declared.get(id))
  })
})

describe('CMP-01 a half-written complaint stays on the phone', () => {
  it.each([
    ['nothing', null, emptyComplaint],
    ['something else', 'facts', emptyComplaint],
    ['parts that fit', { facts: '没人理我', name: 7 }, { ...emptyComplaint, facts: '没人理我' }],
  ])('%s', (_, kept, draft) => {
    expect(readComplaint(kept)).toEqual(draft)
  })
})

describe('CMP-02 a complaint begun from a case keeps to it', () => {
  it.each([
    ['from a case', 'claim=c1&no=P1', { claimId: 'c1', claimNo: 'P1' }],
    ['from nowhere', 's=facts', { claimId: '', claimNo: '' }],
  ])('%s', (_, search, about) => {
    const draft = { ...emptyComplaint, facts: '没人理我' }
    expect(ofCase(draft, new URLSearchParams(search))).toEqual({ ...draft, ...about })
  })
})
