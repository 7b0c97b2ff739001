import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall, LEAST_SHOWN_COUNT, type CountTable, type ShownTable } from './hiding.ts'

const named = (counts: readonly (readonly number[])[]): CountTable => ({
  rows: counts.map((_, r) => `行${r}`),
  columns: (counts[0] ?? []).map((_, c) => `列${c}`),
  counts,
})
const shownOf = (counts: readonly (readonly number[])[]) => hideSmall(named(counts))?.counts

/** Every table of whole numbers that agrees with all that is shown: what an attacker has to choose from. */
function agreeing({ rows, columns, counts }: ShownTable): number[][][] {
  const total = counts[rows.length]?.[columns.length] ?? 0
  const found: number[][][] = []
  const made = rows.map(() => columns.map(() => 0))
  const fits = (known: number | null | undefined, value: number) => known === null || known === value
  const walk = (at: number, used: number): void => {
    if (at === rows.length * columns.length) {
      const rowsFit = made.every((line, r) =>
        fits(
          counts[r]?.[columns.length],
          line.reduce((a, b) => a + b, 0),
        ),
      )
      const columnsFit = columns.every((_, c) =>
        fits(
          counts[rows.length]?.[c],
          made.reduce((all, line) => all + (line[c] ?? 0), 0),
        ),
      )
      if (used === total && rowsFit && columnsFit) found.push(made.map((line) => [...line]))
      return
    }
    const [r, c] = [Math.floor(at / columns.length), at % columns.length]
    const known = counts[r]?.[c]
    const line = made[r]
    if (!line) return
    for (const value of known === null || known === undefined ? range(total - used) : [known]) {
      line[c] = value
      if (used + value <= total) walk(at + 1, used + value)
    }
    line[c] = 0
  }
  walk(0, 0)
  return found
}

const range = (most: number) => Array.from({ length: most + 1 }, (_, at) => at)
const small = (count: number) => count > 0 && count < LEAST_SHOWN_COUNT
/** Few large counts, so that every table that agrees can be listed. */
const count = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 5, 7))
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

describe('CMP-14 counts so small that somebody may be recognised are hidden', () => {
  it.each([
    [
      'nothing small, nothing hidden',
      [[5, 9]],
      [
        [5, 9, 14],
        [5, 9, 14],
      ],
    ],
    [
      'zero hides nobody',
      [[0, 9]],
      [
        [0, 9, 9],
        [0, 9, 9],
      ],
    ],
    [
      'one small count takes a second one with it, and their totals',
      [[3, 9, 20]],
      [
        [null, null, 20, 32],
        [null, null, 20, 32],
      ],
    ],
    [
      'a single count that is everything cannot be hidden from the total',
      [[6]],
      [
        [6, 6],
        [6, 6],
      ],
    ],
  ])('%s', (_, counts, shown) => {
    expect(shownOf(counts)).toEqual(shown)
  })

  it('nothing at all is told where even the total is small', () => {
    expect(shownOf([[1, 2]])).toBeUndefined()
    // Five ways that are named, five complaints: each came once.
    expect(shownOf([[1], [1], [1], [1], [1]])).toBeUndefined()
    expect(shownOf([[1], [1], [6]])?.map(([one]) => one)).toEqual([null, null, null, 8])
  })

  it('no small count can be got back from what is shown, whatever the table', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const shown = hideSmall(named(counts))
        if (!shown) return
        // A row is named because something was counted in it.
        const held = (line: readonly number[] = []) => line.some((one) => one > 0)
        const choices = agreeing(shown).filter((one) => counts.every((line, r) => !held(line) || held(one[r])))
        counts.forEach((line, r) => {
          line.forEach((value, c) => {
            if (!small(value)) return
            expect(shown.counts[r]?.[c]).toBeNull()
            expect(new Set(choices.map((one) => one[r]?.[c])).size).toBeGreaterThan(1)
          })
        })
      }),
      { numRuns: 60 },
    )
  })
})

const alike = fc
  .array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
  .chain((first) => fc.tuple(fc.constant(first), fc.constant(first).chain(changed), fc.constant(first).chain(changed)))

function changed(counts: readonly (readonly number[])[]) {
  return fc.tuple(
    ...counts.map((line) => fc.tuple(...line.map((one) => fc.integer({ min: 0, max: 6 }).map((d) => one + d)))),
  )
}

describe('CMP-14 two publications give nothing away that one of them hides', () => {
  it('a correction shows nothing that was hidden before, and no difference of a few people but in the total', () => {
    fc.assert(
      fc.property(alike, ([first, second]) => {
        const one = hideSmall(named(first))
        if (!one) return
        const two = hideSmall(named(second), { versions: [one], parts: [] })
        if (!two) return
        const last = (line: readonly unknown[], r: number, c: number) => r === 3 && c === line.length - 1
        two.counts.forEach((line, r) => {
          line.forEach((value, c) => {
            const earlier = one.counts[r]?.[c]
            if (value === null || last(line, r, c)) return
            expect(earlier).not.toBeNull()
            expect(small(Math.abs(value - (earlier ?? 0)))).toBe(false)
          })
        })
      }),
      { numRuns: 100 },
    )
  })

  it('a year tells nothing its quarters kept back, and leaves no few people over when they are taken away', () => {
    fc.assert(
      fc.property(alike, ([first, second, rest]) => {
        const parts = [first, second].map((counts) => hideSmall(named(counts)))
        const told = parts.flatMap((one) => (one ? [[one]] : []))
        const whole = first.map((line, r) => line.map((one, c) => one + (second[r]?.[c] ?? 0) + (rest[r]?.[c] ?? 0)))
        const year = hideSmall(named(whole), { versions: [], parts: told })
        year?.counts.forEach((line, r) => {
          line.forEach((value, c) => {
            if (value === null || (r === 3 && c === line.length - 1)) return
            const known = told.map(([one]) => one?.counts[r]?.[c])
            expect(known).not.toContain(null)
            expect(small(value - known.reduce<number>((all, one) => all + (one ?? 0), 0))).toBe(false)
          })
        })
      }),
      { numRuns: 100 },
    )
  })
})
