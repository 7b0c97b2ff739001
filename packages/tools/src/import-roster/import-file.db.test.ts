import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writeCsv } from '@anpei/server/files'
import { emptyRoster, openWorld, type World } from '@anpei/server/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellsOf, monthRoster, ROSTER_COLUMNS, synthRoster, type RosterRow } from '../synth/index.ts'
import { countLines, importFile } from './import-file.ts'
import { readOptions, type ImportOptions } from './options.ts'

let world: World
const folder = mkdtempSync(join(tmpdir(), 'anpei-import-'))
beforeAll(async () => {
  world = await openWorld()
  await emptyRoster(world)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const PEOPLE = { people: 3000, seed: 3, asOf: '2025-10-01', errors: 16 }

async function write(name: string, rows: Iterable<RosterRow> | AsyncIterable<RosterRow>): Promise<string> {
  const path = join(folder, name)
  const table = (async function* () {
    yield [...ROSTER_COLUMNS]
    for await (const row of rows) yield cellsOf(row)
  })()
  await pipeline(writeCsv(table, { encoding: 'gb18030', bom: false }), createWriteStream(path))
  return path
}

function asked(file: string, ...more: string[]): ImportOptions {
  const options = readOptions([file, '--as-of', '2025-10-01', ...more], '2026-11-23')
  if (typeof options === 'string') throw new Error(options)
  return options
}

describe('PRG-05 npm run import-roster', () => {
  it('loads a made-up district, writes the rejected rows beside it, and a second run changes nothing', async () => {
    const file = await write('名册.csv', synthRoster(PEOPLE))
    expect(await countLines(file)).toBe(3017)
    const rows: number[] = []
    const first = await importFile(world, asked(file), (count) => rows.push(count))
    expect(first).toMatchObject({ ok: true })
    const text = first.ok ? first.lines.join('\n') : ''
    // Of eight kinds of faults, old numbers of 15 digits are no fault: 7 × 2 rows are rejected.
    expect(text).toContain('3,016 行')
    expect(text).toContain('问题行 [rejected] 14')
    expect(rows.at(-1)).toBe(3016)
    const rejects = readFileSync(join(folder, '名册.rejected.csv'), 'utf8')
    expect(rejects.trimEnd().split('\n')).toHaveLength(15)
    expect(rejects).toContain('身份证号的最后一位校验码不对')
    const again = await importFile(world, asked(file), () => undefined)
    expect(again.ok && again.lines[1]).toContain('没有变化 [unchanged] 3,002')
  })

  it('a month of births, deaths and moves becomes differences that wait', async () => {
    const changes = { joined: 0, movedIn: 0, died: 0, movedAway: 0, corrected: 0 }
    const base = (async function* () {
      yield* synthRoster({ ...PEOPLE, errors: 0 })
    })()
    const file = await write('十一月.csv', monthRoster(base, '2025-11', 3, changes))
    const month = await importFile(
      world,
      { ...asked(file, '--kind', 'monthly'), asOfOn: '2025-11-30' },
      () => undefined,
    )
    expect(month).toMatchObject({ ok: true })
    const kinds = await world.app.pool.withTenant(
      1,
      async ({ client }) =>
        (
          await client.query<{ kind: string; n: number }>(
            'select kind, count(*)::int n from roster_difference group by kind',
          )
        ).rows,
    )
    const counted = Object.fromEntries(kinds.map((row) => [row.kind, row.n]))
    expect(counted['joined']).toBe(changes.joined + changes.movedIn)
    expect(counted['died'] ?? 0).toBe(changes.died)
    expect(counted['moved_away'] ?? 0).toBe(changes.movedAway)
  })

  it('says in one sentence what is wrong with a file', async () => {
    const file = join(folder, '别的.csv')
    writeFileSync(file, '姓名,年龄\n甲,61\n')
    expect(await importFile(world, asked(file), () => undefined)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('表头缺少这些列'),
    })
    expect(await importFile(world, asked(join(folder, '没有.csv')), () => undefined)).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('没有文件'),
    })
    expect(await importFile(world, asked(file, '--programme', 'x'), () => undefined)).toMatchObject({ ok: false })
  })
})
