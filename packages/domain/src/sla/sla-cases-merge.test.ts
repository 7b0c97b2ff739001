/** SLA §3: a case merged into another, and taken out again. */
import { describe, expect, it } from 'vitest'
import type { ClockDef, ClockEvent } from './clock-def.ts'
import { foldClocks } from './fold-clocks.ts'
import { plain, told } from './sla-cases.fixture.ts'
import { at, calendars, events, must } from './sla-world.fixture.ts'

describe('CMP-03 SLA §2.13 SLA §3: merge older into newer, undo', () => {
  const days: ClockDef = { ...plain, id: 'M1', unit: 'workingDay', budget: 5 }
  const newer = events(['c.start', '2026-11-24 10:00'])
  const older = events(['c.start', '2026-11-20 10:00']).map((event) => ({ ...event, id: `old-${event.id}` }))
  const foldOf = (own: ClockEvent[], merged: readonly { at: string; events: ClockEvent[] }[]) =>
    must(foldClocks([days], own, calendars, undefined, merged))[0]

  it('the survivor takes the earlier receipt, also when it is the older one that is merged away', () => {
    const state = foldOf(newer, [{ at: at('2026-11-25 09:00'), events: older }])
    expect(state).toMatchObject({ startDay: '2026-11-20', dueDay: '2026-11-27' })
    expect(foldOf(older, [{ at: at('2026-11-25 09:00'), events: newer }])).toMatchObject({ dueDay: '2026-11-27' })
  })
  it('takes the stricter clock where the older one is paused', () => {
    const paused = [...older, ...events(['c.pause', '2026-11-20 11:00', told])]
    expect(foldOf(newer, [{ at: at('2026-11-25 09:00'), events: paused }])).toMatchObject({ dueDay: '2026-12-01' })
  })
  it('is stopped by what happens to the survivor after the merge, not before', () => {
    const answered = [...newer, ...events(['c.stop', '2026-11-26 09:00']).map((one) => ({ ...one, id: 'x' }))]
    expect(foldOf(answered, [{ at: at('2026-11-25 09:00'), events: older }])).toMatchObject({
      state: 'met',
      startDay: '2026-11-20',
      stoppedAt: at('2026-11-26 09:00'),
    })
  })
  it('takes over a clock the survivor never had, and leaves its own where the other ended', () => {
    expect(foldOf([], [{ at: at('2026-11-25 09:00'), events: older }])).toMatchObject({ dueDay: '2026-11-27' })
    const ended = [...older, ...events(['c.cancel', '2026-11-20 11:00'])]
    expect(foldOf(newer, [{ at: at('2026-11-25 09:00'), events: ended }])).toMatchObject({ dueDay: '2026-12-01' })
  })
  it('undo is the fold without the merge', () => {
    expect(foldOf(newer, [])).toMatchObject({ startDay: '2026-11-24', dueDay: '2026-12-01' })
  })
})
