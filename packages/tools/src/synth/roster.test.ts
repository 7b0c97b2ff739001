import { parseIdNumber, parsePhone } from '@anpei/domain/customers'
import { ageOn } from '@anpei/domain/kernel'
import { describe, expect, it } from 'vitest'
import divisions from '../../../../config/divisions/chaonan.json' with { type: 'json' }
import { FAULT_KINDS, isThere } from './faults.ts'
import type { RosterRow } from './index.ts'
import { synthRoster } from './index.ts'

const OPTIONS = { people: 20_000, seed: 1, asOf: '2025-10-01', errors: 0 }
const ROWS = [...synthRoster(OPTIONS)]

function share(rows: readonly RosterRow[], is: (row: RosterRow) => boolean): number {
  return rows.filter(is).length / rows.length
}

function age(row: RosterRow): number {
  const id = parseIdNumber(row.idNumber)
  return id.ok ? ageOn(id.value.birthOn, OPTIONS.asOf) : -1
}

describe('PRG-05 made-up roster', () => {
  it('is the same for the same seed and another for another', () => {
    const few = { ...OPTIONS, people: 500, errors: 20 }
    expect([...synthRoster(few)]).toEqual([...synthRoster(few)])
    expect([...synthRoster(few)]).not.toEqual([...synthRoster({ ...few, seed: 2 })])
  })

  it('has exactly as many people as asked for, each with a valid number of their own', () => {
    expect(ROWS).toHaveLength(20_000)
    expect(new Set(ROWS.map((row) => row.idNumber)).size).toBe(20_000)
    for (const row of ROWS) {
      const id = parseIdNumber(row.idNumber)
      expect(id).toMatchObject({ ok: true, value: { sex: row.sex === '男' ? 'male' : 'female' } })
    }
  })

  it('tells whom a claim can be made for: the demo died of a spoilt row in a small roster', () => {
    const few = [...synthRoster({ ...OPTIONS, people: 60, errors: 24 })]
    const there = few.filter(isThere)
    expect(there.length).toBeGreaterThan(40)
    expect(there.length).toBeLessThan(few.length)
    expect(there.filter((row) => row.name === '' || !parseIdNumber(row.idNumber).ok)).toEqual([])
  })

  it('is aged 60 to 105 with fewer the older, and more women among the old', () => {
    const ages = ROWS.map(age)
    expect([Math.min(...ages), Math.max(...ages) <= 105]).toEqual([60, true])
    const decades = [60, 70, 80, 90].map((from) => ages.filter((one) => one >= from && one < from + 10).length)
    expect(decades).toEqual([...decades].sort((a, b) => b - a))
    expect(
      share(
        ROWS.filter((row) => age(row) < 65),
        (row) => row.sex === '女',
      ),
    ).toBeCloseTo(0.5, 1)
    expect(
      share(
        ROWS.filter((row) => age(row) >= 80),
        (row) => row.sex === '女',
      ),
    ).toBeGreaterThan(0.58)
  })

  it('mostly carries the numbers of the old county, some of the later ones, a few from elsewhere', () => {
    const withPrefix = (prefix: string): number => share(ROWS, (row) => row.idNumber.startsWith(prefix))
    expect(withPrefix('440524')).toBeGreaterThan(0.9)
    expect(withPrefix('440582')).toBeGreaterThan(0.03)
    expect(withPrefix('440514')).toBeGreaterThan(0.005)
    expect(share(ROWS, (row) => !row.idNumber.startsWith('4405'))).toBeGreaterThan(0.005)
  })

  it('lives in the real villages, unequal in size', () => {
    const real = new Map(divisions.streets.flatMap((street) => street.villages.map((one) => [one.code12, street.name])))
    const sizes = new Map<string, number>()
    for (const row of ROWS) {
      expect(real.get(row.villageCode)).toBe(row.street)
      expect(row.address).toContain(row.street + row.village)
      sizes.set(row.villageCode, (sizes.get(row.villageCode) ?? 0) + 1)
    }
    expect(sizes.size).toBe(232)
    expect(Math.max(...sizes.values()) / Math.min(...sizes.values())).toBeGreaterThan(8)
  })

  it('gives a mobile for most, some landlines, none for a fifth; families share', () => {
    const kinds = ROWS.map((row) => {
      const phone = parsePhone(row.phone)
      return phone.ok ? phone.value.kind : phone.code
    })
    const shareOf = (kind: string): number => kinds.filter((one) => one === kind).length / kinds.length
    expect(shareOf('mobile')).toBeCloseTo(0.68, 1)
    expect(shareOf('landline')).toBeCloseTo(0.1, 1)
    expect(shareOf('customers.phone_missing')).toBeCloseTo(0.22, 1)
    expect(kinds).not.toContain('customers.phone_invalid')
    const given = ROWS.filter((row) => row.phone !== '')
    expect(new Set(given.map((row) => row.phone)).size).toBeLessThan(given.length * 0.95)
  })

  it('is registered but for a few who died or moved away, each with a day', () => {
    expect(share(ROWS, (row) => row.status === '在册')).toBeGreaterThan(0.98)
    for (const status of ['死亡', '迁出']) {
      const some = ROWS.filter((row) => row.status === status)
      expect(some.length).toBeGreaterThan(50)
      expect(some.every((row) => row.statusOn !== '' && row.statusOn < OPTIONS.asOf)).toBe(true)
    }
    expect(ROWS.every((row) => row.movedInOn <= OPTIONS.asOf)).toBe(true)
  })

  it('mixes in the faults asked for, without touching the good people', () => {
    const rows = [...synthRoster({ ...OPTIONS, people: 800, errors: FAULT_KINDS.length * 2 })]
    const good = [...synthRoster({ ...OPTIONS, people: 800 })]
    const goodNumbers = new Set(good.map((row) => row.idNumber))
    const codes = new Map<string, number>()
    const count = (what: string): void => void codes.set(what, (codes.get(what) ?? 0) + 1)
    expect(rows).toHaveLength(800 + FAULT_KINDS.length * 2)
    for (const row of rows) {
      const id = parseIdNumber(row.idNumber)
      if (!id.ok) count(id.code)
      else if (row.idNumber.length === 15) count('old')
      else if (row.name === '') count('noName')
      else if (row.villageCode === '440514999999') count('village')
      else if ((id.value.sex === 'male') !== (row.sex === '男')) count('sex')
      else count(goodNumbers.has(row.idNumber) ? 'good' : 'unknown')
    }
    expect(Object.fromEntries(codes)).toEqual({
      good: 804,
      'customers.id_check_digit': 2,
      'customers.id_birthday': 2,
      old: 2,
      noName: 2,
      village: 2,
      sex: 2,
    })
  })
})
