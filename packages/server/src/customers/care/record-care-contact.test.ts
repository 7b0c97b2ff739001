import { careBoard, listCareCharges, personCharge, personTimeline, recordCareContact } from '@anpei/contract/customers'
import { withdrawClaim } from '@anpei/contract/claims'
import { recordAbsence, listStaff } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, opened, type Caller, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf, testPeople } from '../customers.fixture.ts'

describe('CUS-04 an elder with an open case has a named adviser who calls by plan', () => {
  let world: World
  let service: Caller
  let personId = ''
  let claimId = ''
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    claimId = await opened(service, testPeople.chen)
    await world.runJobs()
    personId = await personIdOf(world, 'chen')
  })
  afterAll(() => world.close())
  const chargeOf = async () => (await service(personCharge, { params: { personId } })).charge

  it('is named from the first report on, once, with a deputy; the load is spread', async () => {
    const charge = await chargeOf()
    expect(charge).toMatchObject({ everyDays: 7, overdue: false, person: { id: personId }, cases: [{ id: claimId }] })
    expect(charge?.adviser?.id).toBeDefined()
    expect(charge?.deputy?.id).not.toBe(charge?.adviser?.id)
    expect((await eventsNamed(world, 'care.adviser_named')).length).toBe(1)
    await opened(service, testPeople.lin)
    await world.runJobs()
    const board = await service(careBoard, {})
    expect(board.advisers.map((one) => one.people).sort()).toEqual([0, 1, 1])
    expect(board.unassigned).toBe(0)
  })

  it('records contacts and the next day; not reached means again tomorrow', async () => {
    const chargeId = (await chargeOf())?.id ?? ''
    const contact = (body: object) =>
      service(recordCareContact, { params: { chargeId }, body: { way: 'phone', reached: true, ...body } })
    await expectRefusal(contact({ nextContactOn: '2099-01-01' }), 'customers.contact_day')
    const missed = await contact({ reached: false, note: '无人接听' })
    const reached = await contact({ note: '老人精神不错，材料下周到' })
    expect(Date.parse(reached.nextContactOn) - Date.parse(missed.nextContactOn)).toBe(6 * 86_400_000)
    expect(reached.contacts.map((one) => [one.wayWord, one.note])).toEqual([
      ['电话', '老人精神不错，材料下周到'],
      ['电话', '无人接听'],
    ])
    const line = await service(personTimeline, { params: { personId }, query: { kind: 'contact' } })
    expect(line.items.map((one) => one.title)).toContain('顾问联系客户')
    expect((await service(listCareCharges, { query: { due: 'true' } })).items.map((one) => one.id)).not.toContain(
      chargeId,
    )
  })

  it('is handed to the deputy when the adviser is away, and shown with the reason', async () => {
    const before = await chargeOf()
    const manager = await world.as('pm')
    const { items } = await manager(listStaff, { query: { limit: 100 } })
    const userId = items.find((one) => one.id === before?.adviser?.id)?.id ?? ''
    const today = world.clock.now().slice(0, 10)
    await manager(recordAbsence, { body: { userId, fromOn: today, toOn: '2099-01-01', reason: '病假' } })
    await world.runJobs()
    const after = await chargeOf()
    expect(after).toMatchObject({ adviser: before?.deputy, deputy: before?.adviser })
    expect(await eventsNamed(world, 'care.handed_over')).toMatchObject([{ reason: '原顾问请假或离岗' }])
  })

  it('ends with the last open case, whatever is delivered twice', async () => {
    const chargeId = (await chargeOf())?.id ?? ''
    const assessor = await world.as('assessor1')
    await assessor(withdrawClaim, { params: { claimId }, body: { reason: '客户不再申请' } })
    await world.runJobs()
    expect(await chargeOf()).toBeNull()
    await expectRefusal(
      service(recordCareContact, { params: { chargeId }, body: { way: 'phone', reached: true } }),
      'customers.care_ended',
    )
  })
})
