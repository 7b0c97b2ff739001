/** One run of the `postgres` program over a data folder: started, watched until it is ready, stopped. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { program } from './binaries.ts'
import { databaseEnvironment } from './cluster.ts'
import { brokenFault, diskFault, portSentence, StartFault } from './fault.ts'
import { logTail, openLog, spokeOfFullDisk } from './log-file.ts'
import type { Place } from './place.ts'
import { readPostmasterFile, stopProcess } from './postmaster.ts'

export type ServerProcess = {
  readonly port: number
  /** Where its Unix socket lies; null where it listens on 127.0.0.1 only. */
  readonly socketFolder: string | null
  /** Fulfilled when the server ends by itself; stays open when it is stopped. */
  readonly gone: Promise<StartFault>
  stop(): Promise<void>
}

// After a crash the log is replayed first: with max_wal_size 4 GB on a slow disk that takes its time.
const READY_MS = 600_000
const TRIES = 20

// The longest name of a socket that every system takes (macOS: 104 bytes with the closing zero).
const LONGEST_SOCKET = 103
const socketName = /^\.s\.PGSQL\.\d+(\.lock)?$/

const settings = {
  listen_addresses: '127.0.0.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
  jit: 'off',
  random_page_cost: '1.1',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  log_min_messages: 'warning',
}
const lasting = {
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  min_wal_size: '256MB',
  checkpoint_timeout: '15min',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '1GB',
  max_connections: '200',
  synchronous_commit: 'on',
  // A young table grows tenfold within a minute: until it is analysed, statements keep plans made for an empty one.
  autovacuum_naptime: '20s',
}
const throwaway = {
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '200',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  archive_mode: 'off',
  checkpoint_timeout: '1h',
  // A password that is thrown away needs no thousands of rounds at every connection.
  scram_iterations: '1',
}

type StartOptions = { readonly port?: number; readonly throwaway: boolean }

export async function startServer(place: Place, options: StartOptions): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort())
    const outcome = await launch(place, port, options.throwaway)
    if (!(outcome instanceof StartFault)) return outcome
    const again = outcome.code === 'port' ? options.port === undefined : isHeldMemory(outcome)
    if (!again || attempt === TRIES) throw outcome
    await pause(250)
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function launch(place: Place, port: number, isThrowaway: boolean): Promise<ServerProcess | StartFault> {
  const log = openLog(place.logFile)
  const socketFolder = socketFolderOf(place, port)
  const chosen = { ...settings, ...(isThrowaway ? throwaway : lasting), unix_socket_directories: socketFolder ?? '' }
  const flags = Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program(place.binaries, 'postgres'), ['-D', place.pgdata, '-p', String(port), ...flags], {
    ...place.account,
    cwd: dirname(place.pgdata),
    env: databaseEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    // Ctrl-C in the terminal must reach the launcher only: it lets requests finish, then stops the database.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  log.close()
  // A launcher that ends without stopping it (an uncaught fault) takes it along.
  const onExit = () => {
    child.kill('SIGINT')
  }
  process.on('exit', onExit)
  let stopping = false
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  }).then(() => {
    process.off('exit', onExit)
  })
  const fault = () => explain(place, port, logTail(place.logFile, log.from))
  if (!(await isReady(place, child))) {
    if (runs(child)) await stopProcess(place, child.pid ?? 0, () => runs(child))
    return fault()
  }
  child.unref()
  return {
    port,
    socketFolder,
    gone: new Promise(
      (resolve) =>
        void ended.then(() => {
          if (!stopping) resolve(fault())
        }),
    ),
    stop: async () => {
      stopping = true
      if (child.pid !== undefined && runs(child)) await stopProcess(place, child.pid, () => runs(child))
    },
  }
}

/**
 * A Unix socket costs a third less per statement than TCP to oneself. It lies in the data folder, which only the
 * database's account may enter; PostgreSQL asks for the password there too. What a killed server left is taken away.
 */
function socketFolderOf(place: Place, port: number): string | null {
  if (process.platform === 'win32') return null
  for (const name of readdirSync(place.pgdata)) {
    if (socketName.test(name)) rmSync(join(place.pgdata, name), { force: true })
  }
  const fits = Buffer.byteLength(join(place.pgdata, `.s.PGSQL.${port}`)) <= LONGEST_SOCKET
  // A comma parts folders in this setting, a quote begins a name: such a path stays with TCP.
  return fits && !/[,"]/.test(place.pgdata) ? place.pgdata : null
}

function runs(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

async function isReady(place: Place, child: ChildProcess): Promise<boolean> {
  const began = Date.now()
  while (Date.now() - began < READY_MS) {
    const file = readPostmasterFile(place.pgdata)
    if (file?.pid === child.pid && file?.status === 'ready') return true
    await pause(20)
    if (!runs(child)) return false
  }
  return false
}

function isHeldMemory(fault: StartFault): boolean {
  return String(fault.cause).includes('shared memory block')
}

const damagePattern =
  /(?:FATAL|PANIC): {2}(.*(?:could not (?:open|read|locate)|invalid|incorrect|incompatible|checksum).*)/

/** PostgreSQL's last words, as a sentence for the person at the keyboard. */
export function explain(place: Pick<Place, 'pgdata' | 'logFile'>, port: number, tail: string): StartFault {
  if (spokeOfFullDisk(tail)) return diskFault(place.pgdata, undefined, undefined)
  if (/could not bind .*Address already in use/.test(tail)) return new StartFault('port', portSentence(port), tail)
  const damage = damagePattern.exec(tail)
  if (damage?.[1]) return brokenFault(place.pgdata, damage[1], place.logFile)
  const last = /(?:FATAL|PANIC|ERROR): {2}(.*)/.exec(tail)?.[1] ?? ''
  return new StartFault(
    'start',
    `数据库意外停止（${last}）：详情见 ${place.logFile}。 [The database ended (${last}): details in ${place.logFile}.]`,
    tail,
  )
}
