import { getNoticePreference } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'

describe('NTF-02 wishes of somebody who is not in the register', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('are not found', async () => {
    const service = await world.as('service1')
    await expectRefusal(service(getNoticePreference, { params: { personId: newId() } }), 'request.not_found')
  })
})
