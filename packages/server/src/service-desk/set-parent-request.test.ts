import { setParentRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 group events', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('those who tell of one event stand under its head, one level deep, and leave again', async () => {
    const [event, first, second] = [await came(world), await came(world), await came(world)]
    const put = (requestId: string, parentId: string | null) =>
      agent(setParentRequest, { params: { requestId }, body: { parentId } })
    await put(first, event)
    await put(second, event)
    expect((await look(agent, event)).children.map((one) => one.id).sort()).toEqual([first, second].sort())
    expect((await look(agent, first)).parent).toMatchObject({ id: event, kindWord: '咨询' })
    await expectRefusal(put(event, second), 'desk.parent_level')
    await expectRefusal(put(await came(world), first), 'desk.parent_level')
    await put(first, null)
    expect((await look(agent, event)).children).toHaveLength(1)
  })
})
