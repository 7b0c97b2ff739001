import { proposePayee, rejectPayee } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-05 an account that is not to be used: reject', () => {
  it('is rejected with a reason, once', async () => {
    const personId = await personIdOf(world, 'chen')
    const [proposer, other] = [await world.as('assessor1'), await world.as('assessor2')]
    const payee = await proposer(proposePayee, {
      params: { personId },
      body: { holderName: '陈秀英', relation: 'self', account: '6228480402564890018' },
    })
    const after = await other(rejectPayee, { params: { payeeId: payee.id }, body: { reason: '账号有误' } })
    expect(after).toMatchObject({ state: 'rejected' })
    await expectRefusal(
      other(rejectPayee, { params: { payeeId: payee.id }, body: { reason: '再来' } }),
      'lifecycle.not_possible',
    )
  })
})
