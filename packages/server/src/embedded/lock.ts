/**
 * One launcher per data folder. The operating system holds the lock and drops it when the process dies, however it
 * dies: an abstract socket on Linux, a named pipe on Windows; elsewhere a lock file that names a living process.
 */
import { createHash } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { runningFault, unwritableFault } from './fault.ts'

export type FolderLock = {
  /** Tells a second launcher that it is worth waiting: this one is on its way out. */
  leaving(): void
  release(): Promise<void>
}

type Hold = { leaving(): void; drop(): Promise<void> }
type Holder = { readonly pid: number | undefined; readonly leaving: boolean }

const LEAVING_WAIT_MS = 60_000
// A launcher that was killed takes a moment to vanish.
const GRACE_MS = 1_500

const held = new Map<string, { hold: Hold; count: number }>()

/** A short name for a folder, the same for every path that leads to it. */
export function folderHash(folder: string): string {
  return createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)
}

/**
 * Takes the folder (made if missing) for this process; may be taken again within the process. Throws StartFault
 * `running` when another process has it, after waiting for one that is just stopping.
 */
export async function acquireFolderLock(folder: string): Promise<FolderLock> {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw unwritableFault(folder, error)
  }
  const hash = folderHash(folder)
  const mine = held.get(hash)
  if (mine) mine.count += 1
  else held.set(hash, { hold: await waitForHold(folder, hash), count: 1 })
  let released = false
  return {
    leaving: () => held.get(hash)?.hold.leaving(),
    release: async () => {
      const entry = held.get(hash)
      if (released || !entry) return
      released = true
      entry.count -= 1
      if (entry.count > 0) return
      held.delete(hash)
      await entry.hold.drop()
    },
  }
}

async function waitForHold(folder: string, hash: string): Promise<Hold> {
  const began = Date.now()
  for (;;) {
    const hold = await tryHold(folder, hash)
    if (hold) return hold
    const holder = await askHolder(folder, hash)
    if (Date.now() - began > (holder.leaving ? LEAVING_WAIT_MS : GRACE_MS)) throw runningFault(folder, holder.pid)
    await pause(150)
  }
}

function tryHold(folder: string, hash: string): Promise<Hold | null> {
  const address = lockAddress(hash, process.platform)
  return address === null ? holdFile(join(folder, 'launcher.lock')) : holdSocket(address)
}

/** Null where the system has no names that vanish with their process. */
function lockAddress(hash: string, platform: NodeJS.Platform): string | null {
  if (platform === 'linux') return `\0anpei-${hash}`
  if (platform === 'win32') return `\\\\.\\pipe\\anpei-${hash}`
  return null
}

async function holdSocket(address: string): Promise<Hold | null> {
  let leaving = false
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(JSON.stringify({ pid: process.pid, leaving }))
  })
  if (!(await listens(server, address))) return null
  server.unref()
  return {
    leaving: () => {
      leaving = true
    },
    drop: () => new Promise((done) => server.close(() => done())),
  }
}

function listens(server: Server, address: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen(address, () => resolve(true))
  })
}

async function askHolder(folder: string, hash: string): Promise<Holder> {
  const address = lockAddress(hash, process.platform)
  if (address === null) return { pid: readLockFile(join(folder, 'launcher.lock')), leaving: false }
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(address)
    socket.setTimeout(1_000, () => socket.destroy())
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(parseHolder(text)))
  })
}

function parseHolder(text: string): Holder {
  const pid = /"pid":(\d+)/.exec(text)?.[1]
  return { pid: pid === undefined ? undefined : Number(pid), leaving: text.includes('"leaving":true') }
}

/** Exported for its test: the only way on systems without abstract sockets or pipes. */
export async function holdFile(path: string): Promise<Hold | null> {
  const own = `${path}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    const pid = readLockFile(path)
    if (pid !== undefined && (pid === process.pid || isAlive(pid))) return null
    // Renaming takes the dead launcher's file away from every other contender at once.
    if (pid !== undefined) renameSync(path, `${own}.stale`)
    linkSync(own, path)
  } catch {
    return null
  } finally {
    rmSync(own, { force: true })
    rmSync(`${own}.stale`, { force: true })
  }
  // A contender that had read the dead launcher's name may have renamed ours by mistake: look again.
  await pause(100)
  if (readLockFile(path) !== process.pid) return null
  return { leaving: () => undefined, drop: async () => rmSync(path, { force: true }) }
}

function readLockFile(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}

/** Whether a process of this number exists, also another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
