import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from '../testing/index.ts'

describe('OPS-01 instants come out of the database as the wire writes them', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it.each([
    ['2026-11-22T01:02:03Z', '2026-11-22T01:02:03.000Z'],
    ['2026-11-22T01:02:03.4Z', '2026-11-22T01:02:03.400Z'],
    ['2026-11-22T09:02:03.456789+08', '2026-11-22T01:02:03.456Z'],
    ['2026-11-22T23:59:59.999999Z', '2026-11-22T23:59:59.999Z'],
    ['0987-01-02T00:00:00Z', '0987-01-02T00:00:00.000Z'],
  ])('%s', async (given, expected) => {
    const { rows } = await world.app.pool.raw.query<{ at: string }>('select $1::timestamptz as at', [given])
    expect(rows[0]?.at).toBe(expected)
  })
})

describe('OPS-03 who holds a connection and asks for another', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('gets it, however many do so at once', async () => {
    const { pool } = world.app
    const twice = () =>
      pool.withTenant(1, async ({ client }) => {
        await client.query('select pg_sleep(0.01)')
        const { rows } = await pool.raw.query<{ n: number }>('select 1 as n')
        return pool.withTenant(1, async (own) => [own.client === client, rows[0]?.n])
      })
    const answers = await Promise.all(Array.from({ length: 30 }, twice))
    expect(answers).toEqual(Array.from({ length: 30 }, () => [false, 1]))
  })
})
