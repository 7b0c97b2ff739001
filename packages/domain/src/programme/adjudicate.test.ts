import { describe, expect, test } from 'vitest'
import { parseProgrammeVersion } from './parse-version.ts'
import { parseStandard } from './standard.ts'
import chaonan from '../../../../config/programmes/chaonan/2025-10-01.json' with { type: 'json' }
import jrt0083 from '../../../../config/standards/jrt0083.json' with { type: 'json' }
import { adjudicate } from './adjudicate.ts'
import type { AdjudicationCase } from './case.ts'
import { workingSentences } from './wording.ts'

const parsed = parseProgrammeVersion(chaonan)
const read = parseStandard(jrt0083)
if (!parsed.ok || !read.ok) throw new Error('the shipped configuration must be readable')
const version = parsed.value
const standards = new Map([[read.value.id, read.value]])

const COVER = [{ from: '2025-10-01', to: '2026-09-30' }]
const NO_HISTORY = { allowanceDays: [], disabilityPaidFen: 0n, medicalPaidFen: 0n }
const NOTHING: AdjudicationCase = {
  kind: 'hospital',
  accidentOn: '2026-03-01',
  cover: COVER,
  birthOn: null,
  vehicle: 'none',
  deathOn: null,
  exclusions: [],
  accidentTest: {},
  stays: null,
  disabilities: null,
  expenses: [],
  history: NO_HISTORY,
}
const DEATH: AdjudicationCase = { ...NOTHING, kind: 'death', deathOn: '2026-03-11' }
const STAY = { admittedOn: '2026-03-01', dischargedOn: '2026-03-10', hospitalLevel: 2, recognised: false } as const
const HOSPITAL: AdjudicationCase = { ...NOTHING, stays: [STAY] }
const PLACE = { item: '7.3-09', grade: null, part: 'both hands', nature: null, assessedOn: '2026-06-01' }
const DISABILITY: AdjudicationCase = { ...NOTHING, kind: 'disability', disabilities: [PLACE] }

type Expected = readonly [outcome: string, payableFen: number, reasons: readonly string[]]

function judge(asked: AdjudicationCase): Expected {
  const answer = adjudicate(asked, version, standards)
  const sum = answer.lines.reduce((total, line) => total + line.payableFen, 0n)
  expect(sum).toBe(answer.payableFen)
  for (const sentence of workingSentences(answer)) expect(sentence).not.toMatch(/[{}]|^[a-z]+\.[a-z_]+$/)
  return [answer.outcome, Number(answer.payableFen), answer.reasons]
}

describe('CLM-08 order of judging: contradiction, cover, accident test, exclusions, benefit', () => {
  test.each<[string, AdjudicationCase, Expected]>([
    [
      'contradiction before cover',
      { ...DEATH, deathOn: '2026-02-01', cover: [] },
      ['manual', 0, ['input.death_before_accident']],
    ],
    [
      'all contradictions at once',
      { ...DEATH, deathOn: '2026-02-01', birthOn: '2027-01-01' },
      ['manual', 0, ['input.accident_before_birth', 'input.death_before_accident']],
    ],
    [
      'cover before accident test',
      { ...DEATH, cover: [], accidentTest: { sudden: 'no' } },
      ['refuse', 0, ['cover.not_in_force']],
    ],
    [
      'accident test before exclusions',
      { ...DEATH, accidentTest: { sudden: 'no' }, exclusions: ['drunk'] },
      ['refuse', 0, ['accident.not_sudden']],
    ],
    [
      'partly stops before exclusions',
      { ...DEATH, accidentTest: { sudden: 'partly' }, exclusions: ['drunk'] },
      ['manual', 0, ['accident.partly']],
    ],
    [
      'exclusion before the benefit',
      { ...DEATH, deathOn: '2027-03-11', exclusions: ['drunk'] },
      ['refuse', 0, ['exclusion.drunk']],
    ],
  ])('%s', (_, asked, expected) => expect(judge(asked)).toEqual(expected))
})

