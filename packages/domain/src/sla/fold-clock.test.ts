import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCalendar } from './calendar.ts'
import type { ClockDef } from './clock-def.ts'
import { foldClock } from './fold-clock.ts'
import { at, calendarWith, clockDef, desk, events, must, national, weekOf, type Told } from './sla-world.fixture.ts'

function fold(def: ClockDef, list: readonly Told[], now?: string) {
  const state = must(foldClock(def, events(...list), desk, now === undefined ? undefined : at(now)))
  if (state === undefined) throw new Error('the clock never started')
  return state
}

const HOUR = 3600
const business: ClockDef = {
  ...clockDef('T15'),
  id: 'B1',
  unit: 'business',
  budget: 8 * HOUR,
  startLabel: '收到',
  resumeOn: [{ type: 'c.reopen' }],
  start: [{ type: 'c.start' }],
  stop: [{ type: 'c.stop' }],
  cancel: [{ type: 'c.cancel' }],
  pauseReasons: [
    {
      reason: 'wait',
      label: '等候客户',
      on: [{ type: 'c.pause' }],
      until: [{ type: 'c.resume' }],
      evidence: ['letterNo'],
      mustInform: true,
    },
  ],
  onAttributeChange: {
    on: [{ type: 'c.level' }],
    fact: 'level',
    mode: 'retainElapsed',
    budgets: { urgent: 4 * HOUR, minute: 60 },
  },
}
const told = { letterNo: 'N1', informed: true }
const start: Told = ['c.start', '2026-11-23 09:00']
const DUE = '2026-11-24 10:00'

describe('CLK-03 SLA §3 pauses consume, they do not shift', () => {
  const pauses: readonly (readonly [string, readonly Told[], string])[] = [
    ['none', [], DUE],
    [
      'across lunch',
      [
        ['c.pause', '2026-11-23 11:30', told],
        ['c.resume', '2026-11-23 14:00'],
      ],
      '2026-11-24 11:00',
    ],
    [
      'wholly in lunch',
      [
        ['c.pause', '2026-11-23 12:10', told],
        ['c.resume', '2026-11-23 13:00'],
      ],
      DUE,
    ],
    [
      'twice in a minute',
      [
        ['c.pause', '2026-11-23 10:00:00', told],
        ['c.resume', '2026-11-23 10:00:10'],
        ['c.pause', '2026-11-23 10:00:20', told],
        ['c.resume', '2026-11-23 10:00:50'],
      ],
      '2026-11-24 10:00:40',
    ],
    ['resume without pause', [['c.resume', '2026-11-23 10:00']], DUE],
    [
      'pause while paused',
      [
        ['c.pause', '2026-11-23 10:00', told],
        ['c.pause', '2026-11-23 10:30', told],
        ['c.resume', '2026-11-23 11:00'],
      ],
      '2026-11-24 11:00',
    ],
    [
      'without evidence',
      [
        ['c.pause', '2026-11-23 10:00', { informed: true }],
        ['c.resume', '2026-11-23 11:00'],
      ],
      DUE,
    ],
    [
      'customer not told',
      [
        ['c.pause', '2026-11-23 10:00', { letterNo: 'N' }],
        ['c.resume', '2026-11-23 11:00'],
      ],
      DUE,
    ],
    [
      'after the breach',
      [
        ['c.pause', '2026-11-24 11:00', told],
        ['c.resume', '2026-11-25 11:00'],
      ],
      DUE,
    ],
  ]
  it.each(pauses)('%s', (_name, list, due) => {
    expect(fold(business, [start, ...list]).dueAt).toBe(at(due))
  })
  it('pauses before opening, and a start before opening', () => {
    const early: Told = ['c.start', '2026-11-23 07:00']
    const list: Told[] = [early, ['c.pause', '2026-11-23 08:00', told], ['c.resume', '2026-11-23 10:00']]
    expect(fold(business, list).dueAt).toBe(at('2026-11-24 11:00'))
  })
  it('shows no due and begins no breach while paused', () => {
    const state = fold(business, [start, ['c.pause', '2026-11-23 11:30', told]], '2027-03-01 10:00')
    expect(state).toMatchObject({ state: 'paused', dueAt: null, breachedAt: null })
    expect(state.explanation).toContain('11月23日 11:30起等候客户，暂停计时')
    expect(state.thresholds).toEqual([])
  })
  it('keeps a breach that came before the pause', () => {
    const state = fold(business, [start, ['c.pause', '2026-11-24 11:00', told]])
    expect(state).toMatchObject({ state: 'paused', breachedAt: at(DUE), breachCause: 'overdue' })
  })
  it('begins no breach when the pause comes exactly at the due time', () => {
    const state = fold(business, [
      start,
      ['c.pause', DUE, told],
      ['c.resume', '2026-11-25 10:00'],
      ['c.stop', '2026-11-25 10:00'],
    ])
    expect(state).toMatchObject({ state: 'met', dueAt: at('2026-11-25 10:00') })
  })
  it('is met when stopped while paused', () => {
    const state = fold(business, [start, ['c.pause', '2026-11-23 10:00', told], ['c.stop', '2026-12-23 10:00']])
    expect(state).toMatchObject({ state: 'met', stoppedAt: at('2026-12-23 10:00') })
  })
  it('counts an event delivered twice once, and refuses a time without zone', () => {
    const [first] = events(start)
    if (first === undefined) throw new Error()
    expect(must(foldClock(business, [first, first], desk))?.ledger).toHaveLength(1)
    const zoneless = [{ ...first, at: '2026-11-23 09:00' }]
    expect(foldClock(business, zoneless, desk)).toMatchObject({ code: 'sla.bad_event_time' })
  })
  it('orders by time: an event older than the last is derived as if it had come in time', () => {
    const late = events(['c.stop', '2026-11-24 09:00'], start)
    expect(must(foldClock(business, late, desk))?.state).toBe('met')
  })
})

