import { linkRequest, unlinkRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 a wrong link', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is taken away from either side, once', async () => {
    const [requestId, other] = [await came(world), await came(world)]
    await agent(linkRequest, { params: { requestId }, body: { kind: 'request', id: other } })
    const unlink = () =>
      agent(unlinkRequest, { params: { requestId: other }, body: { kind: 'request', id: requestId } })
    await unlink()
    expect((await look(agent, requestId)).links).toEqual([])
    await expectRefusal(unlink(), 'desk.link_unknown')
  })
})
