import { closeVideoRoom, getVisit, openVideoRoom } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { openField, videoAgreed, type Field } from './visits.fixture.ts'

describe('SRV-09 the video is over', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('once, by the one who opened it, and it stands in the log', async () => {
    const params = { visitId: await videoAgreed(field) }
    await field.near(openVideoRoom, { params })
    await expectRefusal(field.far(closeVideoRoom, { params }), 'visit.not_yours')
    await field.near(closeVideoRoom, { params })
    expect((await field.desk(getVisit, { params })).timeline.at(-1)?.title).toBe('视频结束')
    await expectRefusal(field.near(closeVideoRoom, { params }), 'visit.room_closed')
  })
})
