import { proposeNoticeTemplate, saveNoticeTemplate } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

const TEXT = '【安赔】{name}：收到您的报案{reportNo}，今天就会有人联系您，电话{hotline}。'
const params = { name: 'report_received' } as const

describe('NTF-01 a draft is put before a second person', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())

  it('once; then nobody writes it over', async () => {
    const { id } = await pm(saveNoticeTemplate, { params, body: { text: TEXT } })
    const wanted = { params: { templateId: id ?? '' } }
    expect(await pm(proposeNoticeTemplate, wanted)).toMatchObject({ state: 'proposed', can: [] })
    await expectRefusal(pm(proposeNoticeTemplate, wanted), 'lifecycle.not_possible')
    await expectRefusal(pm(saveNoticeTemplate, { params, body: { text: TEXT } }), 'request.stale')
    await expectRefusal(pm(proposeNoticeTemplate, { params: { templateId: newId() } }), 'request.not_found')
  })
})
