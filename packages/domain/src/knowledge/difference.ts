/** SRV-06: what changed between two versions, line by line: the longest common rest stays. */
export type DifferentLine = { readonly mark: 'same' | 'gone' | 'new'; readonly text: string }

const MOST_LINES = 400

export function differenceOf(before: string, after: string): DifferentLine[] {
  const a = before.split('\n').slice(0, MOST_LINES)
  const b = after.split('\n').slice(0, MOST_LINES)
  const common = commonTable(a, b)
  const lines: DifferentLine[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [was, is] = [a[i], b[j]]
    if (was !== undefined && was === is) {
      lines.push({ mark: 'same', text: was })
      i++
      j++
    } else if (was !== undefined && (is === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ mark: 'gone', text: was })
      i++
    } else {
      lines.push({ mark: 'new', text: is ?? '' })
      j++
    }
  }
  return lines
}

/** Row i, column j: how many lines the rests from i and from j have in common. */
function commonTable(a: readonly string[], b: readonly string[]): number[][] {
  const table = a.map(() => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    const row = table[i] ?? []
    for (let j = b.length - 1; j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1))
    }
  }
  return table
}

function at(table: readonly (readonly number[])[], i: number, j: number): number {
  return table[i]?.[j] ?? 0
}
