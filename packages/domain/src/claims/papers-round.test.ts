import { describe, expect, it } from 'vitest'
import { papersRoundOf, type PapersArrival } from './papers-round.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute)).toISOString()
const came = (id: string, minute: number, ...codes: string[]): PapersArrival => ({ id, enteredAt: at(minute), codes })

describe('NTF-02 CLM-05 papers that come one after the other are one occasion', () => {
  const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code, index) => came(code, index * 3, code))

  it('told once, of all of them, when the round is over', () => {
    for (const { id } of seven) expect(papersRoundOf(seven, id)).toEqual({ firstId: 'a', tellAt: at(21), count: 7 })
  })

  it('what comes later is told by itself; the clock put back begins anew', () => {
    const all = [...seven, came('late', 20, 'h'), came('later', 39, 'i'), came('back', -60, 'j')]
    expect(papersRoundOf(all, 'g')?.count).toBe(7)
    expect(papersRoundOf(all, 'later')).toEqual({ firstId: 'late', tellAt: at(41), count: 2 })
    expect(papersRoundOf(all, 'back')).toEqual({ firstId: 'back', tellAt: at(-39), count: 1 })
    expect(papersRoundOf(all, 'none')).toBeNull()
  })

  it('pages of one paper are one, papers on no list are each one', () => {
    const pages = [came('1', 0, 'invoice'), came('2', 1, 'invoice', 'other'), came('3', 2, 'other')]
    expect(papersRoundOf(pages, '2')?.count).toBe(3)
  })
})
