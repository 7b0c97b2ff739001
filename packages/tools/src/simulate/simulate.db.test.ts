import { describe, expect, it } from 'vitest'
import { simulate } from './simulate.ts'

describe('CLM-20 some weeks of the programme, lived from a seed', () => {
  it('break no invariant and hold no surprise', async () => {
    const seen: string[] = []
    const answer = await simulate({ seed: 5, months: 2, people: 1500 }, (day) => seen.push(day))
    expect(answer.broken).toEqual([])
    expect(answer.surprises).toEqual([])
    expect(answer.days).toBe(61)
    expect(seen).toHaveLength(61)
    expect(answer.claims).toBeGreaterThan(0)
  }, 60_000)
})
