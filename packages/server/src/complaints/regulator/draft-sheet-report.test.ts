import { draftSheetReport, listSheets } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../../testing/index.ts'
import { arrived } from './sheets.fixture.ts'

describe('CMP-11 the report is drafted', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('as often as it takes, the last one stands', async () => {
    const compliance = await world.as('compliance')
    const { id } = await arrived(compliance)
    const draft = (report: string) => compliance(draftSheetReport, { params: { sheetId: id }, body: { report } })
    await draft('初稿')
    expect((await draft('经调查，情况属实。')).state).toBe('drafted')
    const { items } = await compliance(listSheets, { query: {} })
    expect(items).toMatchObject([{ report: '经调查，情况属实。', draftedBy: '钟奕彬', can: ['draft'] }])
  })
})
