/** Reading postmaster.pid, and stopping a PostgreSQL that outlived its launcher. */
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { program } from './binaries.ts'
import { StartFault } from './fault.ts'
import { isAlive } from './lock.ts'
import type { Log, Place } from './place.ts'

const FAST_STOP_MS = 60_000
const IMMEDIATE_STOP_MS = 10_000

export type PostmasterFile = { readonly pid: number; readonly status: string }

export function readPostmasterFile(pgdata: string): PostmasterFile | null {
  try {
    const lines = readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : null
  } catch {
    return null
  }
}

/** Stops the PostgreSQL of this folder that a killed launcher left behind, if there is one. */
export async function stopOrphan(place: Place, log: Log): Promise<void> {
  const file = readPostmasterFile(place.pgdata)
  // A file that names a dead process is PostgreSQL's own business: it recovers from it and checks its shared memory.
  if (!file || !isAlive(file.pid)) return
  if (!isPostgresOf(file.pid, place.pgdata)) {
    // The number was given to another program since, so that PostgreSQL is long gone; it would refuse to start over it.
    rmSync(join(place.pgdata, 'postmaster.pid'), { force: true })
    return
  }
  log(
    `上次异常退出后数据库仍在运行（进程号 ${file.pid}），正在将它正常停止` +
      ` [The database of a killed launcher is still running (process ${file.pid}); stopping it cleanly]`,
  )
  await stopProcess(place, file.pid, () => isAlive(file.pid))
}

/** Fast shutdown (sessions are ended, nothing is lost); if that hangs, immediate (the log is replayed next time). */
export async function stopProcess(place: Place, pid: number, runs: () => boolean): Promise<void> {
  signal(place, pid, 'SIGINT')
  if (await ends(runs, FAST_STOP_MS)) return
  signal(place, pid, 'SIGQUIT')
  if (await ends(runs, IMMEDIATE_STOP_MS)) return
  throw new StartFault(
    'running',
    `数据库进程 ${pid} 无法停止：请手动结束它后再启动。 [The database process ${pid} does not stop: end it by hand, then start.]`,
  )
}

function signal(place: Place, pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  if (process.platform === 'win32') {
    const mode = name === 'SIGINT' ? 'fast' : 'immediate'
    // Windows has no signals: pg_ctl speaks to PostgreSQL through its own pipe.
    spawn(program(place.binaries, 'pg_ctl'), ['stop', '-W', '-D', place.pgdata, '-m', mode], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(pid, name)
  } catch {
    // It ended just now.
  }
}

async function ends(runs: () => boolean, waitMs: number): Promise<boolean> {
  const began = Date.now()
  while (runs()) {
    if (Date.now() - began > waitMs) return false
    await pause(25)
  }
  return true
}

/** Whether the process is a PostgreSQL server whose data is this folder; a postmaster works inside its data folder. */
export function isPostgresOf(pid: number, pgdata: string): boolean {
  if (process.platform === 'linux') {
    try {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
      return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgdata)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') {
    const list = spawnSync('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh'], { encoding: 'utf8' })
    return list.stdout.includes('postgres.exe')
  }
  const line = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout
  return line.includes('postgres') && line.includes(pgdata)
}
