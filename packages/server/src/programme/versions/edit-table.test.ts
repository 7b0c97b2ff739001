import { draftTable, editTable, listTables } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CLM-07 editing a table', () => {
  it('changes a draft, never a published one', async () => {
    const manager = await world.as('pm')
    const { id } = await manager(draftTable, { body: { code: 'claim-routing', content: {} } })
    expect((await manager(editTable, { params: { tableId: id }, body: { content: { nodes: [] } } })).content).toEqual({
      nodes: [],
    })
    const published = (await manager(listTables, {})).tables.find((table) => table.state === 'published')?.id ?? ''
    await expectRefusal(
      manager(editTable, { params: { tableId: published }, body: { content: {} } }),
      'programme.published_never_changes',
    )
  })
})