describe('CLK-03 SLA §2.9 met if and only if stop ≤ due', () => {
  it.each([
    ['one second early', '2026-11-24 09:59:59', 'met', null],
    ['equal', DUE, 'met', null],
    ['one second late', '2026-11-24 10:00:01', 'broken', DUE],
  ])('%s', (_name, stop, state, breached) => {
    expect(fold(business, [start, ['c.stop', stop]])).toMatchObject({
      state,
      breachedAt: breached === null ? null : at(breached),
      stoppedAt: at(stop),
    })
  })
  it('a late clock runs on and says since when it is late', () => {
    expect(fold(business, [start], '2026-11-24 10:00').breachedAt).toBeNull()
    expect(fold(business, [start], '2026-11-24 10:00:01')).toMatchObject({ state: 'running', breachedAt: at(DUE) })
  })
  it('same-day withdrawal cancels it', () => {
    expect(fold(business, [start, ['c.cancel', '2026-11-23 09:30']], '2027-01-01 09:00').state).toBe('cancelled')
  })
})

describe('CLK-03 SLA §2.7 a change of class keeps what was consumed', () => {
  const up: Told = ['c.level', '2026-11-23 10:00', { level: 'urgent' }]
  const down: Told = ['c.level', '2026-11-23 11:00', { level: 'normal' }]
  it('up', () => expect(fold(business, [start, up]).dueAt).toBe(at('2026-11-23 14:30')))
  it('up, then down equals never changed', () => {
    expect(fold(business, [start, up, down]).dueAt).toBe(at(DUE))
    expect(fold(business, [start, up, down]).breachedAt).toBeNull()
  })
  it('while paused', () => {
    const list: Told[] = [start, ['c.pause', '2026-11-23 09:30', told], up, ['c.resume', '2026-11-23 11:00']]
    expect(fold(business, list).dueAt).toBe(at('2026-11-23 16:00'))
  })
  it('already used up: due and breached at the change, counted to the changer', () => {
    const state = fold(business, [start, ['c.level', '2026-11-23 10:00', { level: 'minute' }]])
    expect(state).toMatchObject({
      dueAt: at('2026-11-23 10:00'),
      breachedAt: at('2026-11-23 10:00'),
      breachCause: 'reclassified',
      breachedBy: 'staff-1',
    })
    expect(state.explanation).toContain('改类')
  })
  it('keeps thresholds reached before, puts those it jumped over at the change', () => {
    const list: Told[] = [start, ['c.level', '2026-11-23 14:30', { level: 'urgent' }]]
    expect(
      fold(business, list)
        .thresholds.slice(0, 3)
        .map((one) => one.at),
    ).toEqual(['2026-11-23 14:30', '2026-11-23 14:30', '2026-11-23 14:30'].map(at))
  })
})

