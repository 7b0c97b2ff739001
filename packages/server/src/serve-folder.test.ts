import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveFolder } from './serve-folder.ts'

describe('OPS-03 screens built anew beside a running server', () => {
  const ground = mkdtempSync(join(tmpdir(), 'screen-'))
  const dist = join(ground, 'dist')
  const server = fastify()
  const build = (folder: string, script: string) => {
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), `<script src="/portal/assets/${script}.js"></script>`)
    writeFileSync(join(folder, 'assets', `${script}.js`), `'${script}'`)
    writeFileSync(join(folder, 'assets', `${script}.js.gz`), 'packed')
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  }
  const get = (url: string, headers = {}) => server.inject({ url, headers })

  beforeAll(async () => {
    build(dist, 'first')
    await serveFolder(server, '/portal/', dist)
  })
  afterAll(async () => {
    await server.close()
    rmSync(ground, { recursive: true })
  })

  it('a page and its scripts are those of the folder now, also for an address the page reads itself', async () => {
    expect((await get('/portal/claims/1')).body).toContain('first.js')
    expect((await get('/portal')).headers.location).toBe('/portal/')
    expect((await get('/portal/favicon.svg')).headers['cache-control']).toBe('no-cache')
    const packed = await get('/portal/assets/first.js', { 'accept-encoding': 'gzip' })
    expect([packed.body, packed.headers['cache-control']]).toEqual(['packed', 'public, max-age=31536000, immutable'])

    const next = join(ground, 'next')
    build(next, 'second')
    renameSync(dist, join(ground, 'old'))
    expect((await get('/portal/')).body).toContain('first.js')
    renameSync(next, dist)
    expect((await get('/portal/')).body).toContain('second.js')
    expect((await get('/portal/assets/second.js')).body).toBe("'second'")
    expect((await get('/portal/assets/first.js')).statusCode).toBe(404)
  })
})
