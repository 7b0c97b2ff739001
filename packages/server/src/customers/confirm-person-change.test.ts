import {
  confirmPersonChange,
  findPersons,
  getPerson,
  listPersonChanges,
  proposePersonChange,
} from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('ORG-05, CUS-01, CUS-04 correcting particulars', () => {
  it('shows before and after masked to a second person, and takes effect when he confirms', async () => {
    const personId = await personIdOf(world, 'wu')
    const [manager, head] = await Promise.all([world.as('pm'), world.as('head')])
    const change = await manager(proposePersonChange, {
      params: { personId },
      body: { particulars: { name: '吴惠珍', phone: '13900009999' }, reason: '村委会证明' },
    })
    expect(change.fields).toEqual([
      { field: 'name', title: '姓名', before: '吴惠珠', after: '吴惠珍' },
      { field: 'phone', title: '电话', before: '138****0005', after: '139****9999' },
    ])
    expect((await head(getPerson, { params: { personId } })).name).toBe('吴惠珠')
    expect((await head(listPersonChanges, { query: { state: 'waiting' } })).items.map((one) => one.id)).toContain(
      change.id,
    )
    await expectRefusal(
      manager(confirmPersonChange, { params: { changeId: change.id }, body: {} }),
      'request.not_permitted',
    )
    const done = await head(confirmPersonChange, { params: { changeId: change.id }, body: {} })
    expect(done).toMatchObject({ state: 'confirmed', can: [] })
    const after = await head(findPersons, { body: { q: '13900009999' } })
    expect(after.items).toMatchObject([{ id: personId, name: '吴惠珍' }])
    expect((await head(findPersons, { body: { q: testPeople.wu.phone } })).items).toEqual([])
    expect((await head(findPersons, { body: { q: '惠珍' } })).items.map((one) => one.id)).toEqual([personId])
  })

  it('is refused when nothing changes, and when another person carries the number', async () => {
    const personId = await personIdOf(world, 'zhang')
    const manager = await world.as('pm')
    const propose = (particulars: object) =>
      manager(proposePersonChange, { params: { personId }, body: { particulars, reason: '核对' } })
    await expectRefusal(propose({ name: testPeople.zhang.name }), 'identity.nothing_changed')
    await expectRefusal(propose({ idNumber: testPeople.chen.idNumber }), 'customers.id_number_taken')
    await expectRefusal(propose({ idNumber: '440524194001150017' }), 'customers.id_check_digit')
  })
})
