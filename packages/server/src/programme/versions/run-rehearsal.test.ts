import { editVersion, getVersion, rehearseVersion } from '@anpei/contract/programme'
import type { PastClaim } from '@anpei/domain/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../testing/index.ts'
import { openWorld } from '../programme.fixture.ts'
import { runRehearsal } from './run-rehearsal.ts'
import { definitionOf, newDraft } from '../../testing/versions.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const past = (ref: string, admittedOn: string, dischargedOn: string): PastClaim => ({
  ref,
  personRef: `person of ${ref}`,
  asked: {
    kind: 'hospital',
    accidentOn: admittedOn,
    cover: [{ from: '2025-10-01', to: null }],
    birthOn: null,
    vehicle: 'none',
    deathOn: null,
    exclusions: [],
    accidentTest: {},
    stays: [{ admittedOn, dischargedOn, hospitalLevel: 2, recognised: false }],
    disabilities: null,
    expenses: [],
    history: { allowanceDays: [], disabilityPaidFen: 0n, medicalPaidFen: 0n },
  },
})

describe('PRG-08 the rehearsal', () => {
  it('names each past case whose sum changes, the cost and the loss ratio', async () => {
    const manager = await world.as('pm')
    const draft = await newDraft(world, '2027-10-01')
    const definition = definitionOf(draft, (copy) => {
      copy['benefits'] = (Array.isArray(copy['benefits']) ? copy['benefits'] : []).map(
        (one: Record<string, unknown>) =>
          one['code'] === 'hospital_allowance' ? { ...one, perDayFen: 4000, maxFenPerYear: 720_000 } : one,
      )
    })
    const params = { versionId: draft.id }
    await manager(editVersion, { params, body: { definition, reason: '津贴 40 元' } })
    const { rehearsal } = await manager(rehearseVersion, { params })
    await runRehearsal(
      world.app,
      async () => [past('A', '2026-01-01', '2026-01-10'), past('B', '2026-02-01', '2026-02-01')],
      { tenantId: 1, versionId: draft.id, taskId: rehearsal?.task.id ?? '' },
    )
    const done = (await manager(getVersion, { params })).rehearsal
    // 10 days and 1 day, at 30 and at 40 yuan.
    expect(done?.result).toMatchObject({
      claims: 2,
      peopleAffected: 2,
      beforeFen: 33_000,
      afterFen: 44_000,
      changedCount: 2,
    })
    expect(done?.result?.changed).toMatchObject([
      { ref: 'A', beforeFen: 30_000, afterFen: 40_000 },
      { ref: 'B', beforeFen: 3_000, afterFen: 4_000 },
    ])
  })
})
