import { keepApart } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-01 two that are not the same', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is said only of a pair that was suggested, with a reason, by whom may merge', async () => {
    const [firstId, secondId] = [await personIdOf(world, 'chen'), await personIdOf(world, 'lin')].sort()
    const params = { firstId: firstId ?? '', secondId: secondId ?? '' }
    const office = await world.as('head')
    await expectRefusal(office(keepApart, { params, body: { reason: '两个人' } }), 'request.not_found')
    await expectRefusal(office(keepApart, { params, body: { reason: '' } }), 'request.malformed')
    const finance = await world.as('finance1')
    await expectRefusal(finance(keepApart, { params, body: { reason: '两个人' } }), 'request.not_permitted')
  })
})
