import { closeDataRequest, withdrawDataRequest } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'
import { requested } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 the end of a request', () => {
  it('is taken back by the asker and its clock ends; nothing unanswered is closed', async () => {
    const { id } = await requested(world, 'lin', 'copy')
    const params = { requestId: id }
    const [service, compliance] = await Promise.all([world.as('service1'), world.as('compliance')])
    await expectRefusal(compliance(closeDataRequest, { params }), 'lifecycle.not_possible')
    const done = await service(withdrawDataRequest, { params, body: { reason: '本人说不用了' } })
    expect(done).toMatchObject({ state: 'withdrawn', dueAt: null, can: [] })
    expect((await requested(world, 'lin', 'copy')).requestNo).not.toBe(done.requestNo)
  })
})
