import { revealPerson } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { eventsNamed, openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-08 unmasked values with a reason', () => {
  it('answers them and keeps who looked and why', async () => {
    const personId = await personIdOf(world, 'huang')
    const assessor = await world.as('assessor1')
    const shown = await assessor(revealPerson, { params: { personId }, body: { reason: '核对身份证复印件' } })
    expect(shown).toMatchObject({ idNumber: testPeople.huang.idNumber, phone: null })
    const looks = await eventsNamed(world, 'person.revealed')
    expect(looks).toMatchObject([{ look: true, person_id: personId, reason: '核对身份证复印件' }])
  })

  it('refuses without a reason, and to whom may not', async () => {
    const personId = await personIdOf(world, 'huang')
    const assessor = await world.as('assessor1')
    await expectRefusal(assessor(revealPerson, { params: { personId }, body: { reason: ' ' } }), 'request.malformed')
    const liaison = await world.as('liaison1')
    await expectRefusal(
      liaison(revealPerson, { params: { personId }, body: { reason: '看看' } }),
      'request.not_permitted',
    )
  })
})
