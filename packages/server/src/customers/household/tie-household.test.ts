import { getHousehold, mergePersons, tieHousehold, untieHousehold } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type Caller, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld, personIdOf } from '../customers.fixture.ts'

const SEEN = ['id_number', 'name', 'double_cover'] as const

describe('CUS-02 people of one household', () => {
  let world: World
  let service: Caller
  let ids: readonly string[] = []
  beforeAll(async () => {
    world = await openWorld()
    service = await world.as('service1')
    ids = [await personIdOf(world, 'chen'), await personIdOf(world, 'lin'), await personIdOf(world, 'wu')]
  })
  afterAll(() => world.close())

  it('are tied once and seen from both sides, from a day to a day', async () => {
    const [mother = '', child = '', double = ''] = ids
    const tie = (personId: string, otherId: string, fromOn = '2020-01-01') =>
      service(tieHousehold, { params: { personId }, body: { otherId, relation: 'child', fromOn } })
    await expectRefusal(tie(mother, mother), 'customers.household_itself')
    await expectRefusal(tie(mother, child, '2099-01-01'), 'customers.care_days')
    expect((await tie(mother, child)).ties).toMatchObject([{ word: '子女', other: { id: child }, toOn: null }])
    await expectRefusal(tie(child, mother), 'customers.household_known')
    const seen = await service(getHousehold, { params: { personId: child } })
    expect(seen.ties).toMatchObject([{ word: '父母', other: { id: mother, name: '陈秀英' } }])
    expect((await eventsNamed(world, 'household.tied')).map((one) => one.person_id).sort()).toEqual(
      [mother, child].sort(),
    )

    const head = await world.as('head')
    const body = { mergedId: child, reason: '同一人', seen: [...SEEN] }
    await head(mergePersons, { params: { personId: double }, body })
    expect((await service(getHousehold, { params: { personId: mother } })).ties).toMatchObject([
      { other: { id: double } },
    ])
    const tieId = seen.ties[0]?.id ?? ''
    const untie = (toOn: string) =>
      service(untieHousehold, { params: { personId: mother, tieId }, body: { toOn, reason: '分家' } })
    await expectRefusal(untie('2019-01-01'), 'customers.care_days')
    expect((await untie('2026-01-01')).ties).toMatchObject([{ toOn: '2026-01-01' }])
    await expectRefusal(untie('2026-01-01'), 'customers.household_ended')
  })
})