describe('PRG-04 cover on the accident date', () => {
  test.each<[string, AdjudicationCase, Expected]>([
    ['first day of cover', { ...DEATH, accidentOn: '2025-10-01', deathOn: '2025-10-02' }, ['pay', 300000, []]],
    [
      'last day of cover, death after it',
      { ...DEATH, accidentOn: '2026-09-30', deathOn: '2026-12-01' },
      ['pay', 300000, []],
    ],
    ['day before cover', { ...DEATH, accidentOn: '2025-09-30' }, ['refuse', 0, ['cover.not_in_force']]],
    [
      'day after cover',
      { ...DEATH, accidentOn: '2026-10-01', deathOn: '2026-10-02' },
      ['refuse', 0, ['cover.not_in_force']],
    ],
    ['second span', { ...DEATH, cover: [{ from: '2024-01-01', to: '2024-02-01' }, ...COVER] }, ['pay', 300000, []]],
    ['open end', { ...DEATH, cover: [{ from: '2026-01-01', to: null }] }, ['pay', 300000, []]],
    [
      'reversed span',
      { ...DEATH, cover: [{ from: '2026-09-30', to: '2025-10-01' }] },
      ['manual', 0, ['input.cover_reversed']],
    ],
  ])('%s', (_, asked, expected) => expect(judge(asked)).toEqual(expected))
})

describe('PRG-03 accident test and exclusions', () => {
  test.each<[string, AdjudicationCase, Expected]>([
    ['not external', { ...DEATH, accidentTest: { external: 'no' } }, ['refuse', 0, ['accident.not_external']]],
    ['not unintended', { ...DEATH, accidentTest: { unintended: 'no' } }, ['refuse', 0, ['accident.not_unintended']]],
    ['a disease', { ...DEATH, accidentTest: { nonDisease: 'no' } }, ['refuse', 0, ['accident.disease']]],
    [
      'one no beats partly',
      { ...DEATH, accidentTest: { external: 'partly', nonDisease: 'no' } },
      ['refuse', 0, ['accident.disease']],
    ],
    [
      'four times yes',
      {
        ...DEATH,
        accidentTest: { external: 'yes', sudden: 'yes', unintended: 'yes', nonDisease: 'yes' },
      },
      ['pay', 300000, []],
    ],
    ['sudden death', { ...DEATH, exclusions: ['sudden_death'] }, ['refuse', 0, ['exclusion.sudden_death']]],
    ['fight', { ...HOSPITAL, exclusions: ['fight'] }, ['refuse', 0, ['exclusion.fight']]],
    ['suicide has a lawful exception', { ...DEATH, exclusions: ['suicide'] }, ['manual', 0, ['exclusion.suicide']]],
    ['crime needs a conclusion', { ...DEATH, exclusions: ['crime'] }, ['manual', 0, ['exclusion.crime']]],
    [
      'a sure exclusion beats an open one',
      { ...DEATH, exclusions: ['crime', 'drunk'] },
      ['refuse', 0, ['exclusion.drunk']],
    ],
    ['unknown exclusion', { ...DEATH, exclusions: ['flying'] }, ['manual', 0, ['exclusion.unknown']]],
    ['dental refuses hospital', { ...HOSPITAL, exclusions: ['dental'] }, ['refuse', 0, ['exclusion.dental']]],
    ['dental says nothing about death', { ...DEATH, exclusions: ['dental'] }, ['pay', 300000, []]],
  ])('%s', (_, asked, expected) => expect(judge(asked)).toEqual(expected))
})

