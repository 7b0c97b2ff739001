import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accountFor, isRoot } from './account.ts'
import { portSentence, StartFault } from './fault.ts'
import { folderHash } from './lock.ts'
import { STAGING_ROOT } from './place.ts'
import { explain, freePort } from './server-process.ts'
import { startEmbedded, type EmbeddedOptions } from './start.ts'
import { ask, testFolder } from './testing/folders.ts'
import { launch } from './testing/launch.ts'

const quick = { throwaway: true, freeSpace: { first: 0, later: 0 } }
let folder: { path: string; clean(): void }
beforeEach(() => {
  folder = testFolder()
})
afterEach(() => folder.clean())

async function faultOf(more: Partial<EmbeddedOptions> = {}): Promise<StartFault> {
  try {
    const db = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick, ...more })
    await db.stop()
  } catch (error) {
    if (error instanceof StartFault) return error
    throw error
  }
  throw new Error('it started')
}

async function startAndStop(): Promise<void> {
  const db = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick })
  await db.stop()
}

/** One sentence in Chinese, the same in English in brackets, on one line. */
function expectSentence(sentence: string | undefined): void {
  expect(sentence).toMatch(/^[^\n]*[\u4e00-\u9fff][^\n]*。 \[[A-Z][^\n]*\]$/)
}

describe('a full disk', () => {
  it('is noticed before the first start, with the numbers', async () => {
    const fault = await faultOf({ freeSpace: { first: 2 ** 60, later: 0 } })
    expect(fault.code).toBe('disk')
    expect(fault.sentence).toContain(`${2 ** 40} MB`)
    expectSentence(fault.sentence)
    expect(existsSync(join(folder.path, 'pgdata'))).toBe(false)
  })

  it('is noticed before a later start', async () => {
    await startAndStop()
    expect((await faultOf({ freeSpace: { first: 0, later: 2 ** 60 } })).code).toBe('disk')
  })

  it('met while the database is being made, is told as such, and the next start begins afresh', async () => {
    // 4 MB a file is less than PostgreSQL's first log segment: a real write fails, without any privilege.
    const launched = await launch({ folder: folder.path, ...quick }, 'ulimit -f 4096; exec "$@"')
    expect(launched.code).toBe('disk')
    expectSentence(launched.sentence)
    expect(readFileSync(join(folder.path, 'postgres.log'), 'utf8')).toContain('File too large')
    await startAndStop()
  })

  it.each([
    ['No space left on device', 'disk'],
    ['Disk quota exceeded', 'disk'],
  ])('in PostgreSQL’s words "%s" is %s', (words, code) => {
    const tail = `2026-01-01 PANIC:  could not write to file "pg_wal/xlogtemp.77": ${words}\n`
    expect(explain({ pgdata: '/d/pgdata', logFile: '/d/postgres.log' }, 1, tail).code).toBe(code)
  })

  // Only root may mount; the sentences above are tested for everybody.
  it.runIf(canMount())('on a small disk, really full: told, and after making room the data is there', async () => {
    expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=120m,mode=755', 'tmpfs', folder.path]).status).toBe(0)
    try {
      const db = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick })
      await ask(db.url, 'create table kept as select 7 as number')
      await db.stop()
      spawnSync('dd', ['if=/dev/zero', `of=${join(folder.path, 'filler')}`, 'bs=1M'])
      const full = await faultOf()
      expect(full.code).toBe('disk')
      expectSentence(full.sentence)
      rmSync(join(folder.path, 'filler'))
      const again = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick })
      expect(await ask(again.url, 'select number from kept')).toEqual([{ number: 7 }])
      await again.stop()
    } finally {
      spawnSync('umount', [folder.path])
    }
  })
})

describe('a broken data folder', () => {
  const control = 'global/pg_control'
  const inData = (at: string, name: string): string => join(at, 'pgdata', name)
  const sound = testFolder()
  beforeAll(async () => {
    const db = await startEmbedded({ folder: sound.path, log: () => undefined, ...quick })
    await db.stop()
  })
  afterAll(() => sound.clean())

  it.each([
    ['without PG_VERSION', (at: string) => rmSync(inData(at, 'PG_VERSION')), 'folder.broken', 'PG_VERSION'],
    ['without its control file', (at: string) => rmSync(inData(at, control)), 'folder.broken', 'pg_control'],
    ['of another version', (at: string) => writeFileSync(inData(at, 'PG_VERSION'), '13\n'), 'folder.version', '13'],
    ['without its passwords', (at: string) => rmSync(join(at, 'secrets.json')), 'folder.broken', 'secrets.json'],
    [
      'with an overwritten control file',
      (at: string) => writeFileSync(inData(at, control), Buffer.alloc(8192, 7)),
      'folder.broken',
      'postgres.log',
    ],
    ['without its log', (at: string) => rmSync(inData(at, 'pg_wal'), { recursive: true }), 'folder.broken', 'pg_wal'],
  ])('%s', async (_, damage, code, word) => {
    spawnSync('cp', ['-a', `${sound.path}/.`, folder.path])
    damage(folder.path)
    const fault = await faultOf()
    expect(fault.code).toBe(code)
    expect(fault.sentence).toContain(word)
    expect(fault.sentence).toContain(folder.path)
    expectSentence(fault.sentence)
  })
})

