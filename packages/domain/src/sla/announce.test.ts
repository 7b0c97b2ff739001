import { describe, expect, it } from 'vitest'
import { dueAnnouncements, firstLook } from './announce.ts'
import type { RunState, Threshold } from './clock-state.ts'

const at = (hour: number) => `2026-11-24T${String(hour).padStart(2, '0')}:00:00.000Z`
const four: Threshold[] = [
  { percent: 50, at: at(5) },
  { percent: 80, at: at(8) },
  { percent: 100, at: at(10) },
  { percent: 120, at: at(12) },
]

describe('CLK-04 SLA §2 rule 10: warnings at 50/80/100 % and after, each once', () => {
  it.each<[string, RunState, number, number, number | null, number[], string | null]>([
    ['nothing reached yet', 'running', 0, 4, null, [], at(5)],
    ['exactly at half', 'running', 0, 5, 50, [], at(8)],
    ['told before, nothing new', 'running', 50, 6, null, [], at(8)],
    ['the next one', 'running', 50, 9, 80, [], at(10)],
    ['the sweep was down: the highest fires, the rest is logged', 'running', 0, 11, 100, [50, 80], at(12)],
    ['after the last nothing is looked for', 'running', 100, 13, 120, [], null],
    ['all told', 'running', 120, 20, null, [], null],
    ['a clock that was met wakes nobody', 'met', 0, 9, null, [50, 80], null],
    ['a clock that was stopped late is told still', 'broken', 80, 14, 120, [100], null],
    ['a cancelled clock is silent', 'cancelled', 0, 14, null, [], null],
    ['a superseded clock is silent', 'superseded', 0, 14, null, [], null],
  ])('%s', (_name, state, announced, hour, fire, skipped, next) => {
    const due = dueAnnouncements(state, four, announced, at(hour))
    expect(due.fire?.percent ?? null).toBe(fire)
    expect(due.skipped.map((one) => one.percent)).toEqual(skipped)
    expect(due.next).toBe(next)
  })

  it('compares instants written with and without parts of a second', () => {
    const short = [{ percent: 50, at: '2026-11-24T05:00:00Z' }]
    expect(dueAnnouncements('running', short, 0, '2026-11-24T05:00:00.000Z').fire?.percent).toBe(50)
    expect(dueAnnouncements('running', short, 0, '2026-11-24T04:59:59.999Z').fire).toBeNull()
  })

  it('re-arms after the due date moved later, and tells nobody twice', () => {
    const later = four.map((one) => ({ ...one, at: at(Number(one.at.slice(11, 13)) + 6) }))
    expect(dueAnnouncements('running', later, 50, at(12))).toEqual({ fire: null, skipped: [], next: at(14) })
  })

  it('looks first at the first threshold, never at a clock that ended without one', () => {
    expect(firstLook('running', four)).toBe(at(5))
    expect(firstLook('met', [])).toBeNull()
    expect(firstLook('cancelled', four)).toBeNull()
  })
})
