/**
 * The demo's clock: the machine's, put forward by hand, so that a newcomer sees in minutes what takes days (CLK-04).
 * It never goes back, and a restart remembers how far it was. Outside the demo there is no such clock.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileKeepers, finishWork, roundSteps } from './app.ts'
import type { App } from './http/index.ts'
import { goRound, prolongSessions } from './identity/index.ts'
import { bringJobsForward } from './jobs/index.ts'
import type { Clock } from './kernel/index.ts'
import { workNightly } from './nightly.ts'
import { passOverHours } from './sla/index.ts'

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

/** What is done around each hour that passes. */
export type HourWork = {
  /** Before the clock moves: what the jump must not harm. */
  before(): Promise<void>
  /** Where 03:00 lies in the hour. */
  night(): Promise<void>
  /** What fell due in the hour, until nothing is left. */
  after(): Promise<void>
}

/** The work of the house in an hour that passes: whoever is signed in stays so, and the silence is no fault of it. */
export function hourWork(app: App, ownerUrl: string, log: (line: string) => void): HourWork {
  const fault = (task: string, error: unknown): void => {
    log(`任务 ${task}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return {
    async before() {
      await prolongSessions(app, 1)
      await passOverHours(app, 1)
    },
    night: () => workNightly(app, fileKeepers, log).catch((error: unknown) => fault('nightly', error)),
    async after() {
      await goRound(app, fault, roundSteps)
      await finishWork(app, ownerUrl).catch((error: unknown) => fault('hour', error))
    },
  }
}

/**
 * Lets hours pass one after the other, and with them what the queue keeps waiting: what falls due in an hour is done
 * before the next begins, as it would have been, so that no word goes out a day late because a day was passed over.
 */
export async function passHours(clock: DemoClock, ownerUrl: string, hours: number, work: HourWork): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    await work.before()
    const from = Date.parse(clock.now())
    clock.forward(HOUR_MS)
    await bringJobsForward(ownerUrl, HOUR_MS)
    if (nightsUntil(Date.parse(clock.now())) > nightsUntil(from)) await work.night()
    await work.after()
  }
}

function nightsUntil(ms: number): number {
  return Math.floor((ms - NIGHT_UTC_HOUR * HOUR_MS) / (24 * HOUR_MS))
}
