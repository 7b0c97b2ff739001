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

  it('passes by as many hours as were asked for', async () => {
    const pm = await world.as('pm')
    const before = Date.parse(world.clock.now())
    const passHours = (hours: number) => Promise.resolve(world.clock.forward(hours * 3_600_000))
    Object.assign(world.app, { passHours })
    await pm(passDemoTime, { body: { hours: 4 } })
    const after = await pm(whoAmI, {})
    expect(after).toMatchObject({ kind: 'staff', timePasses: true })
    expect(Date.parse(after.now) - before).toBe(4 * 3_600_000)
  })

  it('pressed twice, or sent again after a lost answer, it passes once', async () => {
    const pm = await world.as('pm')
    const before = Date.parse(world.clock.now())
    const press = () => pm(passDemoTime, { body: { hours: 1 } }, { key: 'the-same-press' })
    const [first, second] = await Promise.all([press(), press()])
    expect([second, await press()]).toEqual([first, first])
    expect(Date.parse(world.clock.now()) - before).toBe(3_600_000)
  })
})
