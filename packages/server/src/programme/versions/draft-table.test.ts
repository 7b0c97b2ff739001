import { draftTable } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CLM-07 drafting a table', () => {
  it('only of a name the program asks for', async () => {
    const manager = await world.as('pm')
    await expectRefusal(manager(draftTable, { body: { code: 'no-such-table', content: {} } }), 'request.not_found')
    expect((await manager(draftTable, { body: { code: 'claim-routing', content: {} } })).versionNo).toBe(2)
  })
})
