import { verifyDataRequest } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { requested } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 who asks is checked first', () => {
  it('by a way that proves this asker, and by whom is kept', async () => {
    const { id } = await requested(world, 'lin', 'copy')
    const service = await world.as('service1')
    const params = { requestId: id }
    await expectRefusal(
      service(verifyDataRequest, { params, body: { how: 'kinship' } }),
      'customers.request_check_unfit',
    )
    const done = await service(verifyDataRequest, { params, body: { how: 'id_card', note: '原件，本人到场' } })
    expect(done).toMatchObject({ state: 'verified', checkedBy: '李燕玲', checkedNote: '原件，本人到场' })
    await expectRefusal(service(verifyDataRequest, { params, body: { how: 'id_card' } }), 'lifecycle.not_possible')
  })
})
