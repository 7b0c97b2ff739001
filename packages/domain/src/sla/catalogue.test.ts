import { describe, expect, it } from 'vitest'
import { earliestDue, foldClocks } from './fold-clocks.ts'
import { parseClockDefs } from './parse-clock-defs.ts'
import { at, calendars, clockDef, clockDefs, clocksData, events, must, type Told } from './sla-world.fixture.ts'

const running = clockDefs.filter((def) => def.heldBack === undefined)

function clocksOf(list: readonly Told[], now?: string) {
  return must(foldClocks(running, events(...list), calendars, now === undefined ? undefined : at(now)))
}

function dueDays(list: readonly Told[]) {
  return Object.fromEntries(
    clocksOf(list).map((clock) => [clock.id, `${clock.state} ${clock.dueDay ?? clock.dueAt ?? '-'}`]),
  )
}

describe('CLK-01 SLA §4 the shipped clocks T11 T15 T16 T17 T18 T19 L01 L02 L03 L04', () => {
  const paid: readonly Told[] = [
    ['report.received', '2026-11-02 21:00:00', { channel: 'portal' }],
    ['report.handled', '2026-11-02 21:04:59'],
    ['claim.registered', '2026-11-02 21:05'],
    ['claim.requested', '2026-11-03 10:00'],
    ['claim.file_completed', '2026-11-04 10:00'],
    ['claim.progress_told', '2026-11-05 10:00'],
    ['claim.review_finished', '2026-11-06 17:00'],
    ['claim.decided', '2026-11-09 10:00'],
    ['claim.approved', '2026-11-09 11:00', { payableFen: 500_000 }],
    ['claim.agreed', '2026-11-09 12:00'],
  ]
  it('runs them side by side; the earliest rules', () => {
    expect(dueDays(paid)).toEqual({
      T11: `met ${at('2026-11-02 21:05')}`,
      T15: 'met 2026-11-09',
      T16: 'running 2026-11-12',
      T19: 'running 2026-11-10',
      L01: 'met 2026-12-03',
      L02: 'running 2026-11-19',
      L04: 'cancelled 2027-01-02',
    })
    // T19 is due first, but no step of the work waits for it.
    expect(earliestDue(clocksOf(paid))?.id).toBe('T16')
  })
  it('gives more than ¥5,000 seven working days, and ends with the money', () => {
    const list: Told[] = [
      ...paid.slice(0, 8),
      ['claim.approved', '2026-11-09 11:00', { payableFen: 500_001 }],
      ['claim.paid', '2026-11-19 00:00'],
    ]
    expect(dueDays(list)).toMatchObject({ T17: 'met 2026-11-18', T19: 'cancelled 2026-11-10' })
    expect(dueDays(list)).not.toHaveProperty('T16')
  })
  it('a part payment or the denial of one line does not end the way to the rest', () => {
    const list: Told[] = [
      ...paid,
      ['claim.paid', '2026-11-10 09:00', { partial: true }],
      ['claim.line_denied', '2026-11-10 10:00'],
      ['claim.denial_notified', '2026-11-13 10:00', { partial: true }],
    ]
    expect(dueDays(list)).toMatchObject({ T16: 'running 2026-11-12', L02: 'running 2026-11-19', L03: 'met 2026-11-13' })
  })
  it('CLM-14 T19 starts again with each notice and keeps the late one on record', () => {
    const told: Told[] = [
      ['claim.registered', '2026-11-02 10:00'],
      ['claim.progress_told', '2026-11-05 10:00'],
      ['claim.progress_told', '2026-11-12 10:00'],
    ]
    const clock = clocksOf(told).find((one) => one.id === 'T19')
    expect(clock).toMatchObject({ run: 3, state: 'running', dueDay: '2026-11-17' })
    expect(clock?.earlier.map((one) => one.state)).toEqual(['met', 'broken'])
  })
  it('CLM-13 T18 is capped by L01, and says so', () => {
    const list: Told[] = [
      ['claim.requested', '2026-09-01 10:00'],
      ['claim.classified', '2026-09-03 10:00', { class: 'special' }],
    ]
    const clock = clocksOf(list).find((one) => one.id === 'T18')
    expect(clock).toMatchObject({ dueDay: '2026-10-01', dueAt: at('2026-10-01 24:00') })
    expect(clock?.explanation).toContain('不得晚于法定时限 L01')
    expect(clock?.thresholds.map((one) => one.at).every((one, i, all) => i === 0 || one > (all[i - 1] ?? ''))).toBe(
      true,
    )
    const waited: Told[] = [
      ...list,
      ['claim.supplement_delivered', '2026-09-05 10:00'],
      ['claim.papers_arrived', '2026-09-12 09:00'],
    ]
    expect(dueDays(waited)['T18']).toBe('running 2026-10-08')
    const ordinary: Told[] = [...waited, ['claim.classified', '2026-09-13 10:00', { class: 'standard' }]]
    expect(dueDays(ordinary)['T18']).toContain('cancelled')
  })
  it('T15 waits for papers over Golden Week', () => {
    const list: Told[] = [
      ['claim.file_completed', '2026-09-29 10:00'],
      ['claim.supplement_delivered', '2026-09-30 10:00'],
      ['claim.papers_arrived', '2026-10-09 10:00'],
    ]
    // Working days after the start: 30 Sep; 8 and 9 October are waited for; then 10 and 12 October.
    expect(dueDays(list)['T15']).toBe('running 2026-10-12')
  })
  it('of two due together the law comes first', () => {
    const clocks = clocksOf([
      ['claim.requested', '2026-09-01 10:00'],
      ['claim.classified', '2026-09-03 10:00', { class: 'special' }],
    ])
    expect(earliestDue(clocks.filter((one) => one.id === 'T18' || one.id === 'L01'))?.id).toBe('L01')
    expect(earliestDue([])).toBeUndefined()
  })
  it('refuses a definition whose calendar is not there', () => {
    const astray = { ...clockDef('T15'), calendar: 'moon' }
    expect(foldClocks([astray], [], calendars)).toMatchObject({ code: 'sla.bad_clock' })
  })
})

