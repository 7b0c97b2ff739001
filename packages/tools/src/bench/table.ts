/** The table a run prints and writes. */

export type Row = {
  readonly part: string
  readonly what: string
  readonly measured: string
  readonly against: string
  readonly ratio: string
  readonly target: string
  readonly met: boolean
}

export function row(
  part: string,
  what: string,
  measured: string,
  against: string,
  ratio: string,
  target: string,
  met: boolean,
): Row {
  return { part, what, measured, against, ratio, target, met }
}

export function share(part: string, what: string, ours: number, bare: number, least: number): Row {
  return row(
    part,
    what,
    `${whole(ours)}/s`,
    `bare ${whole(bare)}/s`,
    `${Math.round((ours / bare) * 100)} %`,
    `≥ ${Math.round(least * 100)} %`,
    ours >= least * bare,
  )
}

export function atMost(part: string, what: string, value: number, most: number, unit: string): Row {
  return row(
    part,
    what,
    `${value < 100 ? value.toFixed(1) : whole(value)} ${unit}`,
    '',
    '',
    `≤ ${most} ${unit}`,
    value <= most,
  )
}

export function atLeast(part: string, what: string, value: number, least: number, unit: string): Row {
  return row(part, what, `${whole(value)} ${unit}`, '', '', `≥ ${whole(least)} ${unit}`, value >= least)
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

const HEAD = ['', 'what', 'measured', 'against', 'ratio', 'target', ''] as const

export function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map((one) => [
    one.part,
    one.what,
    one.measured,
    one.against,
    one.ratio,
    one.target,
    one.met ? '✓' : '✗ under target',
  ])
  return [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export function plainTable(rows: readonly Row[]): string {
  const lines = [
    HEAD,
    ...rows.map((one) => [
      one.part,
      one.what,
      one.measured,
      one.against,
      one.ratio,
      one.target,
      one.met ? 'ok' : 'UNDER',
    ]),
  ]
  const widths = HEAD.map((_, at) => Math.max(...lines.map((cells) => (cells[at] ?? '').length)))
  return lines
    .map((cells) =>
      cells
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
