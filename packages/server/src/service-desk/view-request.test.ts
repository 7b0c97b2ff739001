import { viewRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 who is looking', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is heard of the others while their browsers say so, and not of oneself', async () => {
    const requestId = await came(world)
    const view = (who: Caller, writing = false) => who(viewRequest, { params: { requestId }, body: { writing } })
    const other = await world.as('pm')
    expect(await view(agent, true)).toEqual({ viewers: [] })
    expect((await view(other)).viewers).toMatchObject([{ name: '李燕玲', writing: true }])
    expect((await look(agent, requestId)).viewers).toMatchObject([{ name: '林志明', writing: false }])
    world.clock.forward(60_000)
    expect(await view(agent)).toEqual({ viewers: [] })
    const tip = await came(world, { kind: 'tip' })
    await expectRefusal(agent(viewRequest, { params: { requestId: tip } }), 'request.not_found')
  })
})
