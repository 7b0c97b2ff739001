import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/index.ts'
import { foldClocks } from './fold-clocks.ts'
import { calendars, clockDefs, events, must, type Told } from './sla-world.fixture.ts'

const defs = clockDefs.filter((def) => def.heldBack === undefined)

/** The same hours as calendars nobody has counted by: nothing is remembered of them. */
const fresh = () => new Map([...calendars].map(([id, calendar]) => [id, { ...calendar }]))

const life = fc
  .record({
    from: fc.integer({ min: 0, max: 330 }),
    steps: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 6 }),
  })
  .map(({ from, steps }): Told[] => {
    const on = (days: number) => `${addDays('2026-01-10', from + days)} 10:00`
    const types = ['claim.file_completed', 'claim.supplement_delivered', 'claim.papers_arrived', 'claim.approved']
    const more = steps
      .sort((a, b) => a - b)
      .map((days, i): Told => [types[i % types.length] ?? '', on(days), { payableFen: 30_000 }])
    return [['claim.registered', on(0)], ['claim.requested', on(0)], ...more]
  })

describe('CLK-03 SLA §2 rule 1: what is remembered of a day is what working it out anew gives', () => {
  it('for any life of a claim, whatever was folded before it', () => {
    fc.assert(
      fc.property(fc.array(life, { minLength: 2, maxLength: 6 }), (lives) => {
        for (const told of lives) {
          const remembered = must(foldClocks(defs, events(...told), calendars))
          expect(must(foldClocks(defs, events(...told), fresh()))).toEqual(remembered)
        }
      }),
      { numRuns: 150 },
    )
  })
})
