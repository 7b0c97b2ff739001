import { closeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-08 the archive', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('takes nobody who waits without a reason; then no promise runs, and the next word begins anew', async () => {
    const requestId = await came(world, { conversationKey: 'spam' })
    const close = (reason?: string) =>
      agent(closeRequest, { params: { requestId }, body: reason === undefined ? {} : { reason } })
    await expectRefusal(close(), 'desk.close_reason_missing')
    expect(await close('广告')).toMatchObject({ state: 'closed' })
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ dueAt: null, clocks: [{ id: 'T42', state: 'cancelled' }] })
    expect(view.can).toContain('reopen')
    expect(await came(world, { conversationKey: 'spam' })).not.toBe(requestId)
  })
})
