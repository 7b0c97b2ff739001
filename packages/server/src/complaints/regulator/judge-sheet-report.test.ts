import { draftSheetReport, judgeSheetReport, listComplaintWaiting } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { arrived } from './sheets.fixture.ts'

describe('CMP-11 the report is judged by somebody else', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('never by who drafted it; returned with a reason, then approved', async () => {
    const head = await world.as('complainthead')
    const { id } = await arrived(head)
    const params = { sheetId: id }
    const waits = async (login: string) => {
      const { items } = await (await world.as(login))(listComplaintWaiting, {})
      return items.filter((one) => one.id === id).map((one) => one.kindWord)
    }
    expect(await waits('compliance')).toEqual(['监管转办待起草报告'])
    await head(draftSheetReport, { params, body: { report: '经调查，情况属实。' } })
    await expectRefusal(head(judgeSheetReport, { params, body: { approve: true } }), 'complaint.own_proposal')
    expect([await waits('complainthead'), await waits('cpo')]).toEqual([[], ['监管转办报告待审批']])
    const cpo = await world.as('cpo')
    await expectRefusal(cpo(judgeSheetReport, { params, body: { approve: false } }), 'complaint.judgement_missing')
    const back = await cpo(judgeSheetReport, { params, body: { approve: false, judgement: '写明整改' } })
    expect(back.state).toBe('received')
    await head(draftSheetReport, { params, body: { report: '情况属实，已整改。' } })
    expect((await cpo(judgeSheetReport, { params, body: { approve: true } })).state).toBe('approved')
    expect([await waits('compliance'), await waits('cpo')]).toEqual([['监管转办报告待报送'], []])
  })
})
