import { retryDelivery } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { newId } from '../../kernel/index.ts'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'
import { openOffice } from '../staff-world.fixture.ts'

describe('OPS-01 sending again', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('finds no delivery that does not exist (sending again itself: create-webhook.test.ts)', async () => {
    const { admin } = await openOffice(world)
    await expectRefusal(admin(retryDelivery, { params: { id: newId() } }), 'request.not_found')
  })
})
