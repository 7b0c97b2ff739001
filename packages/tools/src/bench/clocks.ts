/**
 * The clocks (issue of time promises): a calendar change recomputes 100,000 open cases with four clocks each; the sweep
 * over a million clocks touches only those due. Cases of the kind `bench`, taken away afterwards.
 */
import { announceDue, recomputeAll } from '@anpei/server/sla'
import { openBenchApp } from './bench-app.ts'
import type { Ground } from './ground.ts'
import { CASES, CLOCKS, countClocks, DUE, fillCases, fillClocks, makeDue, takeAway } from './store-clocks.ts'
import { atMost, type Row } from './table.ts'

const MOST_RECOMPUTE_S = 10
const MOST_SWEEP_MS = 200

export async function benchClocks(ground: Ground, log: (line: string) => void): Promise<Row[]> {
  const app = openBenchApp(ground)
  try {
    await takeAway(ground)
    await fillCases(ground)
    const clocks = await countClocks(ground, app)
    log(`  ${CASES.toLocaleString('en')} open cases, ${clocks.toLocaleString('en')} clocks`)
    const from = performance.now()
    await recomputeAll(app, 1)
    const seconds = (performance.now() - from) / 1000
    await takeAway(ground)
    log(`  ${CLOCKS.toLocaleString('en')} clocks, ${DUE} due`)
    await fillClocks(ground)
    await announceDue(app, 1, new Map())
    const sweeps: number[] = []
    for (let round = 0; round < 5; round++) {
      await makeDue(ground, round)
      const start = performance.now()
      const looked = await announceDue(app, 1, new Map())
      sweeps.push(performance.now() - start)
      if (looked !== DUE) throw new Error(`the sweep looked at ${looked} clocks`)
    }
    return [
      atMost(
        'clocks',
        `recompute ${CASES.toLocaleString('en')} open cases, ${clocks.toLocaleString('en')} clocks`,
        seconds,
        MOST_RECOMPUTE_S,
        's',
      ),
      atMost(
        'clocks',
        `sweep of ${CLOCKS.toLocaleString('en')} clocks, ${DUE} due, slowest of 5`,
        Math.max(...sweeps),
        MOST_SWEEP_MS,
        'ms',
      ),
    ]
  } finally {
    await takeAway(ground)
    await app.pool.close()
  }
}
