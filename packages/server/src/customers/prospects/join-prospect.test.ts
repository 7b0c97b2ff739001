import { getPerson, joinProspect, listProspects, personTimeline, recordProspect } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-01 a prospect becomes a person of the register', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('once, by a person, under the same name; the role and the day stay with the person', async () => {
    const service = await world.as('service1')
    const { id } = await service(recordProspect, { body: { name: '李晓敏', phone: '13700002222' } })
    const join = (personId: string) => service(joinProspect, { params: { prospectId: id }, body: { personId } })
    await expectRefusal(join(await personIdOf(world, 'lin')), 'customers.prospect_other_name')
    const personId = await personIdOf(world, 'li')
    expect(await join(personId)).toMatchObject({ person: { id: personId }, can: [] })
    await expectRefusal(join(personId), 'customers.prospect_joined')
    expect((await service(listProspects, { query: {} })).items).toEqual([])
    expect((await service(listProspects, { query: { joined: 'true' } })).items).toHaveLength(1)
    const person = await service(getPerson, { params: { personId } })
    expect(person.roles).toContainEqual(expect.objectContaining({ word: '准客户', source: '咨询时登记' }))
    const line = await service(personTimeline, { params: { personId }, query: {} })
    expect(line.items.map((one) => one.title)).toContain('准客户对应到客户')
  })
})
