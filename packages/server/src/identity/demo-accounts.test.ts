import { demoAccounts } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'

describe('ORG-04 demo accounts', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('are not told outside the demo', async () => {
    await expectRefusal(world.anyone(demoAccounts, {}), 'request.not_found')
  })
})
