import { getClaim, previewAssessment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { input, openCase, stay } from '../decision/decisions.fixture.ts'

describe('CLM-09 a trial calculation', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('answers as saving would and leaves nothing behind', async () => {
    const one = await openCase(world, await world.as('service1'), testPeople.chen, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const assessor = await world.as('assessor1')
    const shown = await assessor(previewAssessment, {
      params: { claimId: one.id },
      body: input({ stays: [stay('2026-10-10', '2026-10-14')] }),
    })
    expect(shown).toMatchObject({
      id: null,
      revision: 0,
      outcome: 'pay',
      payableFen: 15000,
      kinds: [{ kind: 'hospital', lines: [{ days: 5, payableFen: 15000 }] }],
    })
    expect(shown.kinds[0]?.lines[0]?.working.join('')).toContain('5 天 × 每天30元 = 150元')
    const refused = await assessor(previewAssessment, {
      params: { claimId: one.id },
      body: input({ stays: [stay('2026-10-10', '2026-10-14', 1)] }),
    })
    expect(refused.kinds[0]?.reasons).toEqual([
      { code: 'hospital.level_too_low', text: '有住院的医院低于二级，也未经认可，不能计入。' },
    ])
    expect((await assessor(getClaim, { params: { claimId: one.id } })).assessment).toBeNull()
    await expectRefusal(
      (await world.as('service1'))(previewAssessment, { params: { claimId: one.id }, body: input() }),
      'request.not_permitted',
    )
  })
})
