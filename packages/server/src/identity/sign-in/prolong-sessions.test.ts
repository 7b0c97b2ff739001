import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, openWorld, type World } from '../../testing/index.ts'
import { prolongSessions } from './prolong-sessions.ts'

const HOUR_MS = 3_600_000

describe('ORG-04 who is signed in while the time of the demo passes', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('stays signed in over two days, and is signed out like everybody when time passes by itself', async () => {
    await world.as('pm')
    const open = () => arrange(world, 'select 1 from session where expires_at > $1', [world.clock.now()])
    for (let hour = 0; hour < 48; hour += 1) {
      await prolongSessions(world.app, 1)
      world.clock.forward(HOUR_MS)
    }
    expect(await open()).toHaveLength(1)
    world.clock.forward(13 * HOUR_MS)
    expect(await open()).toEqual([])
  })
})
