import {
  checkComplaint,
  classifyComplaint,
  exportComplaints,
  getComplaint,
  importComplaintCodes,
  listComplaintCategories,
  setComplaintCategory,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { complained } from './complaints.fixture.ts'

describe('CMP-04 causes as the house uses them', () => {
  let world: World
  let desk: Caller
  beforeAll(async () => {
    world = await openWorld()
    desk = await world.as('coordinator1')
  })
  afterAll(() => world.close())

  it('a cause is reported under a code that was imported, under no other', async () => {
    const params = { cause: 'claim_time' as const }
    const set = (nationalCode: string) => desk(setComplaintCategory, { params, body: { offered: true, nationalCode } })
    await expectRefusal(set('A1'), 'request.not_found')
    const file = new Blob(['code,name,parent\nA,甲,\nA1,乙,A\n'])
    await desk(
      importComplaintCodes,
      { body: { standard: '测试代码表' } },
      { files: [{ field: 'file', name: 'c.csv', file }] },
    )
    await set('A1')
    const { items } = await desk(listComplaintCategories, {})
    expect(items.find((one) => one.cause === 'claim_time')).toMatchObject({ nationalCode: 'A1', nationalName: '乙' })
    // On the case, and in the file of the list.
    const { id } = await complained(desk)
    await desk(checkComplaint, { params: { complaintId: id }, body: { finding: 'ours' } })
    await desk(classifyComplaint, {
      params: { complaintId: id },
      body: { causes: ['claim_time'], businessLine: 'accident', class: 'simple' },
    })
    const { causes } = await desk(getComplaint, { params: { complaintId: id } })
    expect(causes).toMatchObject([{ cause: 'claim_time', nationalCode: 'A1' }])
    const listed: unknown = await desk(exportComplaints, { query: { whose: 'all', format: 'csv' } })
    expect(listed instanceof Blob ? await listed.text() : '').toMatch(/,赔付时效,A1,乙,/)
  })
})
