import { cancelAbsence, listAbsences, recordAbsence } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../testing/index.ts'
import { openOffice } from './staff-world.fixture.ts'

describe('ORG-07 an absence taken back', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('counts no more, stays in the list, and frees the days', async () => {
    const office = await openOffice(world)
    const body = { userId: await office.idOf('assessor1'), fromOn: '2026-11-23', toOn: '2026-11-24', reason: '病假' }
    const { id } = await office.admin(recordAbsence, { body })
    await office.admin(cancelAbsence, { params: { id } })
    expect((await office.admin(listAbsences, {})).items).toEqual([])
    expect((await office.admin(listAbsences, { query: { which: 'all' } })).items).toMatchObject([
      { id, cancelled: true, standIn: null },
    ])
    await expectRefusal(office.admin(cancelAbsence, { params: { id } }), 'request.not_found')
    await expect(office.admin(recordAbsence, { body })).resolves.toMatchObject({ standIn: { name: '吴泽伟' } })
  })
})
