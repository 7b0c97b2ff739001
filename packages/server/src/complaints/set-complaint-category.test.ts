import { importComplaintCodes, listComplaintCategories, setComplaintCategory } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

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
  })
})
