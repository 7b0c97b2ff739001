import { answerRequest } from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { saveChannelSetting } from '../notifications/index.ts'
import { openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'
import { sendReply } from './send-reply.ts'

describe('SRV-03, SLA rule 11 an answer leaves by its channel', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  const smtpAt = (port: string) =>
    systemWrite(world.app, systemActor(1, 'test'), ({ db, vault, actor }) =>
      saveChannelSetting(db, 1, vault, {
        channel: 'email',
        gateway: 'smtp',
        settings: { host: '127.0.0.1', port, from: 'kf@example.com' },
        secrets: {},
        changedBy: actor.id,
        changedAt: '2026-11-23T00:00:00Z',
      }),
    )

  it('a server that is down is tried again, and no promise is kept meanwhile', async () => {
    await smtpAt('9')
    const requestId = await came(world)
    await agent(answerRequest, { params: { requestId }, body: { channel: 'email', text: '带上病历' } })
    await world.runJobs()
    const view = await look(agent, requestId)
    expect(view.messages.at(-1)).toMatchObject({ delivery: 'queued', fault: expect.stringMatching(/./) })
    expect(view).toMatchObject({ state: 'taken', clocks: [{ id: 'T42', state: 'running' }] })
    // After two days it is given up, and the owner sees it.
    const messageId = view.messages.at(-1)?.id ?? ''
    await sendReply(world.app, { tenantId: 1, messageId, tries: 99 })
    const failed = await look(agent, requestId)
    expect(failed.messages.at(-1)).toMatchObject({ delivery: 'failed', deliveryWord: '没有送到' })
    expect(failed.timeline.at(-1)).toMatchObject({ title: '答复没有送到', by: '系统' })
    await sendReply(world.app, { tenantId: 1, messageId })
    expect((await look(agent, requestId)).timeline).toHaveLength(failed.timeline.length)
  })
})
