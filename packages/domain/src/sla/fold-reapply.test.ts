import { describe, expect, it } from 'vitest'
import type { ClockDef } from './clock-def.ts'
import { foldVersions } from './fold-clock.ts'
import { foldClocks } from './fold-clocks.ts'
import { at, calendars, clockDef, clockDefs, desk, events, must, type Told } from './sla-world.fixture.ts'

const T15 = clockDef('T15')
const L01 = clockDef('L01')
/** Monday 23 November 2026; three working days end on Thursday the 26th. */
const completed: Told = ['claim.file_completed', '2026-11-23 10:00']
const waits: Told = ['claim.supplement_delivered', '2026-11-24 09:00']
const back: Told = ['claim.papers_arrived', '2026-11-26 09:00']

function edited(def: ClockDef, changes: Partial<ClockDef>, when = '2026-11-24 12:00'): ClockDef {
  return { ...def, version: 2, from: at(when), ...changes }
}
function reapplied(def: ClockDef, changes: Partial<ClockDef>, when = '2026-11-24 12:00'): ClockDef {
  return edited(def, { reapplyAt: at(when), ...changes }, when)
}
function fold(versions: readonly ClockDef[], list: readonly Told[]) {
  return must(foldVersions({ versions, calendar: desk, calendars }, events(...list)))
}

describe('CLK-01 SLA §2 rule 18: a definition is edited while cases run', () => {
  it('a run keeps all of its version: limit, calendar, cap', () => {
    const next = edited(T15, { budget: 1, calendar: 'always', cappedBy: ['L02'] })
    expect(fold([T15, next], [completed])).toMatchObject({ version: 1, dueDay: '2026-11-26' })
    const agreed: Told = ['claim.agreed', '2026-11-23 09:00']
    const clocks = must(foldClocks([T15, next, clockDef('L02')], events(agreed, completed), calendars))
    expect(clocks.find((one) => one.id === 'T15')).toMatchObject({ version: 1, dueDay: '2026-11-26' })
  })
  it('the next run begins under the new one, by its calendar', () => {
    const next = edited(T15, { unit: 'wall', budget: 3600, calendar: 'always' })
    expect(fold([T15, next], [['claim.file_completed', '2026-11-24 20:00']])).toMatchObject({
      version: 2,
      dueAt: at('2026-11-24 21:00'),
    })
  })
  it('a version that is held back starts nothing; what runs goes on', () => {
    const next = edited(T15, { heldBack: '停用' })
    expect(fold([T15, next], [completed])).toMatchObject({ version: 1, state: 'running' })
    expect(fold([T15, next], [['claim.file_completed', '2026-11-25 10:00']])).toBeUndefined()
  })
  it('a definition held back outranks nobody', () => {
    const [T11, T12] = [clockDef('T11'), clockDef('T12')]
    const list = events(['report.received', '2026-11-25 10:00', { channel: 'portal', duringFault: true }])
    const ids = must(foldClocks([T11, T12, edited(T12, { heldBack: '停用' })], list, calendars)).map((one) => one.id)
    expect(ids).toEqual(['T11'])
  })
})