describe('CLK-01 LAW §1 row 1: what the linter refuses', () => {
  const edited = (id: string, changes: Record<string, unknown>) =>
    Array.isArray(clocksData) ? clocksData.map((one) => (one.id === id ? { ...one, ...changes } : one)) : []
  const wait = { reason: 'handover', label: '交接', on: ['a.b'], until: ['a.c'], evidence: [], mustInform: false }
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['a promise above the law without a cap', edited('T18', { cappedBy: undefined }), 'sla.promise_above_law'],
    ['a payment promise above ten days', edited('T17', { budget: 8 }), 'sla.promise_above_law'],
    [
      'a promise that a class may lift above the law',
      edited('T17', {
        onAttributeChange: { on: ['claim.classified'], fact: 'class', mode: 'ignore', budgets: { special: 9 } },
      }),
      'sla.promise_above_law',
    ],
    ['a cap by the wrong law', edited('T18', { cappedBy: 'L02' }), 'sla.promise_above_law'],
    ['a cap that is no law', edited('T18', { cappedBy: 'T17' }), 'sla.bad_clock'],
    ['a capped law', edited('L02', { cappedBy: 'L01' }), 'sla.bad_clock'],
    ['a law paused for hand-over', edited('L01', { pauseReasons: [wait] }), 'sla.unlawful_pause'],
    ['a law that goes on after reopening', edited('L01', { resumeOn: ['claim.reopened'] }), 'sla.bad_clock'],
    ['a number used twice', edited('T16', { id: 'T17' }), 'sla.bad_clock'],
    ['no list', { T15: 1 }, 'sla.bad_clock'],
    ['a field misspelt', edited('T15', { puase: [] }), 'sla.bad_clock'],
    ['half a day', edited('T15', { budget: 2.5 }), 'sla.bad_clock'],
    ['an unknown unit', edited('T15', { unit: 'fortnight' }), 'sla.bad_clock'],
    ['thresholds out of order', edited('T15', { thresholds: [80, 50] }), 'sla.bad_clock'],
    ['no start', edited('T15', { start: [] }), 'sla.bad_clock'],
    [
      'a test it does not know',
      edited('T15', {
        start: [{ type: 'a.b', where: { x: { like: 1 } } }],
      }),
      'sla.bad_clock',
    ],
    [
      'an extension granted twice',
      edited('L01', {
        extension: { on: ['a.b'], add: 30, approver: 'hq', mustInform: true, maxTimes: 2, notAfterDue: true },
      }),
      'sla.bad_clock',
    ],
    [
      'a change without budgets',
      edited('T15', {
        onAttributeChange: { on: ['a.b'], fact: 'x', mode: 'ignore' },
      }),
      'sla.bad_clock',
    ],
  ]
  it.each(cases)('%s', (_name, data, code) => {
    expect(parseClockDefs(data)).toMatchObject({ ok: false, code })
  })
  it('reads pauses, extensions, changes and tests of facts', () => {
    const [def] = must(
      parseClockDefs([
        {
          id: 'X1',
          name: '试',
          version: 1,
          kind: 'internal',
          owner: '理赔',
          basis: { document: 'a', article: 'b', version: 'c' },
          unit: 'business',
          budget: 3600,
          calendar: 'desk',
          startLabel: '收到',
          stop: ['a.z'],
          pauseReasons: [wait],
          start: [{ type: 'a.b', where: { x: { oneOf: [1, 2] } } }],
          extension: { on: ['a.d'], add: 60, approver: 'lead', mustInform: false, maxTimes: 1, notAfterDue: true },
          onAttributeChange: { on: ['a.e'], fact: 'level', mode: 'restart', budgets: { high: 60 } },
        },
      ]),
    )
    expect(def?.start[0]?.where).toEqual({ x: { oneOf: [1, 2] } })
    expect(def?.pauseReasons[0]?.on).toEqual([{ type: 'a.b' }])
    expect([def?.extension?.add, def?.onAttributeChange?.budgets]).toEqual([60, { high: 60 }])
  })
})

describe('CLM-06 T15 put off by agreement', () => {
  const completed: Told = ['claim.file_completed', '2026-11-23 10:00']
  const told = (when: string, facts: Record<string, string> = { letterId: 'l1', approvedBy: 'head' }): Told => [
    'claim.delay_told',
    when,
    { newDueOn: '2026-12-04', ...facts },
  ]
  it.each<readonly [string, Told, string]>([
    ['told in time, by letter, with a superior', told('2026-11-24 10:00'), 'running 2026-12-04'],
    ['told a day late', told('2026-11-27 10:00'), 'running 2026-11-26'],
    ['without a letter', told('2026-11-24 10:00', { approvedBy: 'head' }), 'running 2026-11-26'],
  ])('%s', (_name, event, due) => expect(dueDays([completed, event])['T15']).toBe(due))
})
