/** The table a run prints and writes. */
import { spread } from './load.ts'

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

/** `costs`: the processor time of one call of ours and of the bare limit, in words. */
export function share(
  part: string,
  what: string,
  ours: number,
  bare: number,
  least: number,
  costs: readonly [string, string],
): Row {
  return row(
    part,
    what,
    `${whole(ours)}/s (${costs[0]})`,
    `bare ${whole(bare)}/s (${costs[1]})`,
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

/** Many times of the same thing: judged by all but the slowest hundredth, the middle one beside it. */
export function mostly(part: string, what: string, times: readonly number[], most: number): Row {
  const { p50, p99 } = spread(times)
  const measured = `${p99.toFixed(1)} ms (half in ${p50.toFixed(1)} ms)`
  return row(part, `${what}, 99 of 100`, measured, '', '', `≤ ${most} ms`, p99 <= most)
}

/** Something that could not be measured: its fault stands in the table, and the run goes on. */
export function stopped(part: string, what: string, fault: unknown): Row {
  const said = (fault instanceof Error ? fault.message : String(fault)).replaceAll(/\s+/g, ' ').slice(0, MOST_SAID)
  return row(part, what, `stopped: ${said.replaceAll('|', '/')}`, '', '', '', false)
}

export function plainLine(one: Row | undefined): string {
  return one ? `${one.what}: ${[one.measured, one.against, one.ratio].filter(Boolean).join(', ')}` : ''
}

export function atLeast(part: string, what: string, value: number, least: number, unit: string): Row {
  return row(part, what, `${whole(value)} ${unit}`, '', '', `≥ ${whole(least)} ${unit}`, value >= least)
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString('en')
}

const MOST_SAID = 200
const HEAD = ['', 'what', 'measured', 'against', 'ratio', 'wanted', ''] as const

function markdownTable(rows: readonly Row[]): string {
  const lines = rows.map((one) => [
    one.part,
    one.what,
    one.measured,
    one.against,
    one.ratio,
    one.target,
    one.met ? '✓' : '✗',
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
      one.met ? 'ok' : 'MISSED',
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

/** The page of a run. */
export function document(facts: readonly string[], rows: readonly Row[], notRun: readonly string[]): string {
  return [
    '# Speed and size',
    '',
    'Written by `npm run bench -- --out docs/bench.md`. Ratios count more than numbers: each limit was measured',
    'in the same run, on the same data, by the same load generator. A bare handler is Fastify and pg with the very',
    'statements our route was seen to send, without sign-in, scope, masking, parsing, audit log and jobs. In brackets',
    'behind calls a second: processor time of one call, server + database.',
    '',
    ...facts.map((fact) => `- ${fact}`),
    '',
    markdownTable(rows),
    '',
    '## Not run',
    '',
    ...(notRun.length === 0 ? ['Nothing was left out.'] : notRun.map((one) => `- ${one}`)),
    '',
  ].join('\n')
}
