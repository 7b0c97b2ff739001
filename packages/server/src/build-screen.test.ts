import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildScreen, WORTH_PACKING } from './build-screen.ts'

const PORTAL = fileURLToPath(new URL('../../web-portal', import.meta.url))
const MOST_BYTES = 150 * 1024

describe('OPS-01 the portal as it is built for visitors', () => {
  const ground = mkdtempSync(fileURLToPath(new URL('../../../node_modules/.screen-', import.meta.url)))
  const dist = join(ground, 'dist')
  const files = (ending: string) => readdirSync(join(dist, 'assets')).filter((name) => name.endsWith(ending))
  const read = (name: string) => readFileSync(join(dist, 'assets', name))

  beforeAll(async () => {
    await buildScreen(PORTAL, dist, 'a mark')
  })
  afterAll(() => {
    rmSync(ground, { recursive: true })
  })

  it("is the browser's edition of React also when a test run asks for it", () => {
    expect(process.env['NODE_ENV']).toBe('test')
    for (const name of files('.js')) expect(read(name).toString('utf8').includes('jsxDEV'), name).toBe(false)
  })

  it('is packed, and the first load stays under its limit', () => {
    const page = readFileSync(join(dist, 'index.html'), 'utf8')
    const named = (page.match(/assets\/[\w.-]+/g) ?? []).map((path) => path.slice('assets/'.length))
    expect(named.length).toBeGreaterThanOrEqual(2)
    const packed = files('.gz')
    // What is too small to be worth it is sent as it is, and counts too.
    const small = named.filter((name) => !packed.includes(`${name}.gz`))
    for (const name of small) expect(read(name).length, name).toBeLessThan(WORTH_PACKING)
    const first = [...small, ...named.filter((name) => !small.includes(name)).map((name) => `${name}.gz`)]
    expect(first.reduce((sum, name) => sum + read(name).length, page.length)).toBeLessThan(MOST_BYTES)
    for (const name of packed) expect(gunzipSync(read(name)).equals(read(name.slice(0, -3))), name).toBe(true)
  })

  it('carries the mark of the sources it was built from', () => {
    expect(readFileSync(join(dist, '.sources'), 'utf8')).toBe('a mark')
  })
})
