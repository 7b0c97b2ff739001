import { findPersons, giveConsent, personCharge, recordCareContact } from '@anpei/contract/customers'
import { listNotices } from '@anpei/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { opened, openWorld, type World } from '../testing/index.ts'
import { testPeople } from '../testing/test-people.ts'

describe('CUS-04, CUS-06 reminders of the care group', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('go to who agreed to them, once, and to nobody else', async () => {
    const service = await world.as('service1')
    const proof = [{ field: 'proof', file: new Blob(['%PDF-1.4 同意书\n%%EOF']), name: '同意书.pdf' }]
    const idOf = async (who: keyof typeof testPeople) =>
      (await service(findPersons, { body: { q: testPeople[who].idNumber } })).items[0]?.id ?? ''
    const [agreed, silent] = [await idOf('chen'), await idOf('lin')]
    const body = { purpose: 'care', givenHow: 'paper', fromOn: world.clock.now().slice(0, 10) } as const
    await service(giveConsent, { params: { personId: agreed }, body }, { files: proof })
    await opened(service, testPeople.chen)
    await opened(service, testPeople.lin)
    await world.runJobs()
    const texts = async (personId: string) =>
      (await service(listNotices, { query: { personId, template: 'care_reminder' } })).items.length
    expect([await texts(agreed), await texts(silent)]).toEqual([1, 0])
    const chargeId = (await service(personCharge, { params: { personId: agreed } })).charge?.id ?? ''
    for (const note of ['无人接听', '还是无人接听']) {
      await service(recordCareContact, { params: { chargeId }, body: { way: 'phone', reached: false, note } })
    }
    await world.runJobs()
    expect(await texts(agreed)).toBe(2)
  })
})
