import type { DocumentItem } from '@anpei/contract/claims'
import { describe, expect, it } from 'vitest'
import { asksFor, leftOut } from './supplement-asks.ts'

const paper = (
  verdict: 'accepted' | 'rejected' | null,
  verdictReason: string | null,
): DocumentItem['papers'][number] => ({
  id: 'p',
  title: '',
  channel: 'counter',
  receivedAt: '2026-11-20T01:00:00.000Z',
  verdict,
  verdictReason,
  checks: {},
  files: [],
})
const item = (
  code: string,
  state: DocumentItem['state'],
  required = true,
  papers: DocumentItem['papers'] = [],
): DocumentItem => ({
  code,
  title: code,
  required,
  substitute: '',
  state,
  weAsk: null,
  papers,
})

describe('CLM-04 the one request for supplements', () => {
  const asks = asksFor([
    item('application', 'accepted'),
    item('id', 'received'),
    item('report', 'missing'),
    item('bill', 'missing', false),
    item('account', 'rejected', true, [paper('rejected', '账号看不清')]),
    item('authorisation', 'waived'),
  ])

  it('offers only what is missing or was rejected, never what we hold', () => {
    expect(asks.map((ask) => ask.code)).toEqual(['report', 'bill', 'account'])
  })

  it('begins with everything required, and with the reason of the rejection', () => {
    expect(asks.map((ask) => ask.chosen)).toEqual([true, false, true])
    expect(asks.find((ask) => ask.code === 'account')?.why).toBe('账号看不清')
  })

  it('names what is required and would be left out', () => {
    expect(leftOut(asks)).toEqual([])
    expect(leftOut(asks.map((ask) => ({ ...ask, chosen: false })))).toEqual(['report', 'account'])
  })
})
