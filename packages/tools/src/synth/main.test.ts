import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readTable } from '@anpei/server/files'
import { afterAll, describe, expect, it } from 'vitest'
import { ROSTER_COLUMNS } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'anpei-synth-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function synth(...given: string[]): Promise<{ code: unknown; stderr: string }> {
  const main = join(import.meta.dirname, 'main.ts')
  return promisify(execFile)(process.execPath, [main, ...given]).then(
    ({ stderr }) => ({ code: 0, stderr }),
    (fault: { code: unknown; stderr: string }) => fault,
  )
}

async function rowsIn(path: string): Promise<{ encoding: unknown; columns: unknown; rows: string[][] }> {
  const table = await readTable(path, { fileName: path, required: ROSTER_COLUMNS })
  if (!table.ok) throw new Error(table.code)
  const rows: string[][] = []
  for await (const row of table.value.rows) rows.push([...row.cells])
  return { encoding: table.value.encoding, columns: table.value.columns, rows }
}

describe('PRG-05 synth, the command', () => {
  it('writes the same people as UTF-8, GB18030 and workbook', async () => {
    const [csv, again, gb, xlsx] = ['a.csv', 'b.csv', 'gb.csv', 'c.xlsx'].map((name) => join(folder, name))
    if (csv === undefined || again === undefined || gb === undefined || xlsx === undefined) throw new Error('no names')
    await synth('--people', '300', '--seed', '7', '--out', csv)
    await synth('--people', '300', '--seed', '7', '--out', again)
    await synth('--people', '300', '--seed', '7', '--out', gb, '--encoding', 'gb18030')
    await synth('--people', '300', '--seed', '7', '--out', xlsx)
    expect(readFileSync(csv).equals(readFileSync(again))).toBe(true)
    const plain = await rowsIn(csv)
    expect(plain).toMatchObject({ encoding: 'utf-8', columns: [...ROSTER_COLUMNS] })
    expect(plain.rows).toHaveLength(300)
    expect(await rowsIn(gb)).toEqual({ ...plain, encoding: 'gb18030' })
    expect(await rowsIn(xlsx)).toEqual({ ...plain, encoding: null })
  })

  it('writes the next month out of a file', async () => {
    const base = join(folder, 'base.csv')
    const next = join(folder, 'next.csv')
    await synth('--people', '3000', '--out', base)
    const { code, stderr } = await synth('--month', '2025-10', '--base', base, '--out', next)
    expect([code, stderr]).toEqual([0, expect.stringContaining('"joined":')])
    expect((await rowsIn(next)).rows.length).toBeGreaterThan(3000)
  })

  it.each([
    [['--people', '10'], 2, '--out FILE'],
    [['--people', 'many', '--out', 'x.csv'], 2, '--people many'],
    [['--as-of', '2025-02-30', '--out', 'x.csv'], 2, '--as-of 2025-02-30'],
    [['--month', '2025-13', '--base', 'y.csv', '--out', 'x.csv'], 2, '--month 2025-13'],
    [['--month', '2025-11', '--out', 'x.csv'], 2, '--base FILE'],
    [['--encoding', 'big5', '--out', 'x.csv'], 2, 'big5'],
    [['--nonsense', '--out', 'x.csv'], 2, 'usage'],
    [
      ['--month', '2025-11', '--base', '/nowhere/base.csv', '--out', join(folder, 'z.csv')],
      1,
      '读写不了文件 /nowhere/base.csv（ENOENT）',
    ],
    [['--people', '10', '--out', '/nowhere/x.csv'], 1, '读写不了文件 /nowhere/x.csv（ENOENT）'],
  ])('says what is wrong with %j', async (given, exit, sentence) => {
    expect(await synth(...given)).toMatchObject({ code: exit, stderr: expect.stringContaining(sentence) })
  })
})
