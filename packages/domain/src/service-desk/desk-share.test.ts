import { describe, expect, it } from 'vitest'
import { shareOf } from './index.ts'

describe('RPT-02 a share of the desk', () => {
  it.each([
    [0, 0, null],
    [0, 5, 0],
    [1, 3, 3333],
    [2, 3, 6667],
    [5, 5, 10_000],
  ])('%i of %i', (count, of, bps) => {
    expect(shareOf(count, of)).toEqual({ count, of, bps })
  })
})
