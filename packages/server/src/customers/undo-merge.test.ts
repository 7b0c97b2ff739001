import { findPersons, mergePersons, undoMerge } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-01 undoing a merge', () => {
  it('lets the double stand by itself again, once', async () => {
    const [survivor, double] = [await personIdOf(world, 'chen'), await personIdOf(world, 'huang')]
    const head = await world.as('head')
    const view = await head(mergePersons, {
      params: { personId: survivor },
      body: { mergedId: double, reason: '看错了' },
    })
    const mergeId = view.merges[0]?.id ?? ''
    const undone = await head(undoMerge, { params: { mergeId }, body: { reason: '两个人' } })
    expect(undone.merges).toMatchObject([{ undone: true }])
    expect((await head(findPersons, { body: { q: testPeople.huang.idNumber } })).items.map((one) => one.id)).toEqual([
      double,
    ])
    await expectRefusal(
      head(undoMerge, { params: { mergeId }, body: { reason: '再撤' } }),
      'customers.merge_undone_before',
    )
  })
})