describe('PRG-02 accidental death and transport', () => {
  test.each<[string, AdjudicationCase, Expected]>([
    ['same day', { ...DEATH, deathOn: '2026-03-01' }, ['pay', 300000, []]],
    ['day 180', { ...DEATH, deathOn: '2026-08-28' }, ['pay', 300000, []]],
    ['day 181', { ...DEATH, deathOn: '2026-08-29' }, ['refuse', 0, ['death.after_180_days']]],
    [
      'day 181 in an aircraft',
      { ...DEATH, deathOn: '2026-08-29', vehicle: 'air' },
      ['refuse', 0, ['death.after_180_days']],
    ],
    ['private car', { ...DEATH, vehicle: 'private' }, ['pay', 300000, []]],
    ['bus', { ...DEATH, vehicle: 'commercialRoad' }, ['pay', 3300000, []]],
    ['metro', { ...DEATH, vehicle: 'rail' }, ['pay', 3300000, []]],
    ['ship', { ...DEATH, vehicle: 'ship' }, ['pay', 5300000, []]],
    ['aircraft', { ...DEATH, vehicle: 'air' }, ['pay', 10300000, []]],
    ['undecided vehicle', { ...DEATH, vehicle: 'undecided' }, ['manual', 0, ['transport.class_undecided']]],
    [
      'disability paid is deducted',
      { ...DEATH, history: { ...NO_HISTORY, disabilityPaidFen: 90000n } },
      ['pay', 210000, ['death.disability_deducted']],
    ],
    [
      'never below zero',
      { ...DEATH, history: { ...NO_HISTORY, disabilityPaidFen: 400000n } },
      ['refuse', 0, ['death.disability_deducted']],
    ],
    [
      'vehicle sum not reduced',
      { ...DEATH, vehicle: 'ship', history: { ...NO_HISTORY, disabilityPaidFen: 400000n } },
      ['pay', 5000000, ['death.disability_deducted']],
    ],
    ['no day of death', { ...DEATH, deathOn: null }, ['manual', 0, ['input.field_missing']]],
  ])('%s', (_, asked, expected) => expect(judge(asked)).toEqual(expected))

  test('stacking "instead" pays the vehicle sum alone, less disability paid', () => {
    const instead = { ...version, parameters: { ...version.parameters, stacking: 'instead' as const } }
    const asked: AdjudicationCase = { ...DEATH, vehicle: 'rail', history: { ...NO_HISTORY, disabilityPaidFen: 90000n } }
    const answer = adjudicate(asked, instead, standards)
    expect(answer.lines.map((line) => [line.benefit, line.payableFen])).toEqual([['transport_death', 2910000n]])
  })
})

