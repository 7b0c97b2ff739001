/**
 * The demo's clock: the machine's, put forward by hand, so that a newcomer sees in minutes what takes days (CLK-04).
 * It never goes back, and a restart remembers how far it was. Outside the demo there is no such clock.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringJobsForward } from './jobs/index.ts'
import type { Clock } from './kernel/index.ts'

export type DemoClock = Clock & { forward(ms: number): void }

const HOUR_MS = 3_600_000
/** 03:00 in Shanghai, when the work of the night is done. */
const NIGHT_UTC_HOUR = 19

export function demoClock(folder: string): DemoClock {
  const file = join(folder, 'demo-time.json')
  let aheadMs = existsSync(file) ? aheadIn(readFileSync(file, 'utf8')) : 0
  return {
    now: () => new Date(Date.now() + aheadMs).toISOString(),
    forward: (ms) => {
      aheadMs += ms
      writeFileSync(`${file}.new`, JSON.stringify({ aheadMs }))
      renameSync(`${file}.new`, file)
    },
  }
}

function aheadIn(text: string): number {
  const kept: unknown = JSON.parse(text)
  if (typeof kept === 'object' && kept !== null && 'aheadMs' in kept && typeof kept.aheadMs === 'number') {
    return kept.aheadMs
  }
  throw new Error('demo-time.json holds no aheadMs')
}

/** Puts the clock forward, and with it what the queue keeps waiting; where a night has passed, `atNight` is called. */
export async function passHours(clock: DemoClock, ownerUrl: string, hours: number, atNight: () => void): Promise<void> {
  const before = Date.parse(clock.now())
  clock.forward(hours * HOUR_MS)
  await bringJobsForward(ownerUrl, hours * HOUR_MS)
  if (nightsUntil(Date.parse(clock.now())) > nightsUntil(before)) atNight()
}

function nightsUntil(ms: number): number {
  return Math.floor((ms - NIGHT_UTC_HOUR * HOUR_MS) / (24 * HOUR_MS))
}
