import { takeCall } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from './calls.fixture.ts'

describe('SRV-04 who calls back', () => {
  let world: World
  let agent: Caller
  let callId: string
  beforeAll(async () => {
    world = await openWorld()
    const { system, agent: service } = await telephone(world)
    agent = service
    ;({ callId } = await rings(system, [
      { what: 'rang', at: after(world, -60) },
      { what: 'ended', at: after(world, -20) },
    ]))
  })
  afterAll(() => world.close())

  it('one of two at once gets it, the other learns who does; twice by the same one is once', async () => {
    const second = await world.as('deskhead')
    const params = { callId }
    const outcomes = await Promise.allSettled([agent(takeCall, { params }), second(takeCall, { params })])
    expect(outcomes.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [winner, loser] = outcomes[0].status === 'fulfilled' ? [agent, second] : [second, agent]
    expect((await winner(takeCall, { params })).ownerName).not.toBeNull()
    await expectRefusal(loser(takeCall, { params }), 'desk.call_taken')
  })
})
