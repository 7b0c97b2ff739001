import {
  amendReport,
  cancelReport,
  declineReport,
  getReport,
  registerReport,
  takeUpReport,
  verifyReport,
} from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  arrange,
  type Caller,
  expectRefusal,
  openWorld,
  report,
  testPeople,
  told,
  type World,
} from '../../testing/index.ts'

describe('CLM-01 an ended report is taken up again with a reason', () => {
  let world: World
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
  })
  afterAll(() => world.close())
  const takeUp = (reportId: string) => service(takeUpReport, { params: { reportId }, body: { reason: '花名册已更正' } })

  it.each([
    ['cancelled', cancelReport],
    ['declined', declineReport],
  ])('after it was %s, and then a claim can be opened', async (_name, end) => {
    const person = _name === 'cancelled' ? testPeople.chen : testPeople.lin
    const { id } = await report(service, person)
    const [row] = await arrange(world, 'select id from person where name = $1', [person.name])
    await service(verifyReport, { params: { reportId: id }, body: { personId: String(row?.id) } })
    await service(end, { params: { reportId: id }, body: { reason: '误判' } })
    expect((await takeUp(id)).state).toBe('verified')
    expect((await service(getReport, { params: { reportId: id } })).closingReason).toBeNull()
    expect((await service(registerReport, { params: { reportId: id } })).claims).toHaveLength(1)
    const events = await arrange(world, `select reason from event where subject_id = $1 and name = 'report.taken_up'`, [
      id,
    ])
    expect(events).toEqual([{ reason: '花名册已更正' }])
  })

  it('of nobody known waits for the person before a claim can be opened', async () => {
    const { id } = await report(service, { name: '没有登记的人', idNumber: '' })
    await service(cancelReport, { params: { reportId: id }, body: { reason: '误报' } })
    await takeUp(id)
    await expectRefusal(service(registerReport, { params: { reportId: id } }), 'report.person_unknown')
    const { channel: _channel, ...body } = told(testPeople.zhang)
    await service(amendReport, { params: { reportId: id }, body })
    expect((await service(registerReport, { params: { reportId: id } })).claims).toHaveLength(1)
  })

  it('is not possible for a report that waits or was opened', async () => {
    const { id } = await report(service, testPeople.wu)
    await expectRefusal(takeUp(id), 'lifecycle.not_possible')
    const open = await report(service, testPeople.zheng, {}, { register: true })
    await expectRefusal(takeUp(open.id), 'lifecycle.not_possible')
  })
})