describe('a folder that cannot be written', () => {
  it('because a file is in its place', async () => {
    writeFileSync(join(folder.path, 'file'), '')
    const fault = await faultOf({ folder: join(folder.path, 'file/data') })
    expect(fault.code).toBe('folder.unwritable')
    expectSentence(fault.sentence)
  })

  it('because it belongs to somebody else', async () => {
    chmodSync(folder.path, 0o555)
    // Root may write anywhere: then the launcher runs as the database account.
    const account = { ...accountFor(join(folder.path, 'pgdata')), cwd: '/' }
    const launched = await launch({ folder: folder.path, ...quick }, undefined, account)
    chmodSync(folder.path, 0o755)
    expect(launched.code).toBe('folder.unwritable')
    expect(launched.sentence).toContain('EACCES')
  })
})

describe('a port that is taken', () => {
  it('is told for the database', async () => {
    const port = await freePort()
    const holder = createServer()
    await new Promise<void>((done) => holder.listen(port, '127.0.0.1', done))
    const fault = await faultOf({ port })
    holder.close()
    expect(fault.code).toBe('port')
    expect(fault.sentence).toContain(String(port))
  })

  it('has a sentence for the web server', () => {
    expectSentence(portSentence(8080))
    expect(portSentence(8080)).toContain('PORT=8081 npm start')
  })
})

describe('started by a normal user', () => {
  it.runIf(isRoot())('runs as that user, and root finds the same data afterwards', async () => {
    const account = accountFor(join(folder.path, 'pgdata'))
    const home = join(folder.path, 'home')
    mkdirSync(home)
    spawnSync('chown', [`${account.uid}:${account.gid}`, home])
    chmodSync(folder.path, 0o755)
    const launched = await launch({ folder: join(home, 'data'), ...quick }, undefined, { ...account, cwd: '/' })
    await ask(launched.url, 'create table kept as select 7 as number')
    await launched.end('SIGINT')
    const db = await startEmbedded({ folder: join(home, 'data'), log: () => undefined, ...quick })
    expect(await ask(db.url, 'select number from kept')).toEqual([{ number: 7 }])
    await db.stop()
  })
})

describe('started as root under a folder that only root may enter', () => {
  it.runIf(isRoot())('stages the data and says so, and finds it again; an emptied folder begins anew', async () => {
    chmodSync(folder.path, 0o700)
    const data = join(folder.path, 'data')
    mkdirSync(data)
    const staged = join(STAGING_ROOT, folderHash(data))
    const lines: string[] = []
    const first = await startEmbedded({ folder: data, log: (line) => lines.push(line), ...quick })
    expect(lines.filter((line) => line.includes(staged))).toHaveLength(1)
    await ask(first.url, 'create table kept as select 7 as number')
    await first.stop()
    const second = await startEmbedded({ folder: data, log: () => undefined, ...quick })
    expect(await ask(second.url, 'select number from kept')).toEqual([{ number: 7 }])
    await second.stop()
    rmSync(data, { recursive: true })
    const third = await startEmbedded({ folder: data, log: (line) => lines.push(line), ...quick })
    expect(await ask(third.url, `select to_regclass('kept') as found`)).toEqual([{ found: null }])
    await third.stop()
    const aside = /保留在 (\S+)/.exec(lines.join('\n'))?.[1] ?? ''
    expect(existsSync(join(aside, 'pgdata'))).toBe(true)
    for (const path of [staged, aside]) rmSync(path, { recursive: true, force: true })
  })
})

function canMount(): boolean {
  if (!isRoot() || process.platform !== 'linux') return false
  const probe = testFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe.path]).status === 0
  if (mounted) spawnSync('umount', [probe.path])
  probe.clean()
  return mounted
}
