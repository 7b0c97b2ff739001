import { parseIdNumber } from '@anpei/domain/customers'
import { describe, expect, it } from 'vitest'
import type { MonthChanges, RosterRow } from './index.ts'
import { monthRoster, synthRoster } from './index.ts'

const BASE = [...synthRoster({ people: 30_000, seed: 1, asOf: '2025-10-01', errors: 0 })]

async function* later(rows: readonly RosterRow[]): AsyncGenerator<RosterRow> {
  yield* rows
}

async function monthOf(month: string, seed = 1): Promise<{ rows: RosterRow[]; changes: MonthChanges }> {
  const changes = { joined: 0, movedIn: 0, died: 0, movedAway: 0, corrected: 0 }
  const rows: RosterRow[] = []
  for await (const row of monthRoster(later(BASE), month, seed, changes)) rows.push(row)
  return { rows, changes }
}

describe('PRG-05 made-up monthly file', () => {
  it('changes only what it says, and keeps everybody else to the letter', async () => {
    const { rows, changes } = await monthOf('2025-10')
    const before = new Map(BASE.map((row) => [row.idNumber, row]))
    const found = { joined: 0, movedIn: 0, died: 0, movedAway: 0, corrected: 0 }
    for (const row of rows) {
      const was = before.get(row.idNumber)
      if (was === undefined) {
        const id = parseIdNumber(row.idNumber)
        expect(id.ok).toBe(true)
        if (row.movedInOn.startsWith('2025-10')) found.movedIn++
        else if (id.ok && id.value.birthOn.startsWith('1965-10')) found.joined++
      } else if (row.status !== was.status) {
        expect(row.statusOn).toMatch(/^2025-10-\d\d$/)
        if (row.status === '死亡') found.died++
        else found.movedAway++
      } else if (JSON.stringify(row) !== JSON.stringify(was)) found.corrected++
    }
    expect(rows).toHaveLength(BASE.length + changes.joined + changes.movedIn)
    expect(found).toEqual(changes)
    expect(new Set(rows.map((row) => row.idNumber)).size).toBe(rows.length)
  })

  it('happens at the rates of an ageing district', async () => {
    const { changes } = await monthOf('2025-10')
    expect(changes.joined / BASE.length).toBeGreaterThan(0.003)
    expect(changes.joined / BASE.length).toBeLessThan(0.008)
    expect(changes.died / BASE.length).toBeGreaterThan(0.001)
    expect(changes.died / BASE.length).toBeLessThan(0.004)
    expect(changes.movedAway).toBeGreaterThan(0)
    expect(changes.corrected).toBeGreaterThan(50)
  })

  it('is the same for the same seed', async () => {
    expect(await monthOf('2025-10')).toEqual(await monthOf('2025-10'))
    expect(await monthOf('2025-10')).not.toEqual(await monthOf('2025-10', 2))
  })
})
