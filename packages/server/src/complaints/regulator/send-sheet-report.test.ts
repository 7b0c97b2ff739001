import {
  draftSheetReport,
  getComplaint,
  judgeSheetReport,
  listSheets,
  sendSheetReport,
} from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { arrived } from './sheets.fixture.ts'

describe('CMP-11, T39 the report is sent by the date on the sheet', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('not before it was approved; then its clock is kept and it leaves the open desk', async () => {
    const head = await world.as('complainthead')
    const { id, complaintId } = await arrived(head)
    const params = { sheetId: id }
    const send = () => head(sendSheetReport, { params, body: { sent: '机要交换，回执 12 号' } })
    await expectRefusal(send(), 'lifecycle.not_possible')
    await head(draftSheetReport, { params, body: { report: '情况属实，已整改。' } })
    await (await world.as('cpo'))(judgeSheetReport, { params, body: { approve: true } })
    expect((await send()).state).toBe('reported')
    const { clocks } = await head(getComplaint, { params: { complaintId } })
    expect(clocks).toContainEqual(expect.objectContaining({ id: 'T39', state: 'met' }))
    expect((await head(listSheets, { query: {} })).items).toEqual([])
  })
})
