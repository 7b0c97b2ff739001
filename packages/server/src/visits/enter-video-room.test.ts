import { enterVideoRoom, getVisit, openVideoRoom } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal } from '../testing/index.ts'
import { openField, videoAgreed, videoMessage, type Field } from './visits.fixture.ts'

describe('SRV-09 entering a video room', () => {
  let field: Field
  let params: { visitId: string }
  beforeAll(async () => {
    field = await openField()
    params = { visitId: await videoAgreed(field) }
  })
  afterAll(() => field.world.close())
  const enter = (token: string, code: string) =>
    field.world.anyone(enterVideoRoom, { body: { token, code, consent: true } })

  it('by link, code and consent, which is written down; a new room makes the old link worthless', async () => {
    const { roomId } = await field.near(openVideoRoom, { params })
    const { token, code } = await videoMessage(field)
    await expectRefusal(enter(token, code === '000000' ? '000001' : '000000'), 'visit.video_code_wrong')
    expect(await enter(token, code)).toMatchObject({ roomId, iceServers: [] })
    const [room] = await arrange(field.world, 'select * from video_room where id = $1', [roomId])
    expect(room).toMatchObject({ consent_version: 1, consent_at: expect.any(Date) })
    const { timeline } = await field.desk(getVisit, { params })
    expect(timeline.at(-1)?.title).toBe('客户同意视频（第 1 版说明），不录像')
    await field.near(openVideoRoom, { params })
    await expectRefusal(enter(token, code), 'visit.video_code_wrong')
  })

  it('allows few guesses', async () => {
    for (let n = 0; n < 5; n++) await expectRefusal(enter('guess', '123456'), 'visit.video_code_wrong')
    await expectRefusal(enter('guess', '123456'), 'request.too_many')
  })
})