describe('CLK-01 SLA §2 rule 18: a definition is re-applied to what runs', () => {
  it('the time so far counts, the change stands in the ledger, and the sentence says so', () => {
    const clock = fold([T15, reapplied(T15, { budget: 5 })], [completed])
    expect(clock).toMatchObject({ version: 2, run: 1, state: 'running', dueDay: '2026-11-30' })
    expect(clock?.ledger.at(-1)).toMatchObject({
      cause: 'redefined',
      dueBefore: at('2026-11-26 24:00'),
      dueAfter: at('2026-11-30 24:00'),
    })
    expect(clock?.explanation).toBe(
      '11月23日资料收齐，当日不计；11月24日起改按第 2 版规则；5 个工作日 → 11月30日 24:00',
    )
  })
  it('folded twice it gives the same rows, and what ended before it is as it was', () => {
    const versions = [T15, reapplied(T15, { budget: 1 })]
    expect(fold(versions, [completed])).toEqual(fold(versions, [completed]))
    const done = fold(versions, [completed, ['claim.review_finished', '2026-11-24 11:00']])
    expect(done).toMatchObject({ version: 1, state: 'met', dueDay: '2026-11-26' })
  })
  it('a shorter limit that is used up ends at the change, never before it', () => {
    const clock = fold([T15, reapplied(T15, { unit: 'wall', budget: 3600 })], [completed])
    expect(clock).toMatchObject({
      dueAt: at('2026-11-24 12:00'),
      breachedAt: at('2026-11-24 12:00'),
      breachCause: 'redefined',
    })
    expect(clock?.explanation).toContain('改规则时已用时间不少于新时限，视为当时到期')
  })
  it('what was late before stays late by the old version', () => {
    const late = fold([T15, reapplied(T15, { budget: 30 }, '2026-12-01 09:00')], [completed])
    expect(late).toMatchObject({ version: 1, breachedAt: at('2026-11-26 24:00') })
  })
  it('a paused run goes over too, with the pauses it had', () => {
    const versions = [T15, reapplied(T15, { budget: 4 }, '2026-11-25 12:00')]
    expect(fold(versions, [completed, waits])).toMatchObject({ version: 2, state: 'paused', dueAt: null })
    expect(fold(versions, [completed, waits, back])).toMatchObject({ version: 2, dueDay: '2026-12-01' })
  })
  it('warnings that came stay where they were; those of the new limit come at the change at the earliest', () => {
    const clock = fold([T15, reapplied(T15, { unit: 'wall', budget: 30 * 3600 })], [completed])
    expect(clock?.thresholds.find((one) => one.percent === 80)?.at).toBe(at('2026-11-24 12:00'))
    expect(clock?.dueAt).toBe(at('2026-11-24 16:00'))
  })
  it('held back and re-applied ends what runs, not what is late', () => {
    const off = reapplied(T15, { heldBack: '停用' })
    expect(fold([T15, off], [completed])).toMatchObject({ state: 'cancelled', stoppedAt: at('2026-11-24 12:00') })
    const late = reapplied(T15, { heldBack: '停用' }, '2026-12-01 09:00')
    expect(fold([T15, late], [completed])).toMatchObject({ state: 'running', breachedAt: at('2026-11-26 24:00') })
  })
  it('L01: a clock of law never gets a later end by it and is never called off', () => {
    const asked: Told = ['claim.requested', '2026-11-02 10:00']
    const due = (changes: Partial<ClockDef>) => fold([L01, reapplied(L01, changes)], [asked])
    expect(due({ budget: 60 })).toMatchObject({ version: 1, dueDay: '2026-12-02' })
    expect(due({ rollOnHoliday: true, budget: 33 })).toMatchObject({ version: 1, dueDay: '2026-12-02' })
    expect(due({ heldBack: '停用' })).toMatchObject({ version: 1, state: 'running' })
    expect(due({ budget: 25 })).toMatchObject({ version: 2, dueDay: '2026-11-27' })
  })
  it('two versions one after the other: the last rules', () => {
    const third = { ...reapplied(T15, { budget: 2 }, '2026-11-24 15:00'), version: 3 }
    expect(fold([T15, reapplied(T15, { budget: 9 }), third], [completed])).toMatchObject({
      version: 3,
      dueDay: '2026-11-25',
    })
  })
  it('among the whole catalogue it moves its own clock alone', () => {
    const list = events(['claim.requested', '2026-11-20 10:00'], completed)
    const before = must(foldClocks(clockDefs, list, calendars))
    const after = must(foldClocks([...clockDefs, reapplied(T15, { budget: 5 })], list, calendars))
    expect(after.filter((one) => one.id !== 'T15')).toEqual(before.filter((one) => one.id !== 'T15'))
  })
})
