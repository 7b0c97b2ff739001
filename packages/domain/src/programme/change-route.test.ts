import { describe, expect, test } from 'vitest'
import terms from '../../../../config/change-terms.json' with { type: 'json' }
import {
  decidePublication,
  decideStep,
  demandsOf,
  stepsPossible,
  type ChangeFacts,
  type DoneStep,
} from './change-route.ts'
import { parseChangeTerms } from './change-terms.ts'

const step = (kind: DoneStep['kind'], more: Partial<DoneStep> = {}): DoneStep => ({
  id: kind,
  kind,
  on: '2027-03-01',
  by: 'pm',
  papers: 0,
  ...more,
})
const facts = (more: Partial<ChangeFacts> = {}): ChangeFacts => ({
  state: 'opened',
  kinds: { differs: true, premium: 'same', cut: false },
  terms: { displayDays: 7, noticeDays: 15, cutNoticeDays: 30 },
  effectiveFrom: '2027-10-01',
  today: '2027-08-01',
  steps: [step('trigger')],
  isSubmitted: true,
  isRehearsed: true,
  madeBy: 'pm',
  isHolderReached: false,
  ...more,
})
const cut = { differs: true, premium: 'same', cut: true } as const
const dearer = { differs: true, premium: 'up', cut: false } as const
const cheaper = { differs: true, premium: 'down', cut: false } as const
const to = (state: string) => ({ ok: true, value: { kind: 'transition', to: state } })
const stays = { ok: true, value: null }
const no = (code: string) => ({ ok: false, code })
const told = (audience: 'holder' | 'insured', more: Partial<DoneStep> = {}) =>
  step('notice', { id: `notice-${audience}`, audience, ...more })
const display = (from: string, last: string) => step('display', { on: from, to: last })

