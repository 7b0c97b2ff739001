/**
 * Sets of days as sorted, disjoint spans of day numbers, both ends inclusive. Counting days means adding span
 * lengths, so a stay of a year costs as much as a stay of a day.
 */
export type Span = { readonly from: number; readonly to: number }

/** Every day that is in at least one span, each once. */
export function unionOf(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  const merged: Span[] = []
  let from = sorted[0]?.from ?? 0
  let to = sorted[0]?.to ?? 0
  for (const span of sorted) {
    if (span.from <= to + 1) {
      if (span.to > to) to = span.to
    } else {
      merged.push({ from, to })
      from = span.from
      to = span.to
    }
  }
  merged.push({ from, to })
  return merged
}

/** The days of `spans` that are not in `taken`; both must be unions. */
export function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  if (taken.length === 0) return spans
  const left: Span[] = []
  for (const span of spans) {
    let from = span.from
    for (const gone of taken) {
      if (gone.to < from || gone.from > span.to) continue
      if (gone.from > from) left.push({ from, to: gone.from - 1 })
      from = gone.to + 1
      if (from > span.to) break
    }
    if (from <= span.to) left.push({ from, to: span.to })
  }
  return left
}

/** The days of a union that fall in `[from, to]`. */
export function within(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const inside: Span[] = []
  for (const span of spans) {
    if (span.to < from || span.from > to) continue
    inside.push({ from: Math.max(span.from, from), to: Math.min(span.to, to) })
  }
  return inside
}

export function countDays(spans: readonly Span[]): number {
  let days = 0
  for (const span of spans) days += span.to - span.from + 1
  return days
}

/** The earliest `days` days of a union. */
export function earliest(spans: readonly Span[], days: number): readonly Span[] {
  const taken: Span[] = []
  let left = days
  for (const span of spans) {
    if (left <= 0) break
    const length = Math.min(left, span.to - span.from + 1)
    taken.push({ from: span.from, to: span.from + length - 1 })
    left -= length
  }
  return taken
}
