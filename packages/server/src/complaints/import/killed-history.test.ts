import { getHistoryImport, runHistoryImport } from '@anpei/contract/complaints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gateIn, productsOver, type Gate, type Products } from '../../testing/gate.ts'
import { arrange, openWorld, type World } from '../../testing/index.ts'
import { HEADINGS, rehearsed } from './history.fixture.ts'

describe('CMP-13, OPS-05 the server is killed (kill -9) while it reads past complaints', () => {
  let world: World
  let gate: Gate
  let products: Products
  beforeAll(async () => {
    world = await openWorld()
    products = productsOver(world, true)
    gate = await gateIn(world)
    await gate.query(`create trigger hang after insert on complaint_history for each statement execute function hang()`)
  })
  afterAll(async () => {
    await products.end()
    await gate.end()
    await world.close()
  })

  it('the next server reads it from the beginning, and every row is there once', async () => {
    const head = await world.as('complainthead')
    const rows = Array.from({ length: 30 }, (_, i) => `K-${i},2024-01-05,2024-01-15,,,,,,`)
    const { id } = await rehearsed(world, head, [HEADINGS, ...rows].join('\n'))
    const params = { importId: id }
    await gate.shut()
    const first = await products.start()
    await head(runHistoryImport, { params })
    await gate.somebodyWaits()
    await first.kill()
    await products.start()
    await gate.open()
    const state = async () => (await head(getHistoryImport, { params })).state
    await expect.poll(state, { timeout: 60_000 }).toBe('done')
    const kept = `select count(*)::int as n, count(distinct external_no)::int as numbers from complaint_history`
    expect(await arrange(world, kept)).toEqual([{ n: 30, numbers: 30 }])
  }, 120_000)
})
