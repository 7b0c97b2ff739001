import * as contract from '@anpei/contract/visits'
import { describe, expect, it } from 'vitest'
import { api } from './api.ts'
import { halfDaysFrom } from './half-days.ts'

describe('POR-03 the pages of visits call the routes of the contract', () => {
  const declared = new Map(
    Object.values(contract).flatMap((one) =>
      'path' in one && 'method' in one ? [[one.id, { method: one.method, path: one.path }]] : [],
    ),
  )
  it.each(Object.entries(api))('%s', (id, { method, path }) => {
    expect({ method, path }).toEqual(declared.get(id))
  })
})

describe('SRV-09 half-days to choose from', () => {
  it.each([
    ['a Monday', '2026-11-23', ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']],
    ['over a weekend', '2026-11-26', ['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']],
  ])('%s: mornings and afternoons of the next four working days', (_name, today, days) => {
    const found = halfDaysFrom(today)
    expect(found.map(({ day }) => day)).toEqual(days.flatMap((day) => [day, day]))
    expect(found.slice(0, 2).map(({ half }) => half)).toEqual(['am', 'pm'])
  })
})
