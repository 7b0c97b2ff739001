import { dayNumber } from '@anpei/domain/kernel'
import { describe, expect, it } from 'vitest'
import injuries from '../../../../config/injuries/icd10-zh.json' with { type: 'json' }
import { synthClaims } from './index.ts'
import type { SynthClaim } from './index.ts'

const OPTIONS = { people: 1_000_000, seed: 1, from: '2024-10-01', to: '2026-09-30' }
const CLAIMS = synthClaims(OPTIONS)
const PAID = CLAIMS.filter((claim) => claim.hint.expect === 'pay')

function share(is: (claim: SynthClaim) => boolean): number {
  return CLAIMS.filter(is).length / CLAIMS.length
}

describe('FND-02 made-up claim histories (rates of LAW.md §4)', () => {
  it('is the same for the same seed', () => {
    const few = { ...OPTIONS, people: 20_000 }
    expect(synthClaims(few)).toEqual(synthClaims(few))
    expect(synthClaims(few)).not.toEqual(synthClaims({ ...few, seed: 2 }))
  })

  it('counts about 1.15 claims a year for a hundred heads', () => {
    const perHeadAndYear = CLAIMS.length / OPTIONS.people / 2
    expect(perHeadAndYear).toBeGreaterThan(0.0111)
    expect(perHeadAndYear).toBeLessThan(0.0119)
  })

  it('pays ¥1,300–1,400 on average where it pays', () => {
    const meanFen = Number(PAID.reduce((sum, claim) => sum + claim.hint.estimateFen, 0n)) / PAID.length
    expect(meanFen).toBeGreaterThan(130_000)
    expect(meanFen).toBeLessThan(140_000)
    expect(PAID.every((claim) => claim.hint.estimateFen > 0n)).toBe(true)
    expect(CLAIMS.every((claim) => claim.hint.expect === 'pay' || claim.hint.estimateFen === 0n)).toBe(true)
  })

  it('is mostly falls, mostly hospital, mostly plain', () => {
    expect(share((claim) => claim.accident.cause === 'fall')).toBeGreaterThan(0.6)
    expect(share((claim) => claim.kind === 'hospital')).toBeCloseTo(0.82, 1)
    expect(share((claim) => claim.hint.expect === 'pay')).toBeCloseTo(0.95, 1)
    const reasons = new Set(CLAIMS.map((claim) => claim.hint.reason))
    expect(reasons).toEqual(
      new Set([
        null,
        'sudden_death',
        'drunk',
        'fight',
        'hospital_level',
        'partly_disease',
        'death_late',
        'assessed_late',
      ]),
    )
    expect(new Set(CLAIMS.map((claim) => claim.vehicle)).size).toBe(6)
  })

  it('has its peak in winter', () => {
    const inMonths = (...months: string[]): number => share((claim) => months.includes(claim.accidentOn.slice(5, 7)))
    expect(inMonths('12', '01', '02')).toBeGreaterThan(inMonths('06', '07', '08') * 1.2)
  })

  it('contradicts itself nowhere', () => {
    const codes = new Set(injuries.items.map((item) => item.code))
    for (const claim of CLAIMS) {
      const days = [claim.accidentOn, ...claim.stays.flatMap((stay) => [stay.admittedOn, stay.dischargedOn])]
      if (claim.deathOn !== null) days.push(claim.deathOn)
      expect(days).toEqual([...days].sort())
      expect(claim.accidentOn >= OPTIONS.from && claim.accidentOn <= OPTIONS.to).toBe(true)
      expect(claim.reportedOn >= (claim.deathOn ?? claim.accidentOn)).toBe(true)
      expect((claim.kind === 'death') === (claim.deathOn !== null)).toBe(true)
      expect((claim.kind === 'disability') === claim.disabilities.length > 0).toBe(true)
      expect(codes.has(claim.accident.causeCode) && codes.has(claim.accident.injuryCode)).toBe(true)
      const late = claim.disabilities.some((one) => dayNumber(one.assessedOn) - dayNumber(claim.accidentOn) > 180)
      expect(late).toBe(claim.hint.reason === 'assessed_late')
    }
  })

  it('meets the older more often when birthdays are known', () => {
    const birthOn = (index: number): string => (index % 2 === 0 ? '1964-01-01' : '1934-01-01')
    const claims = synthClaims({ ...OPTIONS, people: 200_000, birthOn })
    const old = claims.filter((claim) => claim.personIndex % 2 === 1).length
    expect(old / claims.length).toBeGreaterThan(0.65)
  })

  it('gives nothing for nobody', () => {
    expect(synthClaims({ ...OPTIONS, people: 0 })).toEqual([])
  })
})
