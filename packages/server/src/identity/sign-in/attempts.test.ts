import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../../http/index.ts'
import { openWorld, type World } from '../../testing/index.ts'
import { countAttempt } from './attempts.ts'

describe('ORG-04 tries of one breath are counted one after the other', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())
  const tries = (keys: readonly string[]) =>
    systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      Promise.all(keys.map((key) => countAttempt(tx, [{ what: 'try', key, most: 3, minutes: 10 }]))),
    )

  it('the fourth of a key waits, whoever else tries beside it, until the first is old', async () => {
    expect(await tries(['a', 'a', 'b', 'a', 'a'])).toEqual([0, 0, 0, 0, 10])
    expect(await tries(['a', 'b', 'b', 'b'])).toEqual([10, 0, 0, 10])
    world.clock.forward(10 * 60_000)
    expect(await tries(['a', 'b'])).toEqual([0, 0])
  })
})
