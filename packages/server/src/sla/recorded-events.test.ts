import { globSync, readFileSync } from 'node:fs'
import { unknownEvents } from '@anpei/domain/sla'
import { describe, expect, it } from 'vitest'
import { clockCatalogue } from './catalogue.ts'

/** Every event the server records: a literal beside `name:`, or one of an event made up of a few literals. */
function recordedEvents(): ReadonlySet<string> {
  const server = new URL('../', import.meta.url)
  const files = globSync('**/*.ts', { cwd: server }).filter((file) => !/\.(test|fixture)\.ts$|^testing\//.test(file))
  const lines = files.flatMap((file) => readFileSync(new URL(file, server), 'utf8').split('\n'))
  const recording = lines.filter((line) => /\bname\b.*[:=]|record/i.test(line))
  return new Set(recording.flatMap((line) => line.match(/(?<=')[a-z_]+\.[a-z_]+(?=')/g) ?? []))
}

describe('CLK-01 no promise waits for an event that nothing records', () => {
  it('every event of a definition that runs is recorded; what is not built yet is held back and says so', () => {
    const { defs, all } = clockCatalogue()
    expect(unknownEvents(defs, recordedEvents())).toEqual([])
    const held = all.filter((def) => def.heldBack !== undefined)
    expect(held.map((def) => def.id)).toEqual(expect.arrayContaining(['T35']))
    for (const def of held) expect(def.heldBack, def.id).toMatch(/不计时|启用|目录|不是对客户的承诺/)
  })

  it('would find one that is not', () => {
    const [any] = clockCatalogue().all
    const listening = any ? [{ ...any, start: [{ type: 'moon.landed' }] }] : []
    expect(unknownEvents(listening, recordedEvents()).map((one) => one.event)).toContain('moon.landed')
  })
})
