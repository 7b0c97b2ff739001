import { liftHold, setHold } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-10 the matter has ended', () => {
  it('the hold is lifted once, with its reason in the log', async () => {
    const compliance = await world.as('compliance')
    const body = { matter: '调查' }
    const { id } = await compliance(setHold, { params: { personId: await personIdOf(world, 'chen') }, body })
    const params = { holdId: id }
    const lifted = await compliance(liftHold, { params, body: { reason: '已结案' } })
    expect(lifted).toMatchObject({ id, can: [] })
    await expectRefusal(compliance(liftHold, { params, body: { reason: '已结案' } }), 'customers.hold_lifted_before')
    expect(await eventsNamed(world, 'hold.lifted')).toMatchObject([{ reason: '已结案' }])
  })
})
