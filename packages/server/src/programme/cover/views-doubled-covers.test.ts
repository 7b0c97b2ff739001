import { compareForMerge, findPersons, mergePersons, undoMerge } from '@anpei/contract/customers'
import { listDoubledCovers } from '@anpei/contract/programme'
import { parseIdNumber } from '@anpei/domain/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPerson } from '../../customers/index.ts'
import { systemWrite } from '../../http/index.ts'
import { expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf, testPeople } from '../programme.fixture.ts'
import { saveMember } from './store-cover.ts'

describe('CUS-01, PRG-06 one person with two covers of one programme', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is said before the merge, listed for the roster after it, and gone when the merge is undone', async () => {
    const { chen } = testPeople
    const idNumber = '440524194601150011'
    const parsed = parseIdNumber(idNumber)
    if (!parsed.ok) throw new Error(parsed.code)
    const { birthOn, sex } = parsed.value
    const { id: programmeId } = await programmeOf(world)
    const mergedId = await systemWrite(world.app, systemActor(1, 'test'), async (tx) => {
      const told = { name: chen.name, birthOn, sex, idNumber, phone: null, address: null, villageCode: chen.village }
      const personId = await insertPerson(tx.db, 1, tx.vault, tx.now, told)
      const villageCode = chen.village
      await saveMember(tx.db, 1, tx.now, {
        programmeId,
        personId,
        birthOn,
        villageCode,
        residence: [{ status: 'resident', from: '2026-01-15', to: null }],
      })
      return personId
    })
    const [head, pm] = [await world.as('head'), await world.as('pm')]
    const personId = (await head(findPersons, { body: { q: chen.idNumber } })).items[0]?.id ?? ''
    const compared = await head(compareForMerge, { params: { personId, mergedId } })
    expect(compared.doubledCovers).toMatchObject([
      { survivor: { fromOn: '2025-10-01', toOn: null }, merged: { fromOn: '2026-02-01', toOn: null } },
    ])
    const listed = async (who = pm) => (await who(listDoubledCovers, { query: {} })).items
    expect(await listed()).toEqual([])
    const merge = (seen: typeof compared.differences) =>
      head(mergePersons, { params: { personId }, body: { mergedId, reason: '一份把年份抄错了', seen } })
    await expectRefusal(merge(compared.differences.filter((one) => one !== 'double_cover')), 'customers.merge_differs')
    const { merges } = await merge(compared.differences)
    expect(await listed()).toMatchObject([{ personId, mergedId, fromOn: '2026-02-01', name: chen.name }])
    await head(undoMerge, { params: { mergeId: merges[0]?.id ?? '' }, body: { reason: '查明是两个人' } })
    expect(await listed()).toEqual([])
  })
})
