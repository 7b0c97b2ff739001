/**
 * CMP-14: nobody can be recognised in what is published. A count below the least one is hidden, and with it as many
 * others as are needed that it cannot be got back: not from the totals of its row and column, not from the difference
 * to an earlier version, not from a year and its quarters. Zero hides nobody and is shown; so a row that is named holds
 * one at least, and five hidden rows of five complaints would be one each: where nothing more can be hidden, nothing of
 * the table is published.
 *
 * Whether a hidden count can be got back is exact: counts, totals and the rule that they add up are a circulation (a
 * node for each row and column, an arc for each count), and a count is certain exactly where no cycle of hidden counts
 * leads through its arc. Reachability in a small graph answers that.
 */

/** Named: below five people one of them may be recognised. */
export const LEAST_SHOWN_COUNT = 5

export type CountTable = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** By row, then column. */
  readonly counts: readonly (readonly number[])[]
}
/** One row and one column more than the table: its totals. Null: hidden. */
export type ShownTable = {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly counts: readonly (readonly (number | null)[])[]
}

type Cell = { readonly row: number; readonly column: number }

export type PublishedBefore = {
  /** What was published of the same period before, every version. */
  readonly versions: readonly ShownTable[]
  /** What was published of parts of the period: for each part all its versions. */
  readonly parts: readonly (readonly ShownTable[])[]
}

/** Null where even the total would be too small, or a small count stays certain: nothing of it is published then. */
export function hideSmall(
  table: CountTable,
  before: PublishedBefore = { versions: [], parts: [] },
  least: number = LEAST_SHOWN_COUNT,
): ShownTable | null {
  const full = withTotals(table)
  const total = at(full, { row: table.rows.length, column: table.columns.length })
  if (total > 0 && total < least) return null
  const cells = cellsOf(full)
  const must = cells.filter((cell) => isSmall(at(full, cell), least) || isGivenAway(full, cell, table, before, least))
  const hidden = full.map((row) => row.map(() => false))
  const hide = ({ row, column }: Cell): void => {
    const line = hidden[row]
    if (line) line[column] = true
  }
  for (const cell of must) hide(cell)
  for (;;) {
    const certain = must.find((cell) => isCertain(full, hidden, cell))
    if (certain === undefined) break
    const more = companionOf(full, hidden, cells, certain)
    if (more === null) {
      if (must.some((one) => isSmall(at(full, one), least) && isCertain(full, hidden, one))) return null
      break
    }
    hide(more)
  }
  return {
    rows: table.rows,
    columns: table.columns,
    counts: full.map((row, r) => row.map((count, c) => (hidden[r]?.[c] ? null : count))),
  }
}

function withTotals({ rows, columns, counts }: CountTable): number[][] {
  const body = rows.map((_, r) => {
    const line = columns.map((_name, c) => counts[r]?.[c] ?? 0)
    return [...line, sum(line)]
  })
  const totals = [...columns, ''].map((_, c) => sum(body.map((line) => line[c] ?? 0)))
  return [...body, totals]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}

/** All but the total of everything, which is always told. */
function cellsOf(full: readonly (readonly number[])[]): Cell[] {
  const all = full.flatMap((line, row) => line.map((_, column) => ({ row, column })))
  return all.slice(0, -1)
}

function at(full: readonly (readonly number[])[], { row, column }: Cell): number {
  return full[row]?.[column] ?? 0
}

function isSmall(count: number, least: number): boolean {
  return count > 0 && count < least
}

/**
 * Hidden before stays hidden. What differs by a few from what was shown, or leaves a few over when the published parts
 * are taken away, would show these few; and a whole is not told where one of its parts was kept back.
 */
