import { endServiceFault, listServiceFaults, recordServiceFault } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'

describe('T12 the online service works again', () => {
  let world: World
  let pm: Caller
  beforeAll(async () => {
    world = await openWorld()
    pm = await world.as('pm')
  })
  afterAll(() => world.close())

  it('is entered once, with the moment and the person, by whoever keeps the promises', async () => {
    const { id } = await pm(recordServiceFault, { body: { beganAt: world.clock.now(), reason: '网络中断' } })
    await expectRefusal(pm(endServiceFault, { params: { faultId: id } }), 'sla.fault_times')
    world.clock.forward(1000)
    await expectRefusal(
      (await world.as('service1'))(endServiceFault, { params: { faultId: id } }),
      'request.not_permitted',
    )
    await pm(endServiceFault, { params: { faultId: id } })
    expect((await pm(listServiceFaults, {})).items).toMatchObject([
      { id, endedAt: world.clock.now(), endedBy: '林志明' },
    ])
    await expectRefusal(pm(endServiceFault, { params: { faultId: id } }), 'request.not_found')
  })
})
