import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import { caseFromDoor } from './door-case.ts'
import { parseProgrammeVersion } from './parse-version.ts'
import { rehearse } from './rehearse.ts'
import type { PastClaim } from './rehearse.ts'

const parsed = parseProgrammeVersion(chaonan)
if (!parsed.ok) throw new Error('the shipped version must be readable')
const version = parsed.value

function claim(ref: string, personRef: string, dischargedOn: string): PastClaim {
  const reading = caseFromDoor({
    programme: 'chaonan',
    accidentOn: '2026-03-01',
    cover: [{ from: '2025-10-01', to: '2026-09-30' }],
    kind: 'hospital',
    vehicle: 'none',
    stays: [{ admittedOn: '2026-03-01', dischargedOn, hospitalLevel: 2 }],
  })
  if (!reading.ok) throw new Error('the case must be readable')
  return { ref, personRef, asked: reading.asked }
}

describe('PRG-08 rehearsal before publishing', () => {
  const claims = [claim('A1', 'p1', '2026-03-10'), claim('A2', 'p1', '2026-04-09'), claim('A3', 'p2', '2026-04-19')]
  test('each changed claim, people affected, cost, loss ratio and promises', () => {
    const after = {
      ...version,
      benefits: version.benefits.map((one) => (one.kind === 'perDiem' ? { ...one, maxDaysPerStay: 30 } : one)),
      promises: version.promises.filter((promise) => promise.code !== 'T15'),
    }
    const told = rehearse(claims, version, after, new Map())
    expect(told).toMatchObject({ claims: 3, peopleAffected: 2, beforeFen: 300_000n, afterFen: 210_000n })
    expect(told.changed.map((one) => [one.ref, one.beforeFen, one.afterFen])).toEqual([
      ['A2', 120_000n, 90_000n],
      ['A3', 150_000n, 90_000n],
    ])
    expect([told.lossRatioBeforeBps, told.lossRatioAfterBps]).toEqual([13, 9])
    expect(told.changedPromises).toEqual(['材料齐全后审核：3 个工作日 → 没有承诺（变差）'])
  })
  test('claims of two policy years stand against the premium of two', () => {
    const [first] = claims
    if (!first) throw new Error('no claim')
    const later = { ...first, ref: 'A4', asked: { ...first.asked, accidentOn: '2025-09-01' } }
    expect(rehearse([first], version, version, new Map())).toMatchObject({ policyYears: 1, lossRatioBeforeBps: 1 })
    expect(rehearse([first, later], version, version, new Map())).toMatchObject({ policyYears: 2 })
  })
  test('the same rules change nothing; without premium there is no ratio', () => {
    const free = { ...version, premium: { ...version.premium, plannedHeads: 0 } }
    expect(rehearse(claims, version, free, new Map())).toMatchObject({
      changed: [],
      peopleAffected: 0,
      changedPromises: [],
      lossRatioAfterBps: null,
    })
  })
})
