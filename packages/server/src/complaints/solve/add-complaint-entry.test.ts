import { addComplaintEntry, getComplaint, listComplaints } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../../testing/index.ts'
import { openCase, type Case } from './solve.fixture.ts'

describe('CMP-06 the file of the case', () => {
  let of: Case
  beforeAll(async () => {
    of = await openCase()
  })
  afterAll(() => of.world.close())

  it('begins the investigation, keeps words sealed and files beside them', async () => {
    const text = '投诉人说材料是三月二日交的。'
    const file = { field: 'file', name: '陈述.txt.png', file: new Blob([Buffer.from(DOT, 'base64')]) }
    const body = { kind: 'account_complainant', text, with: '投诉人' } as const
    const stand = await of.handler(addComplaintEntry, { params: of.params, body }, { files: [file] })
    expect(stand.state).toBe('investigating')
    const { entries } = await of.handler(getComplaint, { params: of.params })
    expect(entries).toMatchObject([{ kindWord: '投诉人陈述', text, by: '彭子轩', files: [{ mediaType: 'image/png' }] }])
  })

  it('CMP-04: belongs to the one responsible person', async () => {
    const body = { kind: 'finding', text: '查明' } as const
    await expectRefusal(of.other(addComplaintEntry, { params: of.params, body }), 'complaint.not_yours')
    const { items } = await of.other(listComplaints, { query: {} })
    expect(items).toHaveLength(1)
  })

  it('cannot have been said tomorrow', async () => {
    const body = { kind: 'interview', text: '访谈', happenedAt: '2999-01-01T00:00:00.000Z' } as const
    await expectRefusal(of.handler(addComplaintEntry, { params: of.params, body }), 'complaint.received_in_future')
  })
})

// The smallest picture there is: one dot.
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
