import { saveNoticeTemplate } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'

const TEXT = '【安赔】{name}：收到您的报案{reportNo}，今天就会有人联系您，电话{hotline}。'
const params = { name: 'report_received' } as const

describe('NTF-01 a draft of a template', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())

  it('is checked, and written over until it is proposed', async () => {
    const draft = (text: string) => pm(saveNoticeTemplate, { params, body: { text } })
    await expectRefusal(draft('报案收到'), 'notifications.template_missing_variable')
    const first = await draft(`${TEXT}！`)
    expect(first).toMatchObject({ version: 2, state: 'draft', can: ['edit', 'propose'] })
    expect(await draft(TEXT)).toMatchObject({ id: first.id, version: 2, text: TEXT })
    const service = await world.as('service1')
    await expectRefusal(service(saveNoticeTemplate, { params, body: { text: TEXT } }), 'request.not_permitted')
  })
})
