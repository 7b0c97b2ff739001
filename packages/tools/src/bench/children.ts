/** The processes a measurement talks to: the server as in production, and the bare handler beside it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { flagsOf } from './flags-of.ts'
import type { Ground } from './ground.ts'

export type Child = {
  readonly port: number
  readonly lines: readonly string[]
  readonly pid: number
  /** Resident memory now, in MB. */
  residentMb(): number
  stop(): Promise<void>
}

const SERVER = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url))
const TAP = new URL('./tap.ts', import.meta.url).href
const BARE = fileURLToPath(new URL('./bare-server.ts', import.meta.url))

/**
 * The server of `npm start`, with its flags, over the bench's database. `tapFile`: where every statement it sends is
 * written.
 */
export function startServer(ground: Ground, options: { tapFile?: string; profile?: string } = {}): Promise<Child> {
  const flags = [
    ...flagsOf('start'),
    ...(options.tapFile ? ['--import', TAP] : []),
    ...(options.profile ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`] : []),
  ]
  return startChild(
    [...flags, SERVER],
    {
      DATABASE_URL: ground.ownerUrl,
      ANPEI_DATA: ground.folder,
      ANPEI_DEMO: 'off',
      PORT: '0',
      BENCH_TAP: options.tapFile ?? '',
    },
    /http:\/\/127\.0\.0\.1:(\d+)/,
  )
}

export function startBare(ground: Ground, recordsFile: string): Promise<Child> {
  return startChild([BARE, ground.ownerUrl, recordsFile], {}, /bare on (\d+)/)
}

async function startChild(args: readonly string[], env: Record<string, string>, ready: RegExp): Promise<Child> {
  const process_ = spawn(process.execPath, [...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const port = await new Promise<number>((resolve, reject) => {
    const read = (text: Buffer): void => {
      lines.push(...text.toString('utf8').split('\n').filter(Boolean))
      const match = lines.map((line) => ready.exec(line)).find(Boolean)
      if (match) resolve(Number(match[1]))
    }
    process_.stdout.on('data', read)
    process_.stderr.on('data', read)
    process_.once('exit', () => {
      reject(new Error(`a child ended early:\n${lines.join('\n')}`))
    })
  })
  process_.stderr.pipe(process.stderr)
  return { port, lines, pid: process_.pid ?? 0, residentMb: () => residentMb(process_), stop: () => stop(process_) }
}

function residentMb(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