describe('CLK-01 CMP-09 extension: once, approved, told, not after due', () => {
  const complaint: ClockDef = {
    ...clockDef('L01'),
    id: 'L06',
    budget: 15,
    pauseReasons: [],
    start: [{ type: 'c.start' }],
    stop: [{ type: 'c.stop' }],
    extension: {
      on: [{ type: 'c.extend' }],
      add: 30,
      approver: 'complaint.extend',
      mustInform: true,
      maxTimes: 1,
      notAfterDue: true,
    },
    onAttributeChange: { on: [{ type: 'c.class' }], fact: 'class', mode: 'retainElapsed', budgets: { complex: 30 } },
  }
  const begun: Told = ['c.start', '2026-11-02 20:00']
  const complex: Told = ['c.class', '2026-11-10 10:00', { class: 'complex' }]
  const grant = { approvedBy: 'hq-1', informed: true }
  const cases: readonly (readonly [string, readonly Told[], string])[] = [
    ['15 days', [], '2026-11-17'],
    ['15 → 30', [complex], '2026-12-02'],
    ['15 → 30 → +30', [complex, ['c.extend', '2026-12-01 10:00', grant]], '2027-01-01'],
    [
      'twice',
      [
        ['c.extend', '2026-11-12 10:00', grant],
        ['c.extend', '2026-11-13 10:00', grant],
      ],
      '2026-12-17',
    ],
    ['not approved', [['c.extend', '2026-11-12 10:00', { informed: true }]], '2026-11-17'],
    ['not told', [['c.extend', '2026-11-12 10:00', { approvedBy: 'hq-1' }]], '2026-11-17'],
    ['on the last day', [['c.extend', '2026-11-17 23:59', grant]], '2026-12-17'],
    ['after due', [['c.extend', '2026-11-18 00:01', grant]], '2026-11-17'],
  ]
  it.each(cases)('%s', (_name, list, dueDay) => {
    const state = fold(complaint, [begun, ...list])
    expect([state.dueDay, state.dueAt]).toEqual([dueDay, at(`${dueDay} 24:00`)])
  })
  it('says in the ledger that an extension was refused', () => {
    const state = fold(complaint, [begun, ['c.extend', '2026-11-18 00:01', grant]])
    expect(state.ledger.map((row) => row.cause)).toEqual(['started', 'extensionRefused'])
  })
})

