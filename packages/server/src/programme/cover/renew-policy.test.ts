import { listProgrammes, renewPolicy } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { openWorld, programmeOf } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-07, PRG-06 renewing the programme', () => {
  it('makes the policy of the next policy year under the version in force, once', async () => {
    const head = await world.as('head')
    const { id: programmeId } = await programmeOf(world)
    const params = { programmeId }
    const body = { holderName: '汕头市潮南区民政局（演示）', holderPhone: '0754-80000100', plannedHeads: 216_000 }
    await expectRefusal((await world.as('pm'))(renewPolicy, { params, body }), 'request.not_permitted')
    const made = await head(renewPolicy, { params, body })
    expect(made).toMatchObject({
      policyNo: 'CHAONAN-2027',
      fromOn: '2027-10-01',
      toOn: '2028-09-30',
      premiumPerHeadFen: 1000,
      plannedHeads: 216_000,
      plannedFen: 216_000_000,
      versionNo: 2,
    })
    await expectRefusal(head(renewPolicy, { params, body }), 'programme.renewed_already')
    const { programmes } = await head(listProgrammes, {})
    expect(programmes[0]?.policies.map((one) => one.policyNo)).toEqual(['CHAONAN-2025', 'CHAONAN-2026', 'CHAONAN-2027'])
  })

  it('is refused while no version is in force on its first day', async () => {
    const other = await openWorld()
    try {
      await arrange(other, `update programme_version set effective_before = '2027-10-01' where version_no = 2`)
      const { id: programmeId } = await programmeOf(other)
      const body = { holderName: '民政局', plannedHeads: 1 }
      const head = await other.as('head')
      await expectRefusal(head(renewPolicy, { params: { programmeId }, body }), 'programme.no_version_for_year')
    } finally {
      await other.close()
    }
  })
})
