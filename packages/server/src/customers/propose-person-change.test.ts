import { proposePersonChange } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { openWorld, personIdOf } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('ORG-05 proposing a correction', () => {
  it('lets only one wait at a time', async () => {
    const personId = await personIdOf(world, 'zhou')
    const manager = await world.as('pm')
    const propose = (phone: string) =>
      manager(proposePersonChange, { params: { personId }, body: { particulars: { phone }, reason: '换号' } })
    expect((await propose('13900000001')).state).toBe('waiting')
    await expectRefusal(propose('13900000002'), 'identity.change_waiting')
  })
})
