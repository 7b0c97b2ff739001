import { deliverLetter, getClaim, proposeDecision, saveAssessment } from '@anpei/contract/claims'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { approve, input, openCase, seen } from '../decision/decisions.fixture.ts'

describe('CLM-08 PRG-02 a transport line that does not apply', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is set aside by the people deciding: no refusal, no paragraph, no reserve; the case is decided', async () => {
    const [service, assessor] = await Promise.all([world.as('service1'), world.as('assessor1')])
    const one = await openCase(world, service, testPeople.chen, {
      accidentOn: '2026-10-10',
      cause: 'traffic',
      kinds: ['death'],
      diedOn: '2026-10-12',
      vehicle: 'undecided',
    })
    const wish = (vehicle: 'private' | 'commercialRoad') =>
      assessor(saveAssessment, {
        params: { claimId: one.id },
        body: input({ deathOn: '2026-10-12', vehicle, vehicleEvidence: '行驶证' }),
      })
    const propose = async (paid: readonly string[]) => {
      const fresh = await seen(assessor, one.id)
      return assessor(proposeDecision, {
        params: { claimId: one.id },
        body: {
          lines: [
            ...paid.map((benefit) => ({
              lineId: fresh.lineOf(benefit),
              outcome: 'pay' as const,
              payableFen: 300_000,
            })),
            { lineId: fresh.lineOf('transport_death'), outcome: 'not_applicable', payableFen: 0 },
          ],
        },
      })
    }
    await wish('commercialRoad')
    await expectRefusal(propose(['death']), 'claim.line_applies')
    await wish('private')
    const made = await propose(['death'])
    expect(made.state).toBe('waiting')
    await approve(world, made.proposalId ?? '', ...['underwriter1', 'head'].slice(0, made.stepsNeeded))

    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page.state).toBe('settling')
    expect(page.lines.find((line) => line.benefit === 'transport_death')).toMatchObject({
      state: 'not_applicable',
      stateWord: '不适用',
      payableFen: 0,
      reserveFen: 0,
      denialReasons: [],
    })
    expect(page.letters.map((letter) => letter.kind)).toEqual(['payment_notice'])
    expect(page.debts.map((debt) => debt.code)).not.toContain('undecided_line')
    await assessor(deliverLetter, {
      params: { letterId: page.letters[0]?.id ?? '' },
      body: { way: 'counter', proof: '家属签收' },
    })
    expect(
      (await assessor(getClaim, { params: { claimId: one.id } })).clocks.map((clock) => clock.clockId),
    ).not.toContain('L03')
  })
})
