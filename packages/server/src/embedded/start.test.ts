import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folderHash } from './lock.ts'
import { isPostgresOf } from './postmaster.ts'
import { startEmbedded, type Embedded } from './start.ts'
import { ask, serverPid, testFolder } from './testing/folders.ts'
import { launch } from './testing/launch.ts'

const quick = { throwaway: true, freeSpace: { first: 0, later: 0 } }

describe('the embedded database', () => {
  const folder = testFolder()
  let db: Embedded
  beforeAll(async () => {
    db = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick })
  }, 30_000)
  afterAll(async () => {
    await db.stop()
    folder.clean()
  })

  it('is UTF-8 under builtin C.UTF-8, so that trigram search finds Chinese', async () => {
    const rows = await ask<{ grams: string[]; locale: string }>(
      db.url,
      `select show_trgm('潮南区') as grams, datlocale as locale from pg_database where datname = 'anpei'`,
    )
    expect(rows[0]?.locale).toBe('C.UTF-8')
    expect(rows[0]?.grams.length).toBeGreaterThan(0)
  })

  it('belongs to a role that may make roles but is no superuser', async () => {
    const rows = await ask(
      db.url,
      `select rolname, rolsuper, rolcreaterole, rolbypassrls from pg_roles
      where rolname = current_user`,
    )
    expect(rows).toEqual([{ rolname: 'anpei', rolsuper: false, rolcreaterole: true, rolbypassrls: false }])
    await ask(db.url, 'create role made_by_owner nologin')
  })

  it('has the extensions the migrations need', async () => {
    const rows = await ask<{ extname: string }>(db.url, `select extname from pg_extension order by 1`)
    expect(rows.map((row) => row.extname)).toEqual(['btree_gist', 'pg_trgm', 'plpgsql'])
  })

  it('listens on 127.0.0.1 only and wants the right password', async () => {
    const rows = await ask<{ listen_addresses: string }>(db.adminUrl, 'show listen_addresses')
    expect(rows[0]?.listen_addresses).toBe('127.0.0.1')
    const wrong = db.url.replace(/:[^:@]*@/, ':wrong@')
    await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
    expect(statSync(join(folder.path, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it.runIf(process.platform !== 'win32')(
    'is reached by its owner over a socket in the data folder, with the password',
    async () => {
      const address = encodeURIComponent(join(folder.path, 'pgdata'))
      expect(db.ownerUrl).toContain(`@${address}:`)
      expect(await ask(db.ownerUrl, 'select inet_server_addr() is null as local')).toEqual([{ local: true }])
      expect(statSync(join(folder.path, 'pgdata')).mode & 0o777).toBe(0o700)
      const wrong = db.ownerUrl.replace(/:[^:@]*@/, ':wrong@')
      await expect(ask(wrong, 'select 1')).rejects.toThrow('password authentication failed')
    },
  )

  it('is safe against a power failure unless it is a throwaway', async () => {
    const other = testFolder()
    const lasting = await startEmbedded({ folder: other.path, log: () => undefined, freeSpace: { first: 0, later: 0 } })
    try {
      const rows = await ask(
        lasting.adminUrl,
        `select name, setting from pg_settings
        where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1`,
      )
      expect(rows.map((row) => row['setting'])).toEqual(['on', 'on', 'on'])
    } finally {
      await lasting.stop()
      other.clean()
    }
  })

  it('tells when the server ends by itself', async () => {
    const other = testFolder()
    const told = Promise.withResolvers<string>()
    const dying = await startEmbedded({
      folder: other.path,
      log: () => undefined,
      ...quick,
      onGone: (fault) => told.resolve(fault.sentence),
    })
    process.kill(serverPid(other.path), 'SIGQUIT')
    expect(await told.promise).toContain('postgres.log')
    await dying.stop()
    other.clean()
  })
})

describe('starting again', () => {
  it('finds the data of the run before, on the port asked for, and stops without a trace', async () => {
    const folder = testFolder()
    const first = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick })
    await ask(first.url, `create table kept as select '安赔' as word`)
    await first.stop()
    expect(existsSync(join(folder.path, 'pgdata/postmaster.pid'))).toBe(false)
    const port = Number(new URL(first.url).port)
    const second = await startEmbedded({ folder: folder.path, log: () => undefined, port, ...quick })
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: '安赔' }])
    await second.stop()
    await second.stop()
    folder.clean()
  })

  it('takes over from a launcher that was killed with kill -9', async () => {
    const folder = testFolder()
    const killed = await launch({ folder: folder.path, ...quick })
    await ask(killed.url, `create table kept as select 1 as number`)
    const orphan = serverPid(folder.path)
    await killed.end('SIGKILL')
    expect(isPostgresOf(orphan, join(folder.path, 'pgdata'))).toBe(true)
    const lines: string[] = []
    const next = await startEmbedded({ folder: folder.path, log: (line) => lines.push(line), ...quick })
    expect(lines.join()).toContain(String(orphan))
    expect(isPostgresOf(orphan, join(folder.path, 'pgdata'))).toBe(false)
    expect(readFileSync(join(folder.path, 'postgres.log'), 'utf8')).not.toContain('not properly shut down')
    expect(await ask(next.url, 'select number from kept')).toEqual([{ number: 1 }])
    await next.stop()
    folder.clean()
  })

  it('takes over when the database server was killed with it', async () => {
    const folder = testFolder()
    const killed = await launch({ folder: folder.path, ...quick })
    const server = serverPid(folder.path)
    await killed.end('SIGKILL')
    process.kill(server, 'SIGKILL')
    const next = await startEmbedded({ folder: folder.path, log: () => undefined, ...quick })
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await next.stop()
    folder.clean()
  })

  it('leaves nothing running after Ctrl-C', async () => {
    const folder = testFolder()
    const launched = await launch({ folder: folder.path, ...quick })
    const server = serverPid(folder.path)
    await launched.end('SIGINT')
    expect(launched.child.exitCode).toBe(0)
    expect(isPostgresOf(server, join(folder.path, 'pgdata'))).toBe(false)
    folder.clean()
  })
})

describe('two launchers on one folder', () => {
  it('never both run: the second says so and what to do, and the first goes on', async () => {
    const folder = testFolder()
    const first = await launch({ folder: folder.path, ...quick })
    const second = await launch({ folder: folder.path, ...quick })
    expect(second.code).toBe('running')
    expect(second.sentence).toContain(`进程号 ${first.child.pid}`)
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await first.end('SIGTERM')
    folder.clean()
  })

  it('started at the same moment, exactly one wins', async () => {
    const folder = testFolder()
    const both = await Promise.all([1, 2, 3].map(() => launch({ folder: folder.path, ...quick })))
    expect(both.map((one) => one.code ?? 'started').sort()).toEqual(['running', 'running', 'started'])
    await Promise.all(both.map((one) => one.end('SIGTERM')))
    folder.clean()
  })

  it('a folder has one lock however it is written', () => {
    const folder = testFolder()
    expect(folderHash(join(folder.path, '..', folder.path.split('/').at(-1) ?? ''))).toBe(folderHash(folder.path))
    folder.clean()
  })
})
