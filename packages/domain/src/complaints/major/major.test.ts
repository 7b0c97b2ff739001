import { describe, expect, it } from 'vitest'
import type { MajorState } from './lifecycle.ts'
import {
  decideAskLift,
  liftWaitsFor,
  decideCommand,
  decideDeclaration,
  decideFree,
  decideLift,
  decideReport,
  majorCan,
  type Declaring,
  type MajorReport,
} from './major.ts'

const CAME: Declaring = {
  state: 'proposed',
  reason: '',
  channel: 'counter',
  peopleCount: 30,
  spokespersonCount: 5,
  area: '二楼接待室',
  recorded: true,
}
const nobody = { concernedIds: [], lineIds: [], sellingInstitutionId: null }
const person = (id: string) => ({ id, name: id, institutionId: null })
const codeOf = (decision: { ok: boolean; code?: string }) => (decision.ok ? 'ok' : decision.code)

describe('CMP-12, 令2020-3 art. 12, 29 declaring a major complaint', () => {
  it.each<[string, Partial<Declaring>, string]>([
    ['thirty people, five of them speak', {}, 'ok'],
    ['six speak face to face', { spokespersonCount: 6 }, 'complaint.too_many_spokespersons'],
    ['six speak on the telephone', { channel: 'phone', spokespersonCount: 6, area: '', recorded: null }, 'ok'],
    ['more speak than came', { peopleCount: 4 }, 'complaint.people_count'],
    ['nowhere heard', { area: '' }, 'complaint.major_place_missing'],
    ['recorded or not is not said', { recorded: null }, 'complaint.major_place_missing'],
    ['not recorded, and said so', { recorded: false }, 'ok'],
    ['nobody proposed it and no reason', { state: null }, 'complaint.major_reason_missing'],
    ['nobody proposed it, with a reason', { state: null, reason: '媒体在场' }, 'ok'],
    ['again after it was lifted', { state: 'lifted', reason: '又来了' }, 'ok'],
    ['it runs already', { state: 'declared', reason: '再次' }, 'lifecycle.not_possible'],
  ])('%s', (_, change, code) => {
    expect(codeOf(decideDeclaration({ ...CAME, ...change }))).toBe(code)
  })

  it('one leads, another is reported to; who must keep out neither leads nor does a step (CMP-05)', () => {
    const lined = { ...nobody, concernedIds: ['he'], lineIds: ['boss'] }
    expect(codeOf(decideCommand(person('a'), person('b'), nobody))).toBe('ok')
    expect(codeOf(decideCommand(person('a'), person('a'), nobody))).toBe('complaint.major_command')
    expect(codeOf(decideCommand(person('boss'), person('b'), lined))).toBe('complaint.assignee_recused')
    expect(codeOf(decideCommand(person('a'), person('boss'), lined))).toBe('ok')
    expect(codeOf(decideCommand(person('a'), person('he'), lined))).toBe('complaint.assignee_recused')
    expect(codeOf(decideFree(person('boss'), lined))).toBe('complaint.assignee_recused')
  })
})

describe('CMP-12 reports at fixed times', () => {
  it.each<[MajorState, MajorReport, readonly MajorReport[], string]>([
    ['proposed', 'first', [], 'complaint.major_not_declared'],
    ['declared', 'first', [], 'ok'],
    ['declared', 'first', ['first'], 'complaint.major_report_order'],
    ['declared', 'follow_up', [], 'complaint.major_report_order'],
    ['declared', 'follow_up', ['first', 'follow_up'], 'ok'],
    ['declared', 'final', ['first'], 'complaint.major_report_order'],
    ['settled', 'final', ['first'], 'ok'],
    ['settled', 'final', ['first', 'final'], 'complaint.major_report_order'],
    ['lifted', 'follow_up', ['first'], 'complaint.major_not_declared'],
  ])('%s, %s after %j: %s', (state, kind, given, code) => {
    expect(codeOf(decideReport(state, kind, given))).toBe(code)
  })
})

describe('CMP-12 lifting by a second person', () => {
  it.each<[MajorState, number, readonly MajorReport[], string]>([
    ['proposed', 0, [], 'ok'],
    ['declared', 0, ['first', 'final'], 'lifecycle.not_possible'],
    ['settled', 1, ['first', 'final'], 'complaint.major_steps_open'],
    ['settled', 0, ['first'], 'complaint.major_final_missing'],
    ['settled', 0, ['first', 'final'], 'ok'],
  ])('%s with %d open steps and %j: %s', (state, openSteps, given, code) => {
    expect(codeOf(decideAskLift({ state, openSteps, given }))).toBe(code)
  })

  it('says what its lifting waits for, where it cannot be asked for', () => {
    const none = { openSteps: 0, given: [] }
    expect(liftWaitsFor({ ...none, state: 'proposed' })).toEqual([])
    expect(liftWaitsFor({ state: 'declared', openSteps: 2, given: ['first'] })).toEqual([
      '处置方案还有 2 项没有做完',
      '现场处置还没有完毕',
      '还没有终结报告',
    ])
    expect(liftWaitsFor({ state: 'settled', openSteps: 0, given: ['first', 'final'] })).toEqual([])
  })

  it('never by who asked', () => {
    expect(codeOf(decideLift('lifting', true, { judgeId: 'a', askedBy: 'a' }))).toBe('complaint.major_own_lifting')
    expect(decideLift('lifting', true, { judgeId: 'b', askedBy: 'a' })).toMatchObject({ value: { to: 'lifted' } })
    expect(decideLift('lifting', false, { judgeId: 'b', askedBy: 'a' })).toMatchObject({ value: { to: 'declared' } })
  })

  it('offers what may be done', () => {
    const of = { open: true, recused: false, leads: false, coordinates: true, approves: false, asked: false }
    const nothing = { ...of, given: [], openSteps: 0 }
    expect(majorCan({ ...nothing, state: null })).toEqual(['declare'])
    expect(majorCan({ ...nothing, state: 'proposed' })).toEqual(['declare', 'askLift'])
    expect(majorCan({ ...nothing, state: 'declared' })).toEqual(['plan', 'reportFirst', 'settle'])
    const head = { ...nothing, coordinates: false, approves: true, state: 'lifting' as const }
    expect(majorCan(head)).toEqual(['judgeLift'])
    expect(majorCan({ ...head, asked: true })).toEqual([])
    expect(majorCan({ ...head, recused: true })).toEqual([])
    const leader = { ...nothing, coordinates: false, leads: true, state: 'settled' as const }
    expect(majorCan({ ...leader, given: ['first'] })).toEqual(['plan', 'reportFollowUp', 'reportFinal'])
  })
})
