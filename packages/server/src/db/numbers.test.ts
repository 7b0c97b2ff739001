import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'
import { numberOf, openNumbers, type NumberKind } from './numbers.ts'
import { openPool } from './pool.ts'

/** The usual check, written the other way round: every second digit from the right, counted with the check digit. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return all + Math.floor(value / 10) + (value % 10)
  }, 0)
  return sum % 10 === 0
}

describe('CLM-01 numbers that are read out by telephone', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('never repeat, drawn by two processes at once from pools of their own', async () => {
    const pools = [openPool(world.url, 3), openPool(world.url, 3)]
    try {
      const drawn = await Promise.all(
        pools.flatMap((pool) => {
          const numbers = openNumbers()
          return Array.from({ length: 350 }, () =>
            pool.withTenant(1, ({ db }) => numbers.draw(db, 'claim', '2026-11-23')),
          )
        }),
      )
      expect(new Set(drawn).size).toBe(700)
      for (const no of drawn) expect(no).toMatch(/^P2611\d{8}$/)
      expect(drawn.every((no) => isLuhn(no.slice(1)))).toBe(true)
    } finally {
      await Promise.all(pools.map((pool) => pool.close()))
    }
  })

  it.each<[NumberKind, string]>([
    ['report', 'B'],
    ['claim', 'P'],
    ['payment', 'F'],
    ['letter', 'H'],
  ])('of a %s begin with %s', async (kind, letter) => {
    const no = await world.app.pool.withTenant(1, ({ db }) => openNumbers().draw(db, kind, '2026-02-03T00:00:00.000Z'))
    expect(no).toMatch(new RegExp(`^${letter}2602\\d{8}$`))
  })

  it('betray one wrong digit', () => {
    const no = numberOf('P', '2026-11-23', 123)
    for (let at = 1; at < no.length; at++) {
      const wrong = `${no.slice(0, at)}${(Number(no[at]) + 1) % 10}${no.slice(at + 1)}`
      expect(isLuhn(wrong.slice(1))).toBe(false)
    }
  })
})
