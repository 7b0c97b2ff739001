import { takeRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 taking', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('never gives a request to two at once, and tells the second who has it', async () => {
    const requestId = await came(world)
    const other = await world.as('pm')
    const tries = await Promise.allSettled([agent, other].map((who) => who(takeRequest, { params: { requestId } })))
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    const winner = tries[0]?.status === 'fulfilled' ? agent : other
    const { owner } = await look(agent, requestId)
    const problem = await expectRefusal(
      (winner === agent ? other : agent)(takeRequest, { params: { requestId } }),
      'desk.taken',
    )
    expect(problem.message).toContain(owner?.name)
    expect(await winner(takeRequest, { params: { requestId } })).toMatchObject({ state: 'taken' })
  })
})
