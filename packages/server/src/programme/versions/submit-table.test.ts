import { draftTable, submitTable, tryTable } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CLM-07 a table that cannot work', () => {
  it('is not handed over', async () => {
    const manager = await world.as('pm')
    const { id } = await manager(draftTable, { body: { code: 'claim-routing', content: { nodes: [], edges: [] } } })
    await expectRefusal(manager(submitTable, { params: { tableId: id } }), 'programme.table_faulty')
    await expectRefusal(manager(tryTable, { body: { content: { nodes: 7 }, input: {} } }), 'programme.table_faulty')
  })
})