describe('CLM-04 CLM-13 解释二 15: delivery of the request to arrival of the papers is deducted', () => {
  const L01 = clockDef('L01')
  const requested: Told = ['claim.requested', '2026-09-01 22:00']
  const delivered: Told = ['claim.supplement_delivered', '2026-09-05 10:00']
  it('thirty natural days, received outside hours still that day; the legal end rolls over the holiday', () => {
    expect(fold(L01, [requested])).toMatchObject({
      dueDay: '2026-10-01',
      dueAt: at('2026-10-01 24:00'),
      statutoryDue: at('2026-10-08 24:00'),
      provisional: false,
    })
  })
  it('deducts the days between', () => {
    const state = fold(L01, [requested, delivered, ['claim.papers_arrived', '2026-09-12 09:00']])
    expect(state).toMatchObject({ dueDay: '2026-10-08', dueAt: at('2026-10-08 24:00') })
    expect(state.explanation).toBe(
      '9月1日收到申请和资料，当日不计；9月5日至9月12日等候补充资料；共扣除 7 日；30 日 → 10月8日 24:00',
    )
    expect(state.ledger.map((row) => [row.revision, row.cause, row.dueBefore, row.dueAfter])).toEqual([
      [1, 'started', null, at('2026-10-01 24:00')],
      [2, 'paused', at('2026-10-01 24:00'), null],
      [3, 'resumed', null, at('2026-10-08 24:00')],
    ])
  })
  it('deducts nothing for papers that came the same day, or a request made when it was late already', () => {
    expect(fold(L01, [requested, delivered, ['claim.papers_arrived', '2026-09-05 18:00']]).dueDay).toBe('2026-10-01')
    const late: Told[] = [
      requested,
      ['claim.supplement_delivered', '2026-10-05 10:00'],
      ['claim.papers_arrived', '2026-10-20 10:00'],
    ]
    expect(fold(L01, late)).toMatchObject({ dueDay: '2026-10-01', breachedAt: at('2026-10-01 24:00') })
  })
  it('ignores everything that is no lawful deduction', () => {
    const list: Told[] = [
      requested,
      ['claim.classified', '2026-09-02 10:00', { class: 'special' }],
      ['claim.reopened', '2026-09-03 10:00'],
    ]
    expect(fold(L01, list).dueDay).toBe('2026-10-01')
  })
  it('new facts on day 14 close the clock as superseded and start another; both are kept', () => {
    const state = fold(L01, [requested, ['claim.reopened', '2026-09-15 10:00', { newFacts: true }]])
    expect(state).toMatchObject({ run: 2, state: 'running', dueDay: '2026-10-15' })
    expect(state.earlier.map((one) => [one.run, one.state, one.dueDay])).toEqual([[1, 'superseded', '2026-10-01']])
  })
})

describe('SLA §2.12 reopening', () => {
  it('a promise goes on with what it had consumed; forty closed days do not count', () => {
    const list: Told[] = [start, ['c.stop', '2026-11-23 11:00'], ['c.reopen', '2027-01-04 09:00']]
    expect(fold(business, list)).toMatchObject({
      state: 'running',
      run: 1,
      stoppedAt: null,
      dueAt: at('2027-01-04 16:30'),
    })
  })
})

describe('SLA §2.20 the sentence', () => {
  it('names make-up days, days off and the result', () => {
    const state = fold({ ...clockDef('T15'), startLabel: '收到' }, [['claim.file_completed', '2026-09-30 16:00']])
    expect(state.explanation).toBe(
      '9月30日收到，当日不计；10月1–7日放假；10月10日调休上班计入；3 个工作日 → 10月10日 24:00',
    )
  })
  it('names a year without notice, and the hours of a clock in working time', () => {
    const state = fold({ ...business, budget: 90 * 60 }, [['c.start', '2026-12-31 17:00']])
    expect(state.explanation).toBe(
      '12月31日 17:00 收到；2027年1月1日放假；工作时间 1 小时 30 分钟 → 2027年1月4日 10:00；' +
        '2027年放假安排尚未公布，暂按周末和法定的 13 天推算',
    )
    expect(state.provisional).toBe(true)
  })
})

describe('CLK-03 CLK-05 rebuilding from the same events gives identical rows', () => {
  const step = fc.tuple(
    fc.constantFrom<Told[0]>('c.start', 'c.pause', 'c.resume', 'c.level', 'c.stop', 'c.reopen', 'c.cancel'),
    fc.integer({ min: 0, max: 20 * 24 * 60 }),
    fc.constantFrom('urgent', 'normal', 'minute'),
  )
  const world = weekOf(['09:00-12:00', '13:30-17:30'], [])
  it('whatever happened, in a fresh calendar too', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const list = steps.map(([type, minute, level], i) => ({
          id: `e${i}`,
          type,
          at: new Date(Date.parse('2026-09-21T00:00:00Z') + minute * 60_000).toISOString(),
          facts: { ...told, level },
        }))
        const build = () => foldClock(business, list, must(parseCalendar(calendarWith({ weekly: world }), national)))
        const state = must(build())
        expect(must(build())).toEqual(state)
        if (state === undefined) return
        expect(state.ledger.at(-1)?.revision).toBe(
          [...state.earlier, state].reduce((rows, one) => rows + one.ledger.length, 0),
        )
        if (state.state === 'met') expect(state.breachedAt).toBeNull()
        if (state.state === 'broken') expect(state.breachedAt).not.toBeNull()
      }),
      { numRuns: 300 },
    )
  })
})
