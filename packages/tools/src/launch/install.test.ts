/** The first command on a fresh clone installs; asked to stop meanwhile, it leaves nothing behind. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
/** Stands for npm: says who it is and who works for it, and would go on for a long time. */
const SLOW_NPM = `#!/bin/sh
sleep 300 &
echo "$$ $!" > "$INSTALLING.new"
mv "$INSTALLING.new" "$INSTALLING"
wait
`

let clone: string
let tmp: string
let pids: number[] = []
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'anpei-clone-'))
  tmp = join(clone, 'tmp')
  mkdirSync(join(clone, 'bin'))
  mkdirSync(tmp)
  cpSync(join(root, 'scripts'), join(clone, 'scripts'), { recursive: true })
  writeFileSync(join(clone, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(clone, 'package-lock.json'), '{ "packages": { "node_modules/pg": { "version": "8.1.0" } } }')
  writeFileSync(join(clone, 'bin', 'npm'), SLOW_NPM)
  chmodSync(join(clone, 'bin', 'npm'), 0o755)
})
afterEach(() => {
  for (const pid of pids.filter(isAlive)) process.kill(pid, 'SIGKILL')
  pids = []
  rmSync(clone, { recursive: true, force: true })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch (error) {
    // Where there is no /proc, whoever can be signalled is alive.
    return error instanceof Error && 'path' in error && process.platform !== 'linux'
  }
}

async function installing(): Promise<{ launcher: ChildProcess; said: () => string }> {
  const mark = join(clone, 'installing')
  rmSync(mark, { force: true })
  const launcher = spawn(process.execPath, [join(clone, 'scripts', 'run.cjs'), 'start'], {
    env: { ...process.env, PATH: `${join(clone, 'bin')}:${process.env.PATH ?? ''}`, TMPDIR: tmp, INSTALLING: mark },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let text = ''
  launcher.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  for (let tries = 0; tries < 200 && !existsSync(mark); tries += 1) await pause(50)
  pids.push(...readFileSync(mark, 'utf8').trim().split(' ').map(Number), launcher.pid ?? 0)
  return { launcher, said: () => text }
}

async function living(): Promise<number[]> {
  for (let tries = 0; tries < 60 && pids.some(isAlive); tries += 1) await pause(50)
  return pids.filter(isAlive)
}

describe.skipIf(process.platform === 'win32')('asked to stop while it installs', () => {
  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('%s leaves neither npm nor what npm started, and no lock', async (signal, code) => {
    const { launcher, said } = await installing()
    expect(pids.filter(isAlive)).toHaveLength(3)
    const ended = once(launcher, 'exit')
    launcher.kill(signal)
    expect(await ended).toEqual([code, null])
    expect(await living()).toEqual([])
    expect(readdirSync(tmp)).toEqual([])
    expect(said()).not.toContain('没有装上')
  })

  it('kill -9 of the launcher: the next command does not install beside what is still running', async () => {
    const { launcher } = await installing()
    const [npm = 0] = pids
    launcher.kill('SIGKILL')
    await once(launcher, 'exit')
    const next = spawn(process.execPath, [join(clone, 'scripts', 'run.cjs'), 'start'], {
      env: { ...process.env, PATH: `${join(clone, 'bin')}:${process.env.PATH ?? ''}`, TMPDIR: tmp },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    pids.push(next.pid ?? 0)
    const [chunk] = await once(next.stderr, 'data')
    expect(String(chunk)).toContain('另一个命令正在安装依赖')
    expect(isAlive(npm)).toBe(true)
    next.kill('SIGTERM')
  })
})
