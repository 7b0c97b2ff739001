import { endServiceFault, listServiceFaults, recordServiceFault } from '@anpei/contract/sla'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, openWorld, report, testPeople, type Caller, type World } from '../testing/index.ts'
import { passOverHours, watchService } from './watch-service.ts'

describe('T12 T08 online reports during a fault are answered within thirty minutes', () => {
  let world: World
  let pm: Caller
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[pm, service] = [await world.as('pm'), await world.as('service1')]
  })
  afterAll(() => world.close())
  const runsFor = async (receivedAt: string | null = null) => {
    const { id } = await report(service, testPeople.chen, {}, { channel: 'wechat', receivedAt })
    const rows = await arrange(world, 'select clock_id, due_at - started_at as span from clock where subject_id = $1', [
      id,
    ])
    return rows.map((row) => row['clock_id'])
  }
  const start = (body: object = {}) =>
    pm(recordServiceFault, { body: { beganAt: world.clock.now(), endedAt: null, reason: '机房停电', ...body } })

  it('runs instead of T11 from the entry of a fault until its end', async () => {
    expect(await runsFor()).toEqual(['T11'])
    const { id } = await start()
    expect(await runsFor()).toEqual(['T12'])
    await expectRefusal(start(), 'sla.fault_running')
    world.clock.forward(60_000)
    await pm(endServiceFault, { params: { faultId: id } })
    expect(await runsFor()).toEqual(['T11'])
    const { items } = await pm(listServiceFaults, {})
    expect(items[0]).toMatchObject({ id, reason: '机房停电', madeBy: '林志明', endedBy: '林志明' })
    await expectRefusal(pm(endServiceFault, { params: { faultId: id } }), 'request.not_found')
  })

  it('refuses times that cannot be, and whoever does not keep the promises', async () => {
    await expectRefusal(start({ beganAt: '2027-01-01T00:00:00.000Z' }), 'sla.fault_times')
    await expectRefusal(start({ endedAt: '2020-01-01T00:00:00.000Z' }), 'sla.fault_times')
    const body = { beganAt: world.clock.now(), endedAt: null, reason: 'x' }
    await expectRefusal(service(recordServiceFault, { body }), 'request.not_permitted')
  })

  it('the machine enters a silence of its own, once; a clock put back is none', async () => {
    await watchService(world.app, 1)
    world.clock.forward(5 * 60_000)
    await watchService(world.app, 1)
    const downFrom = world.clock.now()
    world.clock.forward(40 * 60_000)
    await watchService(world.app, 1)
    await watchService(world.app, 1)
    const { items } = await pm(listServiceFaults, {})
    expect(items.filter((one) => one.madeBy === '系统')).toMatchObject([
      { beganAt: downFrom, endedAt: world.clock.now(), reason: '系统停机，恢复后自动登记' },
    ])
    // T08: one minute by hand, forty by the machine.
    const { months } = await pm(listServiceFaults, {})
    expect(months).toMatchObject([{ month: '2026-11', faults: 2, downSeconds: 41 * 60 }])
    expect(months[0]?.availableBps).toBeLessThan(10_000)
    const within = new Date(Date.parse(downFrom) + 60_000).toISOString()
    expect(await runsFor(within)).toEqual(['T12'])
    world.clock.forward(-60 * 60_000)
    await watchService(world.app, 1)
    world.clock.forward(60 * 60_000)
    await watchService(world.app, 1)
    expect((await pm(listServiceFaults, {})).items.filter((one) => one.madeBy === '系统')).toHaveLength(1)
  })

  it('hours of the demo that are passed over by hand are no silence', async () => {
    await watchService(world.app, 1)
    const before = (await pm(listServiceFaults, {})).items.length
    await passOverHours(world.app, 24)
    world.clock.forward(24 * 3_600_000)
    await watchService(world.app, 1)
    pm = await world.as('pm')
    expect((await pm(listServiceFaults, {})).items).toHaveLength(before)
    // A silence after it is one again.
    world.clock.forward(40 * 60_000)
    await watchService(world.app, 1)
    expect((await pm(listServiceFaults, {})).items).toHaveLength(before + 1)
  })
})
