import { findPersons, getPerson, mergePersons, personTimeline } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-01, CUS-02 merging doubles', () => {
  it('keeps one person who is found, and says so on the timeline of both', async () => {
    const [survivor, double] = [await personIdOf(world, 'chen'), await personIdOf(world, 'huang')]
    const head = await world.as('head')
    const view = await head(mergePersons, {
      params: { personId: survivor },
      body: { mergedId: double, reason: '同一个人，旧证新证' },
    })
    expect(view.merges).toMatchObject([{ mergedId: double, mergedName: '黄锡坤', undone: false }])
    expect((await head(findPersons, { body: { q: testPeople.huang.idNumber } })).items).toEqual([])
    expect((await head(getPerson, { params: { personId: double } })).mergedInto).toBe(survivor)
    const timeline = await head(personTimeline, { params: { personId: double } })
    expect(timeline.items[0]).toMatchObject({ title: '与重复记录合并', by: '郑国华' })
  })

  it('refuses itself, and what is merged already', async () => {
    const [survivor, other] = [await personIdOf(world, 'chen'), await personIdOf(world, 'lin')]
    const head = await world.as('head')
    const merge = (personId: string, mergedId: string) =>
      head(mergePersons, { params: { personId }, body: { mergedId, reason: '重复' } })
    await expectRefusal(merge(survivor, survivor), 'customers.merge_with_itself')
    await merge(survivor, other)
    await expectRefusal(merge(survivor, other), 'customers.already_merged')
  })
})
