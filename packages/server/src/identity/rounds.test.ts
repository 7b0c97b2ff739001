import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'
import { startRounds } from './rounds.ts'

describe('OPS-03 what goes round beside the jobs', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('stands still while something is done between two rounds, goes on after it, and stops', async () => {
    let count = 0
    const step = {
      task: 'count',
      work: () => {
        count += 1
        return Promise.resolve()
      },
    }
    const faults: string[] = []
    const rounds = startRounds(world.app, (task) => faults.push(task), [step], 5)
    const during = await rounds.between(async () => {
      const before = count
      await pause(60)
      return count - before
    })
    expect(during).toBe(0)
    await expect(rounds.between(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    const before = count
    await expect.poll(() => count).toBeGreaterThan(before)
    await rounds.stop()
    const ended = count
    await pause(30)
    expect([count, faults]).toEqual([ended, []])
  })
})
