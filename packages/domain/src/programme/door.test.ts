import { describe, expect, test } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import next from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import jrt0083 from '../../../../config/standards/jrt0083.json' with { type: 'json' }
import { adjudicateDoorCase, answerDoorCase } from './door.ts'
import { parseProgrammeVersion } from './parse-version.ts'
import { parseStandard } from './standard.ts'

const first = parseProgrammeVersion(chaonan)
const second = parseProgrammeVersion(next)
const read = parseStandard(jrt0083)
if (!first.ok || !second.ok || !read.ok) throw new Error('the shipped configuration must be readable')
const programmes = new Map([['chaonan', [first.value, second.value]]])
const standards = new Map([[read.value.id, read.value]])
const answer = (input: unknown) => answerDoorCase(input, programmes, standards)

const DEATH = {
  name: 'death',
  programme: 'chaonan',
  accidentOn: '2026-03-01',
  cover: [{ from: '2025-10-01', to: '2026-09-30' }],
  kind: 'death',
  vehicle: 'none',
  deathOn: '2026-03-02',
}
const STAY = { admittedOn: '2026-03-01', dischargedOn: '2026-03-02', hospitalLevel: 2 }
const HOSPITAL = { ...DEATH, kind: 'hospital', deathOn: null, stays: [STAY] }
const PLACE = { grade: 8, part: 'hand', assessedOn: '2026-04-01' }
const DISABILITY = { ...DEATH, kind: 'disability', deathOn: null, disabilities: [PLACE] }

describe('CLM-08 what the door cannot read is manual, with reasons, never a crash', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['a number', 5, ['input.not_readable']],
    ['null', null, ['input.not_readable']],
    ['a list', [], ['input.not_readable']],
    ['an empty object', {}, ['input.field_missing']],
    ['30 February', { ...DEATH, accidentOn: '2026-02-30' }, ['input.date_invalid']],
    ['a day with time', { ...DEATH, deathOn: '2026-03-02T00:00:00Z' }, ['input.date_invalid']],
    ['a number for a day', { ...DEATH, accidentOn: 20260301 }, ['input.date_invalid']],
    ['an unknown kind', { ...DEATH, kind: 'dental' }, ['input.kind_unknown']],
    ['an unknown vehicle', { ...DEATH, vehicle: 'rickshaw' }, ['input.vehicle_unknown']],
    ['a death without vehicle', { ...DEATH, vehicle: undefined }, ['input.field_missing']],
    ['an unknown programme', { ...DEATH, programme: 'mars' }, ['input.programme_unknown']],
    ['no programme', { ...DEATH, programme: undefined }, ['input.programme_unknown']],
    ['no cover said', { ...DEATH, cover: undefined }, ['input.field_missing']],
    ['cover without end', { ...DEATH, cover: [{ from: '2025-10-01' }] }, ['input.field_missing']],
    ['cover is text', { ...DEATH, cover: 'yes' }, ['input.field_invalid']],
    ['cover of numbers', { ...DEATH, cover: [1] }, ['input.field_invalid']],
    [
      'more spans than the limit',
      { ...DEATH, cover: Array.from({ length: 1001 }, () => DEATH.cover[0]) },
      ['input.field_invalid'],
    ],
    ['exclusions is text', { ...DEATH, exclusions: 'drunk' }, ['input.field_invalid']],
    ['exclusion is a number', { ...DEATH, exclusions: [1] }, ['input.field_invalid']],
    ['accident test is a list', { ...DEATH, accidentTest: [true] }, ['input.field_invalid']],
    ['a misspelt question', { ...DEATH, accidentTest: { suden: false } }, ['input.field_invalid']],
    ['a strange answer', { ...DEATH, accidentTest: { sudden: 'maybe' } }, ['input.accident_answer_unknown']],
    ['level 4', { ...HOSPITAL, stays: [{ ...STAY, hospitalLevel: 4 }] }, ['input.field_invalid']],
    ['no level', { ...HOSPITAL, stays: [{ ...STAY, hospitalLevel: null }] }, ['input.hospital_level_unknown']],
    ['recognised "yes"', { ...HOSPITAL, stays: [{ ...STAY, recognised: 'yes' }] }, ['input.field_invalid']],
    ['still in hospital', { ...HOSPITAL, stays: [{ ...STAY, dischargedOn: null }] }, ['input.field_missing']],
    ['no stays said', { ...HOSPITAL, stays: undefined }, ['input.field_missing']],
    ['grade 11', { ...DISABILITY, disabilities: [{ ...PLACE, grade: 11 }] }, ['input.field_invalid']],
    ['no part', { ...DISABILITY, disabilities: [{ ...PLACE, part: undefined }] }, ['input.field_missing']],
    ['part is a number', { ...DISABILITY, disabilities: [{ ...PLACE, part: 3 }] }, ['input.field_invalid']],
    ['item is a number', { ...DISABILITY, disabilities: [{ ...PLACE, item: 7 }] }, ['input.field_invalid']],
    ['history is text', { ...HOSPITAL, history: 'none' }, ['input.field_invalid']],
    ['paid is negative', { ...DEATH, history: { disabilityPaidFen: -1 } }, ['input.field_invalid']],
    ['paid is a fraction', { ...DEATH, history: { disabilityPaidFen: 0.5 } }, ['input.field_invalid']],
  ])('%s', (_, input, reasons) => {
    expect(answer(input)).toMatchObject({ outcome: 'manual', payableFen: 0, lines: [], reasons })
  })
})

