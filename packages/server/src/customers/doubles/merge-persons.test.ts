import { compareForMerge, findPersons, getPerson, mergePersons, personTimeline } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type Caller, type World } from '../../testing/index.ts'
import { chenAgain, eventsNamed, openWorld, personIdOf, registered, testPeople } from '../customers.fixture.ts'

describe('CUS-01, CUS-02 merging doubles', () => {
  let world: World
  let head: Caller
  let [survivor, double] = ['', '']
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('head')
    double = await registered(world, testPeople.chen.name, chenAgain)
    survivor = await personIdOf(world, 'chen')
  })
  afterAll(() => world.close())
  type Seen = readonly ('id_number' | 'name' | 'birthday' | 'age' | 'sex' | 'death')[]
  const merge = (personId: string, mergedId: string, seen: Seen = []) =>
    head(mergePersons, { params: { personId }, body: { mergedId, reason: '一份把年份抄错了', seen: [...seen] } })

  it('shows what differs, masked, before anything is merged, and only to whoever may merge', async () => {
    const params = { personId: survivor, mergedId: double }
    const compared = await head(compareForMerge, { params })
    expect(compared).toMatchObject({
      survivor: { id: survivor, birthYear: 1940 },
      merged: { id: double, birthYear: 1946 },
      reasons: ['one_digit'],
      differences: ['id_number', 'birthday', 'age'],
      strangers: false,
    })
    expect(JSON.stringify(compared)).not.toContain(chenAgain)
    await expectRefusal((await world.as('finance1'))(compareForMerge, { params }), 'request.not_permitted')
  })

  it('refuses who has not looked at every difference, and two people altogether', async () => {
    await expectRefusal(merge(survivor, double), 'customers.merge_differs')
    await expectRefusal(merge(survivor, double, ['id_number', 'age']), 'customers.merge_differs')
    const everything = ['id_number', 'name', 'birthday', 'age', 'sex', 'death'] as const
    await expectRefusal(merge(survivor, await personIdOf(world, 'lin'), everything), 'customers.merge_not_alike')
    expect((await head(getPerson, { params: { personId: double } })).mergedInto).toBe(null)
  })

  it('keeps one person who is found, says so on the timeline of both and what was looked at in the log', async () => {
    const view = await merge(survivor, double, ['id_number', 'birthday', 'age'])
    expect(view.merges).toMatchObject([{ other: { id: double, name: '陈秀英' }, undone: null }])
    expect((await head(findPersons, { body: { q: chenAgain } })).items).toEqual([])
    expect((await head(getPerson, { params: { personId: double } })).mergedInto).toBe(survivor)
    const timeline = await head(personTimeline, { params: { personId: double } })
    expect(timeline.items[0]).toMatchObject({ title: '与重复记录合并', by: '郑国华' })
    expect((await eventsNamed(world, 'person.merged'))[0]?.facts).toMatchObject({
      differences: ['id_number', 'birthday', 'age'],
    })
  })

  it('refuses itself, and what is merged already', async () => {
    await expectRefusal(merge(survivor, survivor), 'customers.merge_with_itself')
    await expectRefusal(merge(survivor, double, ['id_number', 'birthday', 'age']), 'customers.already_merged')
  })
})
