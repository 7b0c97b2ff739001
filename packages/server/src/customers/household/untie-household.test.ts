import { getHousehold, tieHousehold, untieHousehold } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, personIdOf } from '../customers.fixture.ts'

describe('CUS-02 a tie of a household that is over', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is ended from either side, never through a stranger, and may begin anew', async () => {
    const service = await world.as('service1')
    const [personId, otherId] = [await personIdOf(world, 'chen'), await personIdOf(world, 'lin')]
    const body = { otherId, relation: 'spouse', fromOn: '2000-01-01' } as const
    const tieId = (await service(tieHousehold, { params: { personId }, body })).ties[0]?.id ?? ''
    const end = { toOn: '2026-01-01', reason: '离婚' }
    const stranger = await personIdOf(world, 'wu')
    await expectRefusal(
      service(untieHousehold, { params: { personId: stranger, tieId }, body: end }),
      'request.not_found',
    )
    await service(untieHousehold, { params: { personId: otherId, tieId }, body: end })
    await service(tieHousehold, { params: { personId }, body: { ...body, fromOn: '2026-01-01' } })
    const { ties } = await service(getHousehold, { params: { personId } })
    expect(ties.map((one) => [one.word, one.toOn])).toEqual([
      ['配偶', null],
      ['配偶', '2026-01-01'],
    ])
  })
})
