import { proposePayee, revealPayee } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-08 the whole account number', () => {
  it('is shown with a reason that stands in the log', async () => {
    const personId = await personIdOf(world, 'chen')
    const assessor = await world.as('assessor1')
    const payee = await assessor(proposePayee, {
      params: { personId },
      body: { holderName: '陈秀英', relation: 'self', account: '6228480402564890018' },
    })
    expect(await assessor(revealPayee, { params: { payeeId: payee.id }, body: { reason: '与存折核对' } })).toEqual({
      account: '6228480402564890018',
    })
    expect(await eventsNamed(world, 'payee.revealed')).toMatchObject([
      { look: true, reason: '与存折核对', person_id: personId },
    ])
    const finance = await world.as('finance1')
    await expectRefusal(
      finance(revealPayee, { params: { payeeId: payee.id }, body: { reason: '看看' } }),
      'request.not_permitted',
    )
  })
})