function isGivenAway(
  full: readonly (readonly number[])[],
  cell: Cell,
  { rows, columns }: CountTable,
  { versions, parts }: PublishedBefore,
  least: number,
): boolean {
  const count = at(full, cell)
  const told = (shown: ShownTable): number | null | undefined => {
    const r = cell.row === rows.length ? shown.rows.length : shown.rows.indexOf(rows[cell.row] ?? '')
    const c = cell.column === columns.length ? shown.columns.length : shown.columns.indexOf(columns[cell.column] ?? '')
    // A row that was not there before counted nothing.
    return r < 0 || c < 0 ? 0 : shown.counts[r]?.[c]
  }
  if (versions.some((shown) => isClose(told(shown), count, least))) return true
  const ofParts = parts.map((every) => every.map(told))
  if (ofParts.some((every) => every.includes(null))) return true
  return sumsOf(ofParts).some((known) => isSmall(Math.abs(count - known), least))
}

function isClose(shown: number | null | undefined, count: number, least: number): boolean {
  return shown === null || (shown !== undefined && isSmall(Math.abs(count - shown), least))
}

/** What somebody may take away: any choice of parts, each in any of its versions. */
function sumsOf(parts: readonly (readonly (number | null | undefined)[])[]): number[] {
  let sums = new Set([0])
  for (const versions of parts) {
    const next = new Set(sums)
    for (const known of sums) for (const count of versions) next.add(known + (count ?? 0))
    sums = next
  }
  return [...sums].filter((known) => known !== 0)
}

/** The smallest count whose hiding makes the certain one uncertain; else the smallest beside it; null: none is left. */
function companionOf(
  full: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
  cells: readonly Cell[],
  certain: Cell,
): Cell | null {
  const left = cells
    .filter(({ row, column }) => !hidden[row]?.[column])
    .toSorted((a, b) => Number(at(full, a) === 0) - Number(at(full, b) === 0) || at(full, a) - at(full, b))
  const enough = left.find((cell) => {
    const tried = hidden.map((line, r) => line.map((is, c) => is || (r === cell.row && c === cell.column)))
    return !isCertain(full, tried, certain)
  })
  const beside = left.find(({ row, column }) => row === certain.row || column === certain.column)
  return enough ?? beside ?? left[0] ?? null
}

/** Whether everything that is shown leaves only one value for a hidden count. */
function isCertain(full: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[], cell: Cell): boolean {
  const arcs = arcsOf(full, hidden)
  const { from, to } = arcOf(full, cell)
  const back = mayBeLess(full, cell)
  const others = arcs.filter((arc) => arc.row !== cell.row || arc.column !== cell.column)
  return !isReachable(others, to, from) && !(back && isReachable(others, from, to))
}

type Arc = Cell & { readonly from: number; readonly to: number }

/** Nodes: rows, the row of totals, columns, the column of totals. One more of a count moves something along its arc. */
function arcOf(full: readonly (readonly number[])[], { row, column }: Cell): { from: number; to: number } {
  const lastRow = full.length - 1
  const lastColumn = (full[0]?.length ?? 1) - 1
  const columnNode = full.length + column
  const intoRow = row < lastRow === column < lastColumn
  return intoRow ? { from: columnNode, to: row } : { from: row, to: columnNode }
}

/** A row is named because something was counted in it: its total, and its only count, are one at least. */
function mayBeLess(full: readonly (readonly number[])[], cell: Cell): boolean {
  const columns = (full[0]?.length ?? 1) - 1
  const ofNamedRow = cell.row < full.length - 1 && (cell.column === columns || columns === 1)
  return at(full, cell) > (ofNamedRow ? 1 : 0)
}

/** Hidden counts: each may be more, and less as far as everybody knows it might be. */
function arcsOf(full: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]): Arc[] {
  return cellsOf(full)
    .filter(({ row, column }) => hidden[row]?.[column])
    .flatMap((cell) => {
      const { from, to } = arcOf(full, cell)
      const more = { ...cell, from, to }
      return mayBeLess(full, cell) ? [more, { ...cell, from: to, to: from }] : [more]
    })
}

function isReachable(arcs: readonly Arc[], start: number, goal: number): boolean {
  const seen = new Set([start])
  const open = [start]
  for (;;) {
    const node = open.pop()
    if (node === undefined) return false
    if (node === goal) return true
    for (const arc of arcs) {
      if (arc.from !== node || seen.has(arc.to)) continue
      seen.add(arc.to)
      open.push(arc.to)
    }
  }
}