describe('PRG-08 the steps of a change', () => {
  test.each<[string, Partial<ChangeFacts>, DoneStep, object]>([
    ['study', {}, step('study'), to('studied')],
    ['study of a draft', { isSubmitted: false }, step('study'), no('programme.change_not_submitted')],
    ['study without rehearsal', { isRehearsed: false }, step('study'), no('programme.change_not_rehearsed')],
    ['study twice', { state: 'studied' }, step('study'), no('lifecycle.not_possible')],
    ['a day to come', {}, step('study', { on: '2027-08-02' }), no('programme.change_step_future')],
    ['before it was asked for', {}, step('study', { on: '2027-02-28' }), no('programme.change_step_before')],
    [
      'agreed before the study',
      { state: 'studied', steps: [step('trigger'), step('study', { on: '2027-03-10' })] },
      step('agreement', { by: 'head', on: '2027-03-09' }),
      no('programme.change_step_before'),
    ],
    [
      'a proof before its notice',
      { state: 'told', steps: [told('holder', { on: '2027-06-01' })] },
      step('delivery', { audience: 'holder', on: '2027-05-31', papers: 1 }),
      no('programme.change_step_before'),
    ],
    ['agreed by another', { state: 'studied' }, step('agreement', { by: 'head' }), to('agreed')],
    ['agreed by the maker', { state: 'studied' }, step('agreement'), no('programme.not_by_the_maker')],
    [
      'agreed by who studied',
      { state: 'studied', steps: [step('study', { by: 'head' })] },
      step('agreement', { by: 'head' }),
      no('programme.not_by_the_maker'),
    ],
    ['authority with paper', { state: 'agreed' }, step('authority', { papers: 1 }), to('authorised')],
    ['authority without', { state: 'agreed' }, step('authority'), no('programme.change_paper_missing')],
    ['too early', { state: 'studied' }, step('authority', { papers: 1 }), no('lifecycle.not_possible')],
    [
      'dearer, not negotiated',
      { state: 'agreed', kinds: dearer },
      step('authority', { papers: 1 }),
      no('programme.change_negotiation_missing'),
    ],
    [
      'dearer, negotiated',
      { state: 'agreed', kinds: dearer, steps: [step('negotiation')] },
      step('authority', { papers: 1 }),
      to('authorised'),
    ],
    ['negotiation at any time', { state: 'studied', kinds: dearer }, step('negotiation'), stays],
    ['after the end nothing', { state: 'published', kinds: dearer }, step('negotiation'), no('lifecycle.not_possible')],
    [
      'cut without solution',
      { state: 'agreed', kinds: cut },
      step('authority', { papers: 1 }),
      no('programme.change_solution_missing'),
    ],
    [
      'cut with solution',
      { state: 'agreed', kinds: cut, steps: [step('solution')] },
      step('authority', { papers: 1 }),
      to('authorised'),
    ],
    ['displayed 7 days', { state: 'authorised' }, display('2027-08-03', '2027-08-09'), to('displayed')],
    ['6 days', { state: 'authorised' }, display('2027-08-03', '2027-08-08'), no('programme.change_display_too_short')],
    [
      'reversed',
      { state: 'authorised' },
      display('2027-08-03', '2027-08-01'),
      no('programme.change_display_too_short'),
    ],
    [
      'still displayed',
      { state: 'displayed', steps: [display('2027-07-26', '2027-08-01')] },
      step('displayEnd', { on: '2027-08-01' }),
      no('programme.change_display_running'),
    ],
    [
      'display over',
      { state: 'displayed', steps: [display('2027-07-20', '2027-07-31')] },
      step('displayEnd', { on: '2027-08-01' }),
      to('settled'),
    ],
    ['objection', { state: 'displayed' }, step('objection'), stays],
    ['objection too late', { state: 'settled' }, step('objection'), no('lifecycle.not_possible')],
    [
      'objection open',
      { state: 'displayed', steps: [display('2027-07-20', '2027-07-31'), step('objection')] },
      step('displayEnd', { on: '2027-08-01' }),
      no('programme.change_objections_open'),
    ],
    [
      'objection answered',
      {
        state: 'displayed',
        steps: [display('2027-07-20', '2027-07-31'), step('objection'), step('answer', { answers: 'objection' })],
      },
      step('displayEnd', { on: '2027-08-01' }),
      to('settled'),
    ],
    ['answer to nothing', { state: 'displayed' }, step('answer', { answers: 'x' }), no('request.not_found')],
    ['told the holder', { state: 'settled' }, told('holder'), stays],
    ['told both', { state: 'settled', steps: [told('holder')] }, told('insured'), to('told')],
    ['told once more', { state: 'told', steps: [told('holder')] }, told('insured'), stays],
    ['told 15 days before', { state: 'settled', today: '2027-09-30' }, told('holder', { on: '2027-09-16' }), stays],
    [
      'told 14 days before',
      { state: 'settled', today: '2027-09-30' },
      told('holder', { on: '2027-09-17' }),
      no('programme.change_told_too_late'),
    ],
    [
      'a cut told 29 days before',
      { state: 'settled', kinds: cut, today: '2027-09-30' },
      told('holder', { on: '2027-09-02' }),
      no('programme.change_told_too_late'),
    ],
    [
      'a cut told 30 days before',
      { state: 'settled', kinds: cut, today: '2027-09-30' },
      told('holder', { on: '2027-09-01' }),
      stays,
    ],
    ['cheaper, no credit', { state: 'settled', kinds: cheaper }, told('holder'), no('programme.change_credit_missing')],
    ['cheaper, credited', { state: 'settled', kinds: cheaper, steps: [step('credit')] }, told('holder'), stays],
    [
      'proof of nothing',
      { state: 'told' },
      step('delivery', { audience: 'holder', papers: 1 }),
      no('request.not_found'),
    ],
    [
      'proof without paper',
      { state: 'told', steps: [told('holder')] },
      step('delivery', { audience: 'holder' }),
      no('programme.change_paper_missing'),
    ],
    ['proof', { state: 'told', steps: [told('holder')] }, step('delivery', { audience: 'holder', papers: 1 }), stays],
    ['dropped', { state: 'displayed' }, step('drop'), to('dropped')],
  ])('%s', (_name, more, next, answer) => {
    expect(decideStep(facts(more), next)).toMatchObject(answer)
  })

  const all = [
    ...(['trigger', 'study', 'agreement', 'authority', 'display', 'displayEnd'] as const).map((kind) => step(kind)),
    told('holder', { papers: 1 }),
    told('insured', { papers: 1 }),
  ]

  test('published only when every demanded step is done', () => {
    expect(decidePublication(facts({ state: 'told', steps: all }))).toMatchObject(to('published'))
    const unproved = [...all.slice(0, -1), told('insured')]
    expect(decidePublication(facts({ state: 'told', steps: unproved }))).toMatchObject({
      code: 'programme.change_steps_missing',
      facts: { missing: ['送达证明'] },
    })
    const reached = [...all.slice(0, -2), told('holder'), told('insured', { papers: 1 })]
    expect(decidePublication(facts({ state: 'told', steps: reached }))).toMatchObject(
      no('programme.change_steps_missing'),
    )
    expect(decidePublication(facts({ state: 'told', steps: reached, isHolderReached: true }))).toMatchObject(
      to('published'),
    )
    expect(decidePublication(facts({ state: 'told', kinds: cut, steps: all }))).toMatchObject({
      facts: { missing: ['保障缩减的书面解决办法'] },
    })
  })

  test('a renewal with the same content needs trigger, study and agreement', () => {
    const kinds = { differs: false, premium: 'same', cut: false } as const
    const same = facts({ state: 'agreed', kinds, steps: all.slice(0, 3) })
    expect(demandsOf(same).map((one) => one.kind)).toEqual(['trigger', 'study', 'agreement'])
    expect(decidePublication(same)).toMatchObject(to('published'))
    expect(stepsPossible(same)).toEqual(['drop'])
  })

  test('the buttons of each state', () => {
    expect(stepsPossible(facts())).toEqual(['study', 'drop'])
    expect(stepsPossible(facts({ state: 'agreed', kinds: { differs: true, premium: 'up', cut: true } }))).toEqual([
      'authority',
      'drop',
      'negotiation',
      'solution',
    ])
    expect(stepsPossible(facts({ state: 'told', kinds: cheaper, steps: all }))).toEqual([
      'notice',
      'drop',
      'credit',
      'delivery',
    ])
    expect(stepsPossible(facts({ state: 'published' }))).toEqual([])
  })
})

describe('PRG-08 the terms of changes', () => {
  test('the shipped file is read; a cut is never told later than another change', () => {
    expect(parseChangeTerms(terms)).toMatchObject({ ok: true, value: { displayDays: 7 } })
    expect(parseChangeTerms({ ...terms, cutNoticeDays: 3 })).toMatchObject(no('programme.version_unreadable'))
    expect(parseChangeTerms({ ...terms, sources: {} })).toMatchObject(no('programme.version_unreadable'))
  })
})
