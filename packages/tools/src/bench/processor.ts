/**
 * Processor time spent so far, in milliseconds, read from Linux's /proc: unlike calls a second it does not depend on
 * who else is at work on the machine, so a change can be judged by it. Elsewhere nothing is known.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const TICK_MS = 10

export type ProcessorTime = { readonly serverMs: number; readonly databaseMs: number; readonly benchMs: number }

export function processorTime(serverPid: number, folder: string): ProcessorTime | undefined {
  if (process.platform !== 'linux') return undefined
  const own = process.cpuUsage()
  return {
    serverMs: ticksOf(serverPid, false) * TICK_MS,
    databaseMs: databaseTicks(join(folder, 'pgdata')) * TICK_MS,
    benchMs: (own.user + own.system) / 1000,
  }
}

/** The postmaster, its children, and those of its children that ended meanwhile. */
function databaseTicks(pgdata: string): number {
  const postmaster = Number(readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')[0])
  let ticks = ticksOf(postmaster, true)
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name) && parentOf(Number(name)) === postmaster) ticks += ticksOf(Number(name), false)
  }
  return ticks
}

function fieldsOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It ended just now.
    return []
  }
}

function parentOf(pid: number): number {
  return Number(fieldsOf(pid)[1] ?? 0)
}

function ticksOf(pid: number, withEnded: boolean): number {
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fieldsOf(pid).slice(11, 15).map(Number)
  return user + system + (withEnded ? endedUser + endedSystem : 0)
}
