/** `npm start` asked to stop before it is ready: nothing is left running, and the next start finishes the work. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runningUrl } from '@anpei/server/embedded'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anpei-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Sends the signal as soon as the words are said; tells how it ended and what it said. */
async function until(
  words: string,
  signal: NodeJS.Signals,
  given: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; said: string }> {
  const env = { ...process.env, ANPEI_DATA: folder, ANPEI_DEMO_PEOPLE: '300', PORT: '0', DATABASE_URL: '', ...given }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk: Buffer): void => {
    const before = said.includes(words)
    said += chunk.toString()
    if (before || !said.includes(words)) return
    child.kill(signal)
    // Launcher and terminal each send one; who is already stopping is not torn from it.
    setTimeout(() => child.kill(signal), 100)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const [code] = await once(child, 'close')
  return { code, said }
}

describe('asked to stop while it starts', () => {
  it.each([
    ['while the database is made', '首次启动', 'SIGTERM'],
    ['while the demo is loaded', '花名册已导入', 'SIGINT'],
  ] as const)(
    '%s, it ends at once and leaves no database running',
    async (_, words, signal) => {
      const { code, said } = await until(words, signal)
      expect(said).toContain('正在停止')
      expect(said).not.toContain('安赔已启动')
      expect(said).not.toContain('at ')
      expect(code).toBe(0)
      expect(runningUrl(folder)).toBeNull()
      expect(existsSync(join(folder, 'pgdata', 'postmaster.pid'))).toBe(false)
    },
    60_000,
  )

  it('a demo that was cut short is loaded anew by the next start, whole', async () => {
    await until('花名册已导入', 'SIGKILL')
    const next = await until('安赔已启动', 'SIGTERM')
    expect(next.said).toContain('上次没有装完')
    expect(next.said).toContain('花名册已导入')
    expect(next.code).toBe(0)
    const third = await until('安赔已启动', 'SIGTERM')
    expect(third.said).not.toContain('花名册')
    expect(existsSync(join(folder, 'keys.json')) && readFileSync(join(folder, 'keys.json')).length > 0).toBe(true)
  }, 120_000)
})

describe('a setting that cannot be used', () => {
  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['ANPEI_DEMO_PEOPLE', 'many'],
  ])('%s=%s is told in one line before anything is made', async (name, value) => {
    const { code, said } = await until('nothing', 'SIGTERM', { [name]: value })
    expect(said.trim()).toMatch(new RegExp(`^环境变量 ${name} 应当是 0 到 \\d+ 的整数，[^\\n]+\\]$`))
    expect(code).toBe(1)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a database that cannot be reached', () => {
  it('is told in one line that does not repeat the password', async () => {
    const { code, said } = await until('nothing', 'SIGTERM', {
      DATABASE_URL: 'postgres://anpei:geheim@127.0.0.1:1/anpei',
    })
    expect(said.trim()).toMatch(/^连不上 DATABASE_URL 指定的数据库（ECONNREFUSED）：[^\n]+$/)
    expect(said).not.toContain('geheim')
    expect(code).toBe(1)
  })
})

describe('a port that is taken', () => {
  it('is told in one line before anything is made, not after minutes of loading the demo', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    try {
      const { code, said } = await until('首次启动', 'SIGTERM', { PORT: String(port) })
      expect(said.trim()).toMatch(new RegExp(`^端口 ?${port}[^\\n]+$`))
      expect(code).toBe(1)
      expect(readdirSync(folder)).toEqual([])
    } finally {
      taken.close()
    }
  }, 60_000)
})
