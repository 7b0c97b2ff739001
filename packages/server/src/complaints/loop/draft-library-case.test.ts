import { draftLibraryCase } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { caused, closedCase } from './loop.fixture.ts'

const CASE = {
  title: '回访没有排班',
  happened: '一位老人办完理赔后，没有人按约定回访。',
  reason: '回访没有排定到人。',
  handled: '道歉并当天回访。',
  lesson: '回访每天排定到人，第二天核对。',
}

describe('CMP-13 a case for training, without anybody in it', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('of a closed complaint only; its name, number and telephone are found in the text', async () => {
    const by = await world.as('handler2')
    const open = await caused(world)
    await expectRefusal(by(draftLibraryCase, { params: { complaintId: open }, body: CASE }), 'library.not_closed')
    const complainant = { name: '陈投诉人', phone: '13800008888', address: '峡山街道练南村文光路3号' }
    const params = { complaintId: await closedCase(world, { complainant }) }
    for (const [text, mark] of [
      ['陈投诉人很生气', '姓名'],
      ['来电 138 0000 8888', '电话'],
      ['住文光路', '地址'],
      ['陈阿姨 10 月 21 日摔伤', '姓名、具体日期'],
      ['由罗雅文、彭子轩接待', '姓名'],
    ]) {
      const body = { ...CASE, happened: text ?? '' }
      const problem = await expectRefusal(by(draftLibraryCase, { params, body }), 'library.not_anonymous')
      expect(problem.facts).toMatchObject({ marks: mark })
    }
    expect((await by(draftLibraryCase, { params, body: CASE })).state).toBe('drafted')
  })
})