describe('CLM-09 the answer of the door', () => {
  test('left-out optional fields speak against nothing', () => {
    expect(answer(DEATH)).toMatchObject({
      name: 'death',
      outcome: 'pay',
      payableFen: 300000,
      lines: [{ benefit: 'death', payableFen: 300000 }],
      reasons: [],
    })
  })
  test('null is the same as left out', () => {
    const names = ['birthOn', 'exclusions', 'accidentTest', 'stays', 'disabilities', 'history']
    const nulls = Object.fromEntries(names.map((name) => [name, null]))
    expect(answer({ ...DEATH, ...nulls })).toEqual(answer(DEATH))
  })
  test('answers true, false and "partly" are yes, no and partly', () => {
    const all = { external: true, sudden: true, unintended: true, nonDisease: true }
    expect(answer({ ...DEATH, accidentTest: all }).outcome).toBe('pay')
    expect(answer({ ...DEATH, accidentTest: { ...all, nonDisease: false } }).outcome).toBe('refuse')
    expect(answer({ ...DEATH, accidentTest: { ...all, nonDisease: 'partly' } }).outcome).toBe('manual')
  })
  test('days and percent stand on the lines that have them', () => {
    expect(answer(HOSPITAL).lines).toEqual([{ benefit: 'hospital_allowance', payableFen: 6000, days: 2 }])
    expect(answer(DISABILITY).lines).toEqual([{ benefit: 'disability', payableFen: 90000, percent: 30 }])
  })
  test('a hospital case needs no vehicle', () => {
    expect(answer({ ...HOSPITAL, vehicle: undefined }).outcome).toBe('pay')
  })
  test('the working ends with the sum, or with who decides', () => {
    expect(answer(DEATH).working.at(-1)).toBe('合计应付3,000元。')
    expect(answer({ ...DEATH, exclusions: ['drunk'] }).working.at(-1)).toContain('由人决定')
    expect(answer({ ...DEATH, exclusions: ['crime'] }).working.at(-1)).toContain('人工')
  })
})

describe('PRG-01 the version in force on the accident date judges', () => {
  const covered = { ...DEATH, cover: [{ from: '2020-01-01', to: '2030-12-31' }] }
  test.each([
    ['2025-10-01', '2025-10-01'],
    ['2026-09-30', '2025-10-01'],
    ['2026-10-01', '2026-10-01'],
    ['2029-05-05', '2026-10-01'],
  ])('accident on %s → version %s', (accidentOn, version) => {
    const input = { ...covered, accidentOn, deathOn: accidentOn }
    expect(adjudicateDoorCase(input, programmes, standards)).toMatchObject({ outcome: 'pay', version })
  })
  test('before the first version the earliest judges and says so', () => {
    const input = { ...covered, accidentOn: '2024-05-05', deathOn: '2024-05-05' }
    expect(adjudicateDoorCase(input, programmes, standards)).toMatchObject({ outcome: 'pay', version: '2025-10-01' })
    expect(answer(input).working[0]).toContain('最早的版本')
  })
  test('after the last version a person judges', () => {
    const ended = new Map([['chaonan', [first.value]]])
    const input = { ...covered, accidentOn: '2027-05-05', deathOn: '2027-05-05' }
    expect(answerDoorCase(input, ended, standards).reasons).toEqual(['input.no_version_in_force'])
  })
})