describe('PRG-02 disability by JR/T 0083-2013', () => {
  const grade = (value: number, part: string, nature: string | null = null) => ({
    item: null,
    grade: value,
    part,
    nature,
    assessedOn: '2026-06-01',
  })
  const of = (...disabilities: AdjudicationCase['disabilities'] & object) => ({ ...DISABILITY, disabilities })
  test.each<[string, AdjudicationCase, Expected]>([
    ['item 7.3-09 is grade 8', DISABILITY, ['pay', 90000, []]],
    ['item and agreeing grade', of({ ...PLACE, grade: 8 }), ['pay', 90000, []]],
    ['item and other grade', of({ ...PLACE, grade: 7 }), ['manual', 0, ['input.item_grade_disagree']]],
    ['unknown item', of({ ...PLACE, item: '9.9-99' }), ['manual', 0, ['input.item_unknown']]],
    ['neither item nor grade', of({ ...PLACE, item: null }), ['manual', 0, ['input.no_item_no_grade']]],
    ['two places, the most severe', of(grade(8, 'hand'), grade(5, 'eye')), ['pay', 180000, []]],
    ['two equal places, one up', of(grade(8, 'hand'), grade(8, 'eye')), ['pay', 120000, []]],
    ['three equal places, still one up', of(grade(8, 'a'), grade(8, 'b'), grade(8, 'c')), ['pay', 120000, []]],
    ['equal but not the most severe', of(grade(8, 'a'), grade(8, 'b'), grade(3, 'c')), ['pay', 240000, []]],
    ['same part and nature once', of(grade(8, 'hand', 'loss'), grade(8, 'hand', 'loss')), ['pay', 90000, []]],
    ['same part, nature unsaid, once', of(grade(8, 'hand'), grade(9, ' Hand ')), ['pay', 90000, []]],
    ['same part, other nature', of(grade(8, 'hand', 'loss'), grade(8, 'hand', 'joint')), ['pay', 120000, []]],
    ['two of grade 1 stay grade 1', of(grade(1, 'a'), grade(1, 'b')), ['pay', 300000, []]],
    [
      'less what was paid',
      { ...DISABILITY, history: { ...NO_HISTORY, disabilityPaidFen: 30000n } },
      ['pay', 60000, []],
    ],
    [
      'paid in full before',
      { ...DISABILITY, history: { ...NO_HISTORY, disabilityPaidFen: 90000n } },
      ['refuse', 0, ['disability.already_paid']],
    ],
    ['assessed on day 180', of({ ...PLACE, assessedOn: '2026-08-28' }), ['pay', 90000, []]],
    [
      'assessed on day 181',
      of({ ...PLACE, assessedOn: '2026-08-29' }),
      ['manual', 0, ['disability.assessed_after_180_days']],
    ],
    [
      'assessed before the accident',
      of({ ...PLACE, assessedOn: '2026-02-28' }),
      ['manual', 0, ['input.assessed_before_accident']],
    ],
    ['assessed after death', { ...DISABILITY, deathOn: '2026-05-01' }, ['manual', 0, ['input.assessed_after_death']]],
    ['no place at all', of(), ['refuse', 0, ['disability.none_assessed']]],
    ['nothing said', { ...DISABILITY, disabilities: null }, ['manual', 0, ['input.field_missing']]],
  ])('%s', (_, asked, expected) => expect(judge(asked)).toEqual(expected))

  test('without the standard an item is judged by a person', () => {
    const answer = adjudicate(DISABILITY, version, new Map())
    expect([answer.outcome, answer.reasons]).toEqual(['manual', ['disability.standard_missing']])
  })
  test('an item whose text is not verified is paid and pointed out', () => {
    const answer = adjudicate(of({ ...PLACE, item: '1.1-01' }), version, standards)
    expect(answer.payableFen).toBe(30000n)
    expect(workingSentences(answer).join()).toContain('未经核实')
  })
})

describe('PRG-02 住院医疗 is typed but unpriced', () => {
  const medical: AdjudicationCase = {
    ...NOTHING,
    kind: 'medical',
    expenses: [{ amountFen: 1000000n, socialInsuranceFen: 400000n }],
  }
  const pricing = { deductibleFen: 10000n, ratioBps: 8000, limitFen: 400000n, offsetsSocialInsurance: true }
  const priced = (change: Partial<typeof pricing>) => ({
    ...version,
    benefits: version.benefits.map((benefit) =>
      benefit.kind === 'reimbursement' ? { ...benefit, pricing: { ...pricing, ...change } } : benefit,
    ),
  })
  test('a person decides', () => expect(judge(medical)).toEqual(['manual', 0, ['medical.unpriced']]))
  test.each([
    ['limit', {}, 0n, 'pay', 400000n],
    ['limit less paid before', {}, 100000n, 'pay', 300000n],
    ['ratio after deductible', { limitFen: 9000000n }, 0n, 'pay', 472000n],
    ['social insurance not priced in', { limitFen: 9000000n, offsetsSocialInsurance: false }, 0n, 'pay', 792000n],
    ['deductible above the cost', { deductibleFen: 9000000n }, 0n, 'refuse', 0n],
  ] as const)('when priced: %s', (_, change, paid, outcome, payableFen) => {
    const asked = { ...medical, history: { ...NO_HISTORY, medicalPaidFen: paid } }
    const answer = adjudicate(asked, priced(change), standards)
    expect([answer.outcome, answer.payableFen]).toEqual([outcome, payableFen])
  })
  test('without expenses nothing is payable', () => {
    const answer = adjudicate({ ...medical, expenses: [] }, priced({}), standards)
    expect([answer.outcome, answer.reasons]).toEqual(['refuse', ['medical.no_expense']])
  })
})
