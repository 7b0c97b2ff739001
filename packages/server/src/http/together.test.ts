import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '@anpei/domain/kernel'
import { openWorld, type World } from '../testing/index.ts'
import { systemWrite } from './frame.ts'
import { together } from './together.ts'
import type { Tx } from './tx.ts'

describe('OPS-01 what many ask of one transaction in the same breath is answered by one statement', () => {
  let world: World
  const inTx = <A>(work: (tx: Tx) => Promise<A>) => systemWrite(world.app, systemActor(1, 'test'), work)
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('asks once for all, and gives each its own answer', async () => {
    const asked: (readonly number[])[] = []
    const double = together<number, number>(async (_tx, keys) => {
      asked.push(keys)
      return keys.map((key) => 2 * key)
    })
    const answers = await inTx(async (tx) => {
      const first = await Promise.all([1, 2, 3].map((key) => double(tx, key)))
      return [...first, await double(tx, 4)]
    })
    expect(answers).toEqual([2, 4, 6, 8])
    expect(asked).toEqual([[1, 2, 3], [4]])
  })

  it('keeps the transactions apart', async () => {
    const asked: (readonly string[])[] = []
    const echo = together<string, string>(async (_tx, keys) => {
      asked.push(keys)
      return keys
    })
    await Promise.all(['one', 'two'].map((key) => inTx((tx) => echo(tx, key))))
    expect(asked.map((keys) => keys.length)).toEqual([1, 1])
  })

  it('fails everybody whose statement failed, and answers those who ask afterwards', async () => {
    let broken = true
    const once = together<number, number>(async (_tx, keys) => {
      if (broken) throw new Error('the statement failed')
      return keys
    })
    await inTx(async (tx) => {
      const outcomes = await Promise.allSettled([once(tx, 1), once(tx, 2)])
      expect(outcomes.map((one) => one.status)).toEqual(['rejected', 'rejected'])
      broken = false
      expect(await once(tx, 3)).toBe(3)
    })
  })
})
