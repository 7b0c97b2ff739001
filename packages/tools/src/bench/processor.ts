/**
 * Processor time spent so far, in milliseconds, read from Linux's /proc: unlike calls a second it does not depend on
 * who else is at work on the machine, so a change can be judged by it. Elsewhere nothing is known.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const TICK_MS = 10

export type ProcessorTime = {
  readonly serverMs: number
  readonly databaseMs: number
  readonly benchMs: number
  /** The same by part: the server's own thread and those beside it, each kind of process of the database. */
  readonly parts: ReadonlyMap<string, number>
}

export function processorTime(serverPid: number, folder: string): ProcessorTime | undefined {
  if (process.platform !== 'linux') return undefined
  const own = process.cpuUsage()
  const benchMs = (own.user + own.system) / 1000
  const serverMs = ticksOf(`/proc/${serverPid}`, false) * TICK_MS
  const mainMs = ticksOf(`/proc/${serverPid}/task/${serverPid}`, false) * TICK_MS
  const database = databaseTimes(join(folder, 'pgdata'))
  return {
    serverMs,
    databaseMs: [...database.values()].reduce((total, ms) => total + ms, 0),
    benchMs,
    parts: new Map([
      ['callers', benchMs],
      ['server', mainMs],
      ['server, other threads', serverMs - mainMs],
      ...database,
    ]),
  }
}

/** The postmaster's children by what they are called; those that ended meanwhile stand with the postmaster. */
function databaseTimes(pgdata: string): ReadonlyMap<string, number> {
  const postmaster = Number(readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')[0])
  const times = new Map([['postmaster and ended', ticksOf(`/proc/${postmaster}`, true) * TICK_MS]])
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || parentOf(Number(name)) !== postmaster) continue
    const part = titleOf(Number(name))
    times.set(part, (times.get(part) ?? 0) + ticksOf(`/proc/${name}`, false) * TICK_MS)
  }
  return times
}

/** `postgres: checkpointer ` → checkpointer; sessions are named by user, database and address. */
function titleOf(pid: number): string {
  try {
    const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replace(/^postgres: /, '')
    return /\[local\]|127\.0\.0\.1/.test(title) ? 'sessions' : title.replace(/[\d\0]+/g, '').trim()
  } catch {
    return 'postmaster and ended'
  }
}

function fieldsOf(place: string): string[] {
  try {
    const text = readFileSync(`${place}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It ended just now.
    return []
  }
}

function parentOf(pid: number): number {
  return Number(fieldsOf(`/proc/${pid}`)[1] ?? 0)
}

function ticksOf(place: string, withEnded: boolean): number {
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fieldsOf(place).slice(11, 15).map(Number)
  return user + system + (withEnded ? endedUser + endedSystem : 0)
}
