/** SLA §3: the same event twice, and what was entered later than it happened. */
import { describe, expect, it } from 'vitest'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import { foldClock } from './fold-clock.ts'
import { begin, plain, told } from './sla-cases.fixture.ts'
import { at, desk, events, must } from './sla-world.fixture.ts'

describe('CLK-03 SLA §3: duplicate events', () => {
  it('count once', () => {
    const list = events(begin, ['c.pause', '2026-11-23 10:00', told], ['c.resume', '2026-11-23 11:00'])
    const once = must(foldClock(plain, list, desk))
    expect(must(foldClock(plain, [...list, ...list], desk))).toEqual(once)
  })
})

describe('CLK-03 SLA §2.5 entered later than it happened', () => {
  const entered = (list: ClockEvent[], index: number, recordedAt: string, facts = {}): ClockEvent[] =>
    list.map((event, i) =>
      i === index ? { ...event, recordedAt: at(recordedAt), facts: { ...event.facts, ...facts } } : event,
    )
  const days: ClockDef = { ...plain, unit: 'workingDay', budget: 3 }

  it('SLA §3: back-dated paper complaint: the first entry counts from the day it was received', () => {
    const list = entered(events(['c.start', '2026-11-20 10:00']), 0, '2026-11-23 09:00')
    expect(must(foldClock(days, list, desk))).toMatchObject({ startDay: '2026-11-20', dueDay: '2026-11-25' })
  })
  it('SLA §3: manual-mode receipt entered two days later counts from the receipt', () => {
    const list = entered(events(['c.start', '2026-11-23 09:00']), 0, '2026-11-25 09:00')
    expect(must(foldClock(plain, list, desk))).toMatchObject({ dueAt: at('2026-11-24 10:00') })
    expect(must(foldClock(plain, list, desk, at('2026-11-25 09:00')))?.breachedAt).toBe(at('2026-11-24 10:00'))
  })
  const stopped = events(begin, ['c.pause', '2026-11-23 16:00', told], ['c.stop', '2026-11-23 15:00'])
  it('goes not behind a row already written, and says what it claimed', () => {
    const state = must(foldClock(plain, entered(stopped, 2, '2026-11-26 10:00'), desk))
    expect(state).toMatchObject({ state: 'met', stoppedAt: at('2026-11-26 10:00') })
    expect(state?.ledger.at(-1)).toMatchObject({ cause: 'stopped', claimedAt: at('2026-11-23 15:00') })
  })
  it('goes there with approval', () => {
    const list = entered(stopped, 2, '2026-11-26 10:00', { backdatingApprovedBy: 'head-1' })
    expect(must(foldClock(plain, list, desk))).toMatchObject({ state: 'met', stoppedAt: at('2026-11-23 15:00') })
  })
  it('says when it was entered, by the day where days count and by the minute where seconds do', () => {
    const list = entered(events(['c.start', '2026-11-20 10:00']), 0, '2026-11-23 09:00')
    expect(must(foldClock(days, list, desk))?.explanation).toContain('11月20日资料收齐（11月23日录入），当日不计')
    expect(must(foldClock(plain, list, desk))?.explanation).toContain('11月20日 10:00 资料收齐（11月23日 09:00 录入）')
    const sameDay = entered(events(['c.start', '2026-11-20 10:00']), 0, '2026-11-20 16:00')
    expect(must(foldClock(days, sameDay, desk))?.explanation).not.toContain('录入')
  })
  it('tells what it claimed where it was not taken at its word', () => {
    const again = events(begin, ['c.stop', '2026-11-25 10:00'], ['c.start', '2026-11-24 09:00'])
    const state = must(foldClock(plain, entered(again, 2, '2026-11-26 10:00'), desk))
    expect(state).toMatchObject({ run: 2, startedAt: at('2026-11-26 10:00') })
    expect(state?.explanation).toContain('（录入时称11月24日 09:00，未经批准，按录入时间计）')
  })
  it('the fact `recordedAt` of an event says the same', () => {
    const facts = { recordedAt: at('2026-11-23 09:00') }
    const told = must(foldClock(days, events(['c.start', '2026-11-20 10:00', facts]), desk))
    expect(told?.explanation).toContain('（11月23日录入）')
    const broken = events(['c.start', '2026-11-20 10:00', { recordedAt: 'soon' }])
    expect(foldClock(days, broken, desk)).toMatchObject({ code: 'sla.bad_event_time' })
  })
  it('a pause that was entered after what ended it still takes the time between out', () => {
    const list = events(begin, ['c.resume', '2026-11-24 09:00'], ['c.pause', '2026-11-23 10:00', told])
    const state = must(foldClock(plain, entered(list, 2, '2026-11-25 10:00'), desk))
    // One hour before the pause, seven after it: Tuesday 09:00–12:00 and 13:30–17:30.
    expect(state).toMatchObject({ state: 'running', dueAt: at('2026-11-24 17:30') })
  })
})
