/**
 * The clocks: a calendar change recomputes 100,000 open cases with four clocks each; the sweep over a million clocks
 * touches only those due. Cases of the kind `bench`, taken away afterwards.
 */
import { announceDue, recomputeAll } from '@anpei/server/sla'
import { openBenchApp } from './bench-app.ts'
import type { Ground } from './ground.ts'
import { partsOf } from './parts-of.ts'
import { atMost, whole, type Row } from './table.ts'

const CASES = 100_000
const CLOCKS = 1_000_000
const DUE = 100
const ROUNDS = 5
const MOST_RECOMPUTE_S = 10
const MOST_SWEEP_MS = 200

const parts = partsOf(new URL('./clocks.sql', import.meta.url))

export async function benchClocks(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const app = openBenchApp(ground)
  const run = (part: string, n = 0, from = 0) =>
    ground.asAdmin((ask) => ask((parts.get(part) ?? '').replaceAll(':n', String(n)).replaceAll(':from', String(from))))
  try {
    await run('away')
    await run('cases', CASES)
    // Folded once, so that the store holds what commands would have written.
    await recomputeAll(app, 1)
    await run('shift')
    // A calendar is imported into a store at rest: what the shift left behind is not cleaned up meanwhile.
    await run('rest')
    const clocks = await heldClocks(ground)
    log(`  ${whole(CASES)} open cases, ${whole(clocks)} clocks`)
    const start = performance.now()
    await recomputeAll(app, 1)
    const seconds = (performance.now() - start) / 1000
    await run('away')
    log(`  ${whole(CLOCKS)} clocks, ${DUE} due`)
    await run('million', CLOCKS)
    const sweeps: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      await run('due', DUE, 1 + round * DUE)
      const from = performance.now()
      const looked = await announceDue(app, 1, new Map())
      sweeps.push(performance.now() - from)
      if (looked !== DUE) throw new Error(`the sweep looked at ${looked} clocks`)
    }
    const recomputed = `recompute ${whole(CASES)} open cases, ${whole(clocks)} clocks`
    const swept = `sweep of ${whole(CLOCKS)} clocks, ${DUE} due, slowest of ${ROUNDS}`
    return [
      atMost('clocks', recomputed, seconds, MOST_RECOMPUTE_S, 's'),
      atMost('clocks', swept, Math.max(...sweeps), MOST_SWEEP_MS, 'ms'),
    ]
  } finally {
    await run('away')
    await app.pool.close()
  }
}

async function heldClocks(ground: Ground): Promise<number> {
  const [found] = await ground.asAdmin((ask) =>
    ask<{ n: number }>(`select count(*)::int as n from clock where subject_kind = 'bench'`),
  )
  return found?.n ?? 0
}
