import { addRequestNote } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04, SLA rule 11 notes among colleagues', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('stand in the thread, keep no promise, and may be left on a colleague’s request', async () => {
    const requestId = await came(world)
    const params = { requestId }
    const before = await look(agent, requestId)
    await agent(addRequestNote, { params, body: { text: '家属说下午在家' } })
    const view = await look(agent, requestId)
    expect(view.messages.at(-1)).toMatchObject({ direction: 'note', author: '李燕玲', text: '家属说下午在家' })
    expect([view.dueAt, view.state, view.owner]).toEqual([before.dueAt, 'received', null])
    await expectRefusal(
      (await world.as('gm'))(addRequestNote, { params, body: { text: '好' } }),
      'request.not_permitted',
    )
  })
})
