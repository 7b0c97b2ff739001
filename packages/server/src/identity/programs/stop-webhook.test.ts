import { createWebhook, listWebhooks, stopWebhook } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice } from '../staff-world.fixture.ts'

describe('OPS-01 a webhook stopped', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('sends nothing more; its name is free again', async () => {
    const { admin } = await openOffice(world)
    const sharingId = (await admin(listWebhooks, {})).partners[0]?.id ?? ''
    const body = { sharingId, name: '对接', url: 'https://example.com/hook', events: ['claim.*'] }
    const { id } = await admin(createWebhook, { body })
    await admin(stopWebhook, { params: { id } })
    await expectRefusal(admin(stopWebhook, { params: { id } }), 'request.not_found')
    await admin(createWebhook, { body })
    expect((await admin(listWebhooks, {})).items.map((item) => item.stoppedAt === null)).toEqual([true, false])
  })
})
