import { findPersons, listPersonPapers } from '@anpei/contract/customers'
import { listRequests, setRequestPerson } from '@anpei/contract/service-desk'
import { systemActor } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemWrite } from '../http/index.ts'
import { expectRefusal, openWorld, type Caller, type World, testPeople } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('CUS-01 whose matter it is', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is found out and searched by name, phone and number', async () => {
    const files = [{ name: '病历.pdf', bytes: Buffer.from('%PDF-1.4 病历\n%%EOF') }]
    const requestId = await came(world, { from: { phone: '13911112222' }, files })
    const person = (await agent(findPersons, { body: { q: testPeople.lin.name } })).items[0]
    const params = { requestId }
    const { requestNo, contact } = await look(agent, requestId)
    expect(contact.phoneMasked).toBe('139****2222')
    expect(await agent(setRequestPerson, { params, body: { personId: person?.id ?? '' } })).toMatchObject({
      id: requestId,
    })
    for (const q of ['林玉', '13911112222', requestNo.slice(0, 9), requestNo]) {
      const { items } = await agent(listRequests, { query: { q } })
      // An elder (CUS-04): served before others that are due alike.
      expect(items.map((one) => [one.id, one.careRank])).toEqual([[requestId, 3]])
    }
    expect((await agent(listRequests, { query: { q: '黄某某' } })).items).toEqual([])
    // What came before it was known whose it is belongs to the customer too (CUS-07, CUS-10).
    const { items: papers } = await agent(listPersonPapers, { params: { personId: person?.id ?? '' } })
    expect(papers).toMatchObject([{ title: '附件' }])
    const merged = (await agent(findPersons, { body: { q: testPeople.chen.name } })).items[0]?.id ?? ''
    await systemWrite(world.app, systemActor(1, 'test'), ({ db }) =>
      sql`update person set merged_into = ${person?.id} where tenant_id = 1 and id = ${merged}`.execute(db),
    )
    await expectRefusal(agent(setRequestPerson, { params, body: { personId: merged } }), 'desk.person_merged')
    const body = { personId: '01936f00-0000-7000-8000-000000000001' }
    await expectRefusal(agent(setRequestPerson, { params, body }), 'request.not_found')
  })
})
