/** The scripts behind `npm start`, `npm test` and the other commands (issue: two commands on a fresh machine). */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const script = (name: string): string => join(root, 'scripts', name)
const require = createRequire(import.meta.url)
const { tooOldSentence }: { tooOldSentence(version: string): string | null } = require(script('node-version.cjs'))
const {
  commandOf,
}: {
  commandOf(verb: string, args: string[]): { run: string[]; browser: boolean } | null
} = require(script('verbs.cjs'))
const { isInstalled }: { isInstalled(root: string): boolean } = require(script('install.cjs'))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anpei-launch-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a Node that is too old', () => {
  it.each([
    ['v18.20.4', true],
    ['v0.12.18', true],
    ['v19.9.0', true],
    ['v20.0.0', false],
    ['v24.21.0', false],
  ])('%s → %s', (version, tooOld) => {
    expect(tooOldSentence(version) !== null).toBe(tooOld)
  })

  it('is told in one line, in Chinese and English', () => {
    expect(tooOldSentence('v16.1.0')).toMatch(/^Node v16\.1\.0 太旧：[^\n]+。 \[Node v16\.1\.0 is too old: [^\n]+\]$/)
  })

  it.each(['run.cjs', 'node-version.cjs'])('can read %s: no syntax newer than ES5', (name) => {
    const code = readFileSync(script(name), 'utf8').replace(/^\/\/.*$|^\/\*\*.*$/gm, '')
    expect(code).not.toMatch(/\b(const|let|class|async|await)\b|=>|`|\.\.\.|\?\?|\?\./)
  })

  it('stops there with exit code 1', () => {
    const old = `Object.defineProperty(process, 'version', { value: 'v12.0.0' })`
    const code = `${old}; require(${JSON.stringify(script('run.cjs'))})`
    const done = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' })
    expect(done.status).toBe(1)
    expect(done.stderr.trim()).toBe(tooOldSentence('v12.0.0'))
    expect(done.stdout).toBe('')
  })
})

describe('what a command runs', () => {
  it('every script of package.json starts a file that is there', () => {
    const { scripts }: { scripts: Record<string, string> } = require(join(root, 'package.json'))
    for (const verb of Object.keys(scripts)) {
      const file = commandOf(verb, [])?.run.find((part) => !part.startsWith('-'))
      expect(existsSync(join(root, file ?? 'nothing')), verb).toBe(true)
    }
  })

  it.each([
    ['adjudicate', ['cases.json'], ['packages/tools/src/adjudicate/main.ts', 'cases.json'], false],
    ['db:new', ['claims'], ['packages/tools/src/db-new/main.ts', 'claims'], false],
    ['start', [], ['--max-semi-space-size=16', 'packages/tools/src/start/main.ts'], false],
    ['test', [], ['node_modules/vitest/vitest.mjs', 'run'], true],
    ['test', ['--bail', '1'], ['node_modules/vitest/vitest.mjs', 'run', '--bail', '1'], true],
    ['test', ['packages/domain'], ['node_modules/vitest/vitest.mjs', 'run', 'packages/domain'], false],
    ['test', ['packages/e2e'], ['node_modules/vitest/vitest.mjs', 'run', 'packages/e2e'], true],
  ])('%s %j', (verb, args, run, browser) => {
    expect(commandOf(verb, args)).toEqual({ run, browser })
  })

  it('an unknown one is refused with the list of the known', () => {
    const done = spawnSync(process.execPath, [script('run.cjs'), 'stat'], { encoding: 'utf8' })
    expect(done.status).toBe(2)
    expect(done.stderr).toContain('start、dev、test')
    expect(done.stdout).toBe('')
  })
})

describe('whether the dependencies are installed', () => {
  const write = (path: string, value: unknown): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(value))
  }
  const wanted = {
    '': { name: 'anpei' },
    'packages/domain': { version: '1' },
    'node_modules/pg': { version: '8.1.0' },
    'node_modules/only-on-mac': { version: '1.0.0', optional: true },
  }

  it.each([
    ['as the lock file says', { 'node_modules/pg': { version: '8.1.0' } }, true],
    ['another version', { 'node_modules/pg': { version: '8.0.0' } }, false],
    ['one missing', {}, false],
    [
      'an optional one in another version',
      { 'node_modules/pg': { version: '8.1.0' }, 'node_modules/only-on-mac': { version: '0.9.0' } },
      false,
    ],
  ])('%s', (_, found, answer) => {
    write('package-lock.json', { packages: wanted })
    expect(isInstalled(folder)).toBe(false)
    write('node_modules/node/bin/node', '')
    write('node_modules/node/bin/node.exe', '')
    write('node_modules/.package-lock.json', { packages: found })
    expect(isInstalled(folder)).toBe(answer)
  })
})

describe('the launcher and its child', () => {
  const waits = fileURLToPath(new URL('./testing/waits.mjs', import.meta.url))
  const start = async (between: string[] = []): Promise<{ launcher: ChildProcess; child: number }> => {
    const args = JSON.stringify([waits, join(folder, 'end')])
    const code = `require(${JSON.stringify(script('launch.cjs'))}).run(${args}, process.env)`
    const [file = '', ...rest] = [...between, process.execPath, '-e', code]
    const env = { ...process.env, npm_lifecycle_event: between.length > 0 ? 'start' : '' }
    const launcher = spawn(file, rest, { env, stdio: ['ignore', 'pipe', 'inherit'] })
    const [chunk] = await once(launcher.stdout ?? launcher, 'data')
    return { launcher, child: Number(chunk) }
  }
  const ended = async (): Promise<string> => {
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        return readFileSync(join(folder, 'end'), 'utf8')
      } catch {
        await pause(50)
      }
    }
    return 'still running'
  }

  it.each(['SIGTERM', 'SIGINT'] as const)('%s goes down and the exit code comes up', async (signal) => {
    const { launcher } = await start()
    launcher.kill(signal)
    expect(await once(launcher, 'exit')).toEqual([7, null])
    expect(await ended()).toBe(`${signal} ended`)
  })

  it('a child that dies of a signal gives 128 + its number', async () => {
    const { launcher, child } = await start()
    process.kill(child, 'SIGKILL')
    expect(await once(launcher, 'exit')).toEqual([137, null])
  })

  it('kill -9 of the launcher ends the child tidily', async () => {
    const { launcher } = await start()
    launcher.kill('SIGKILL')
    expect(await ended()).toBe('SIGTERM ended')
  })

  it.each([
    ['npm', ['sh', '-c', '"$@"; true', 'sh']],
    ['npm above its shell', ['sh', '-c', '"$@"; true', 'sh', 'sh', '-c', '"$@"; true', 'scripts/run.cjs']],
  ])('so does kill -9 of %s', async (_, between) => {
    const { launcher } = await start(between)
    // The launcher says nothing of itself: give it the moment to look who its parents are.
    await pause(2000)
    launcher.kill('SIGKILL')
    expect(await ended()).toBe('SIGTERM ended')
  })
})
