import { getVisit, openVideoRoom } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { agreed, openField, videoAgreed, videoMessage, type Field } from './visits.fixture.ts'

describe('SRV-09 opening a video room', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())

  it('sends link and code to the telephone; no server outside is used by default', async () => {
    const params = { visitId: await videoAgreed(field) }
    const room = await field.near(openVideoRoom, { params })
    expect([room.told, room.iceServers, room.expiresAt]).toEqual(['sms', [], '2026-11-23T03:00:00.000Z'])
    expect(await videoMessage(field)).toEqual({ token: expect.stringMatching(/^[\w-]{24}$/), code: expect.any(String) })
    const { timeline } = await field.desk(getVisit, { params })
    expect(timeline.at(-1)?.title).toBe('打开视频房间，链接已发给客户')
    await expectRefusal(field.far(openVideoRoom, { params }), 'visit.not_yours')
  })

  it('is not for a visit at home', async () => {
    const home = await agreed(field)
    await expectRefusal(field.near(openVideoRoom, { params: { visitId: home } }), 'visit.no_video')
  })
})
