import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCareTable, steerCare, type CareSteering } from './care-steering.ts'
import { CARE_MARKS, type CareMark } from './words.ts'

const data: unknown = JSON.parse(readFileSync(new URL('../../../../config/care.json', import.meta.url), 'utf8'))
const table = (() => {
  const parsed = parseCareTable(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
})()
const marks = Object.keys(CARE_MARKS).filter((mark): mark is CareMark => mark in CARE_MARKS)

describe('CUS-04 care marks steer how somebody is served', () => {
  it.each<[string, number, CareMark[], Partial<CareSteering>]>([
    ['nothing known', 45, [], { elder: false, rank: 5, adviserDue: false, contactDays: null, hints: [], first: [] }],
    ['60 is an elder', 60, [], { elder: true, adviserDue: true, largeType: false, phoneFirst: false, contactDays: 7 }],
    ['59 is none', 59, [], { elder: false, adviserDue: false }],
    ['who sees badly', 45, ['eyesight'], { largeType: true, phoneFirst: true }],
    ['no smartphone', 45, ['no_smartphone'], { never: ['wechat', 'email'], first: [] }],
    ['an elder who hears badly', 70, ['hearing'], { first: ['sms'], last: ['voice'], phoneFirst: false }],
    ['cannot read', 45, ['cannot_read'], { first: ['voice'], last: ['sms', 'wechat', 'email'], phoneFirst: true }],
    ['cannot walk', 45, ['mobility'], { homeVisit: true, rank: 2, adviserDue: false }],
    ['seriously ill', 45, ['serious_illness'], { adviserDue: true, contactDays: 3, rank: 1 }],
  ])('%s', (_, age, known, expected) => {
    expect(steerCare(table, { age, marks: known })).toMatchObject(expected)
  })

  it('never touches a due time, and VIP changes only who is asked first and whether somebody is named', () => {
    const fields = Object.keys(steerCare(table, { age: 70, marks }))
    expect(fields.filter((field) => /due(At|On)|limit|hour|minute|clock|deadline/i.test(field))).toEqual([])
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 110 }),
        fc.subarray(marks.filter((mark) => mark !== 'vip')),
        (age, some) => {
          const plain = steerCare(table, { age, marks: some })
          const { rank, adviserDue, hints, ...rest } = steerCare(table, { age, marks: [...some, 'vip'] })
          const { rank: plainRank, adviserDue: plainAdviser, hints: plainHints, ...plainRest } = plain
          expect(rest).toEqual(plainRest)
          expect(rank).toBeLessThanOrEqual(plainRank)
          expect(adviserDue || !plainAdviser).toBe(true)
          expect(hints).toEqual(expect.arrayContaining([...plainHints]))
          // Whoever is old or ill never waits behind a VIP.
          if (plain.elder) expect(plainRank).toBeLessThan(steerCare(table, { age: 45, marks: ['vip'] }).rank)
        },
      ),
    )
  })

  it.each([
    ['a due time', { vip: { rank: 4, hints: ['x'], dueDays: 1 } }],
    ['a channel nobody knows', { dialect: { rank: 4, first: ['fax'], hints: ['x'] } }],
    ['VIP before the ill', { vip: { rank: 1, hints: ['x'] } }],
    ['a mark nobody knows', { rich: { rank: 4, hints: ['x'] } }],
    ['no hint', { dialect: { rank: 4, hints: [] } }],
  ])('refuses a table with %s', (_, changed) => {
    const whole = typeof data === 'object' && data !== null ? { ...data } : {}
    const parsed = parseCareTable({ ...whole, marks: { ...table.marks, ...changed } })
    expect(parsed).toMatchObject({ ok: false, code: 'customers.care_table_malformed' })
  })
})
