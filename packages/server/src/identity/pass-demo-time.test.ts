import { passDemoTime, whoAmI } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'

describe('ORG-04 the time of the demo', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('cannot be put forward outside the demo, and nobody is told that it could', async () => {
    const head = await world.as('head')
    await expectRefusal(head(passDemoTime, { body: { hours: 1 } }), 'request.not_found')
    expect(await head(whoAmI, {})).toMatchObject({ timePasses: false, now: world.clock.now() })
  })
})
