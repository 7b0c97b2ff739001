import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorld, type World } from './testing/index.ts'

const SOURCES = fileURLToPath(new URL('.', import.meta.url))
/** As `tx.record` is called: the name first, the subject right after it. */
const RECORDED = /name: '([a-z_]+\.[a-z_]+)',\s+subject:/g

describe('ORG-08 the audit log speaks Chinese', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('has words for every event that a command records', () => {
    const files = globSync('**/*.ts', { cwd: SOURCES }).filter((name) => !/(test|fixture)\.ts$/.test(name))
    const names = files.flatMap((name) =>
      [...readFileSync(`${SOURCES}${name}`, 'utf8').matchAll(RECORDED)].map((found) => found[1] ?? ''),
    )
    expect(names.length).toBeGreaterThan(100)
    expect([...new Set(names)].filter((name) => !/[\u4e00-\u9fff]/.test(world.app.eventTitle(name, {})))).toEqual([])
  })
})
