import { getImport, startImport } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, emptyRoster, type World } from '../../testing/index.ts'
import { gateIn, productsOver, type Gate, type Products } from '../../testing/gate.ts'
import { fileOf, openWorld, programmeOf, type Elder } from '../programme.fixture.ts'

const elders = Array.from(
  { length: 30 },
  (_, i): Elder => ({ name: '杀后再来', birthOn: '1951-01-01', order: 400 + i }),
)

describe('PRG-05, OPS-01 the server is killed (kill -9) while it reads a roster', () => {
  let world: World
  let gate: Gate
  let products: Products
  beforeAll(async () => {
    world = await openWorld()
    await emptyRoster(world)
    products = productsOver(world, true)
    gate = await gateIn(world)
    await gate.query(`create trigger hang before insert on cover_period for each statement execute function hang()`)
  })
  afterAll(async () => {
    await products.end()
    await gate.end()
    await world.close()
  })

  it('the next server takes the import up at once, nothing is doubled, and the next import can begin', async () => {
    await gate.shut()
    const first = await products.start()
    const manager = await first.as('pm')
    const { id: programmeId } = await programmeOf(world)
    const body = { programmeId, kind: 'initial', asOfOn: '2025-10-01' } as const
    const files = [{ field: 'table', file: new Blob([fileOf(elders)]), name: '名册.csv' }]
    const { id } = await manager(startImport, { body }, { files })
    await gate.somebodyWaits()
    await first.kill()

    const second = await products.start()
    const again = await second.as('pm')
    await gate.open()
    const state = async () => (await again(getImport, { params: { importId: id } })).state
    await expect.poll(state, { timeout: 30_000 }).toBe('confirmed')
    expect(await again(getImport, { params: { importId: id } })).toMatchObject({ goodCount: 30, badCount: 0 })
    const task = async () => (await again(getImport, { params: { importId: id } })).task?.state
    await expect.poll(task, { timeout: 10_000 }).toBe('done')
    expect(
      await arrange(
        world,
        `select (select count(*)::int from person where name = '杀后再来') as people,
          (select count(*)::int from member_period m join person p on p.id = m.person_id
            where p.name = '杀后再来') as facts,
          (select count(*)::int from cover_period c join person p on p.id = c.person_id
            where p.name = '杀后再来') as covers`,
      ),
    ).toEqual([{ people: 30, facts: 30, covers: 30 }])
    const next = await again(startImport, { body }, { files })
    const nextState = async () => (await again(getImport, { params: { importId: next.id } })).state
    await expect.poll(nextState, { timeout: 20_000 }).toBe('confirmed')
    expect(await again(getImport, { params: { importId: next.id } })).toMatchObject({ unchangedCount: 30 })
    await second.kill()
  }, 90_000)

  it('an import from the command line whose process is gone does not block the next', async () => {
    const { id: programmeId } = await programmeOf(world)
    await arrange(
      world,
      `insert into roster_import (tenant_id, id, programme_id, kind, file_name, file_hash, as_of_on, state, started_at)
        select 1, gen_random_uuid(), id, 'initial', '半路.csv', '', '2025-10-01', 'reading', '2026-11-22T00:00:00Z'
        from programme where tenant_id = 1`,
    )
    const manager = await world.as('pm')
    const files = [{ field: 'table', file: new Blob([fileOf(elders)]), name: '名册.csv' }]
    const started = await manager(
      startImport,
      { body: { programmeId, kind: 'initial', asOfOn: '2025-10-01' } },
      { files },
    )
    expect(started.state).toBe('reading')
    expect(await arrange(world, `select state from roster_import where file_name = '半路.csv'`)).toEqual([
      { state: 'failed' },
    ])
  })
})
