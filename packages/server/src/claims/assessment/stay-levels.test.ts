import { previewAssessment, saveAssessment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { input, openCase, stay } from '../decision/decisions.fixture.ts'
import { registered } from '../sweep/sweep.fixture.ts'

describe('CLM-08 CLM-09 the register of hospitals in the calculation', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('gives the level of the admission day; who differs says why, and the working tells both', async () => {
    await registered(world, '示例两英卫生院', 1)
    const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    const accident = { accidentOn: '2026-10-10', cause: 'fall', kinds: ['hospital'] } as const
    const claim = await openCase(world, service, testPeople.chen, { ...accident, kinds: ['hospital'] }, 'simple')
    const params = { claimId: claim.id }
    const one = { ...stay('2026-10-10', '2026-10-14', null), hospital: '示例两英卫生院' }
    const low = await assessor(previewAssessment, { params, body: input({ stays: [one] }) })
    expect(low).toMatchObject({ outcome: 'refuse', input: { stays: [{ hospitalLevel: 1, register: { level: 1 } }] } })
    const higher = { ...one, hospitalLevel: 2 as const }
    await expectRefusal(
      assessor(saveAssessment, { params, body: input({ stays: [higher] }) }),
      'claim.hospital_level_differs',
    )
    const nobody = { ...one, hospitalId: claim.id }
    await expectRefusal(
      assessor(saveAssessment, { params, body: input({ stays: [nobody] }) }),
      'claim.hospital_unknown',
    )
    const made = await assessor(saveAssessment, {
      params,
      body: input({ stays: [{ ...higher, levelReason: '卫健局批文，已升为二级' }] }),
    })
    expect(made.payableFen).toBe(15000)
    const told = made.kinds.flatMap((kind) => kind.lines.flatMap((line) => line.working))
    expect(told.join()).toContain('示例两英卫生院在入院日2026年10月10日为一级；经办人不采用，原因：卫健局批文')
  })
})
