import { previewNoticeTemplate } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

const TEXT = '【安赔】{name}：收到您的报案{reportNo}，今天就会有人联系您，电话{hotline}。'
const params = { name: 'report_received' } as const

describe('NTF-01 a template is previewed in every form', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())

  it('as a message, as a call, as a letter', async () => {
    const preview = await pm(previewNoticeTemplate, { params, body: { text: TEXT } })
    expect(preview).toMatchObject({ messages: 1, text: expect.stringContaining('B26110000017') })
    expect(preview.voice).not.toMatch(/\d/)
    expect(preview.letter).toMatchObject({ title: '报案已收到', lines: [expect.stringMatching(/^陈秀英/)] })
    const long = await pm(previewNoticeTemplate, { params, body: { text: `${TEXT}${'请放心。'.repeat(10)}` } })
    expect(long.messages).toBe(2)
  })

  it('refuses variables the occasion does not know', async () => {
    await expectRefusal(
      pm(previewNoticeTemplate, { params, body: { text: `${TEXT}{idNumber}` } }),
      'notifications.template_unknown_variable',
    )
  })
})
