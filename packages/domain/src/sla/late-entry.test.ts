import { describe, expect, it } from 'vitest'
import { foldClocks } from './fold-clocks.ts'
import { decideLateEntry, heldEntries } from './late-entry.ts'
import { begin, plain, told } from './sla-cases.fixture.ts'
import { at, desk, events, must } from './sla-world.fixture.ts'

const calendars = new Map([[plain.calendar, desk]])
const now = at('2026-11-26 12:00')
const stopped = events(begin, ['c.pause', '2026-11-23 16:00', told], ['c.stop', '2026-11-23 15:00']).map((event, no) =>
  no === 2 ? { ...event, recordedAt: at('2026-11-26 10:00') } : event,
)

describe('CLK-03 SLA §2 rule 5: an entry that goes behind what was written down', () => {
  it('waits where its claimed time would move a clock, and says how', () => {
    const folded = must(foldClocks([plain], stopped, calendars, now))
    const [held, ...others] = heldEntries([plain], stopped, calendars, now, folded)
    expect(others).toEqual([])
    expect(held?.event.id).toBe(stopped[2]?.id)
    expect(held?.moves.map(({ before, after }) => [before?.stoppedAt, after?.stoppedAt])).toEqual([
      [at('2026-11-26 10:00'), at('2026-11-23 15:00')],
    ])
  })
  it('waits no more once a later event approves it, and then counts from what it claimed', () => {
    const approval = { id: 'a', type: 'entry.approved', at: now, facts: { approves: [stopped[2]?.id ?? ''] } }
    const approved = must(foldClocks([plain], [...stopped, approval], calendars, now))
    expect(approved[0]).toMatchObject({ state: 'met', stoppedAt: at('2026-11-23 15:00') })
    expect(heldEntries([plain], [...stopped, approval], calendars, now, approved)).toEqual([])
  })
  it('does not wait where nothing stood in its way, or where it moves nothing', () => {
    const late = (list: typeof stopped) => list.map((event) => ({ ...event, recordedAt: at('2026-11-26 10:00') }))
    const first = late(events(begin))
    expect(heldEntries([plain], first, calendars, now, must(foldClocks([plain], first, calendars, now)))).toEqual([])
    const twice = [...events(begin, ['c.stop', '2026-11-24 10:00']), ...late(events(['c.cancel', '2026-11-24 11:00']))]
    const folded = must(foldClocks([plain], twice, calendars, now))
    expect(heldEntries([plain], twice, calendars, now, folded)).toEqual([])
  })
})

describe('CLK-03 ORG-05 who approves it', () => {
  const asked = { state: 'waiting', enteredBy: 'e', handlerId: 'h', by: 'l', approve: true } as const
  it.each([
    ['somebody else approves', {}, 'approved'],
    ['or says no', { approve: false }, 'rejected'],
    ['not who entered it', { by: 'e' }, 'sla.own_late_entry'],
    ['nor who handles the case', { by: 'h', approve: false }, 'sla.own_late_entry'],
    ['entered by a program, by anybody but the handler', { enteredBy: null }, 'approved'],
    ['once', { state: 'rejected' as const }, 'lifecycle.not_possible'],
  ])('%s', (_, change, outcome) => {
    const decided = decideLateEntry({ ...asked, ...change })
    expect(decided.ok ? decided.value.to : decided.code).toBe(outcome)
  })
})
