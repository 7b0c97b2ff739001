/** Keeps a number of callers busy for a while and says how many calls were answered and how long they took. */
import { openLine, type Line } from './wire.ts'

export type Load = {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly calls: number
}

/**
 * `step` makes one call (or a chain of calls) over the caller's own connection and answers the times of its calls. The
 * first that fails ends the measurement.
 */
export async function underLoad(
  port: number,
  callers: number,
  long: { readonly seconds: number } | { readonly steps: number },
  step: (line: Line, caller: number) => Promise<readonly number[]>,
): Promise<Load & { readonly steps: number; readonly stepsPerSecond: number }> {
  const lines = await Promise.all(Array.from({ length: callers }, () => openLine(port)))
  const times: number[] = []
  let steps = 0
  let begun = 0
  const from = performance.now()
  const ending = new AbortController()
  const enough = 'seconds' in long ? () => performance.now() >= from + long.seconds * 1000 : () => begun++ >= long.steps
  const call = async (line: Line, caller: number) => {
    while (!ending.signal.aborted && !enough()) {
      times.push(...(await step(line, caller)))
      steps++
    }
  }
  try {
    await Promise.all(lines.map(call))
  } finally {
    // The others end with the first that fails, and nobody keeps the server from ending.
    ending.abort()
    for (const line of lines) line.end()
  }
  const took = (performance.now() - from) / 1000
  return { ...spread(times), perSecond: times.length / took, steps, stepsPerSecond: steps / took }
}

export function spread(times: readonly number[]): Omit<Load, 'perSecond'> {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), calls: sorted.length }
}
