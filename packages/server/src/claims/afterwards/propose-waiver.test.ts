import { checkRecoveryEntry, proposeWaiver } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { overpaidCase, paidFenOf } from './recoveries.fixture.ts'

describe('CLM-16 what is owed may be let go', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('for a reason, by another person who may, and stays with the family', async () => {
    const { one, recovery } = await overpaidCase(world, testPeople.chen)
    const head = await world.as('head')
    const waive = (amountFen: number) =>
      head(proposeWaiver, { params: { recoveryId: recovery.id }, body: { amountFen, reason: '低保户，住院花光积蓄' } })
    await expectRefusal(waive(6001), 'recovery.more_than_owed')
    const [entry] = (await waive(6000)).entries
    expect(entry).toMatchObject({ kind: 'waiver', note: '低保户，住院花光积蓄', can: [] })
    const check = async (login: string) =>
      (await world.as(login))(checkRecoveryEntry, {
        params: { entryId: entry?.id ?? '' },
        body: { outcome: 'confirm' },
      })
    await expectRefusal(check('head'), 'recovery.own_entry')
    await expectRefusal(check('finance1'), 'recovery.waiver_not_permitted')
    expect(await check('finhead')).toMatchObject({ state: 'settled', waivedFen: 6000, owedFen: 0 })
    expect(await paidFenOf(world, one)).toBe(15_000)
  })
})
