import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readTable, TableUnreadable } from './index.ts'
import type { ReadTableOptions, Table } from './index.ts'

const CSV = '姓名,身份证号,电话\n陈秀英,440524194001150018,13812345678\n林木林,440524195307020245,\n'
const ROWS = [
  ['陈秀英', '440524194001150018', '13812345678'],
  ['林木林', '440524195307020245', ''],
]
const MARK = '\ufeff'

type Read = { columns: readonly string[]; rows: string[][]; rowNos: number[]; table: Table }

/** In pieces of `step` bytes, to cut characters and lines anywhere. */
function streamed(bytes: Buffer, step = 7): Readable {
  return Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
    })(),
    { objectMode: false },
  )
}

async function readAll(bytes: Buffer, options: Partial<ReadTableOptions> = {}, step?: number): Promise<Read> {
  const read = await readTable(streamed(bytes, step), { fileName: 'roster.csv', ...options })
  if (!read.ok) throw new TableUnreadable(read.code, read.facts)
  const rows: string[][] = []
  const rowNos: number[] = []
  for await (const row of read.value.rows) {
    rows.push([...row.cells])
    rowNos.push(row.rowNo)
  }
  return { columns: read.value.columns, rows, rowNos, table: read.value }
}

async function refusalOf(bytes: Buffer, options: Partial<ReadTableOptions> = {}): Promise<unknown> {
  try {
    await readAll(bytes, options)
    return null
  } catch (fault) {
    if (fault instanceof TableUnreadable) return fault.refusal
    throw fault
  }
}

describe('PRG-05 encodings of a roster', () => {
  it.each([
    ['utf-8', Buffer.from(CSV)],
    ['utf-8-bom', Buffer.from(MARK + CSV)],
    ['gb18030', iconv.encode(CSV, 'gb18030')],
    ['utf-16le', iconv.encode(MARK + CSV, 'utf-16le')],
    ['utf-16be', iconv.encode(MARK + CSV, 'utf-16be')],
    ['utf-16le', iconv.encode(CSV, 'utf-16le')],
    ['utf-16be', iconv.encode(CSV, 'utf-16be')],
  ])('%s', async (encoding, bytes) => {
    const read = await readAll(bytes)
    expect(read.table).toMatchObject({ encoding, format: 'csv', columns: ['姓名', '身份证号', '电话'] })
    expect(read.rows).toEqual(ROWS)
    expect(read.rowNos).toEqual([2, 3])
  })

  it('reads GB18030 whose first Chinese character comes after 64 KB', async () => {
    const text = `id,name\n${'1,a\n'.repeat(30_000)}2,陈秀英\n`
    const read = await readAll(iconv.encode(text, 'gb18030'), {}, 4096)
    expect(read.rows.at(-1)).toEqual(['2', '陈秀英'])
  })

  it('reads rare characters of four bytes', async () => {
    const read = await readAll(iconv.encode('姓名,乡\n𠮷田㐀,𠂇\n', 'gb18030'))
    expect(read.rows).toEqual([['𠮷田㐀', '𠂇']])
  })

  it('refuses bytes that are no text in any of them', async () => {
    const bytes = Buffer.concat([Buffer.from(CSV), Buffer.from([0xff, 0xff, 0x0a])])
    expect(await refusalOf(bytes)).toMatchObject({ code: 'files.encoding' })
  })

  it('refuses a file that changes its encoding half way, naming the row', async () => {
    const bytes = Buffer.concat([Buffer.from(CSV.repeat(3000)), iconv.encode('陈秀英,1,2\n', 'gb18030')])
    expect(await refusalOf(bytes)).toMatchObject({ code: 'files.encoding', facts: { rowNo: expect.any(Number) } })
  })
})

describe('PRG-05 text tables', () => {
  it.each([[','], [';'], ['\t']])('separator "%s"', async (delimiter) => {
    expect((await readAll(Buffer.from(CSV.replaceAll(',', delimiter)))).rows).toEqual(ROWS)
  })

  it('Windows line ends, blank lines, no last line end', async () => {
    const read = await readAll(Buffer.from('a,b\r\n1,2\r\n\r\n,,\r\n3,4'))
    expect([read.rows, read.rowNos]).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [2, 5],
    ])
  })

  it('quotation marks with separators, quotation marks and line ends inside', async () => {
    const read = await readAll(Buffer.from('a,b\n"x,""y""\nz",2\n3,"4"\r\n"",5\n'))
    expect(read.rows).toEqual([
      ['x,"y"\nz', '2'],
      ['3', '4'],
      ['', '5'],
    ])
  })

  it('separators of another kind inside the cells', async () => {
    expect((await readAll(Buffer.from('a,b\n;;;;;,2\n\t\t\t,"x;y"'))).rows).toEqual([
      [';;;;;', '2'],
      ['\t\t\t', 'x;y'],
    ])
  })

  it('takes a last line without line end for whole although a line before had a cell too many', async () => {
    expect((await readAll(Buffer.from('a,b\n1,2\n1,2,3\n4,5'))).rows.at(-1)).toEqual(['4', '5'])
  })

  it('fills short rows and keeps surplus cells', async () => {
    expect((await readAll(Buffer.from('a,b,c\n1\n1,2,3,4\n'))).rows).toEqual([
      ['1', '', ''],
      ['1', '2', '3', '4'],
    ])
  })

  it('finds the header under a title and reads alternatives of a name', async () => {
    const text = '潮南区60周岁以上老人名册\n\n姓 名,公民身份号码\n陈秀英,440524194001150018\n'
    const read = await readAll(Buffer.from(text), { required: ['姓名', ['身份证号', '公民身份号码']] })
    expect(read.columns).toEqual(['姓名', '公民身份号码'])
    expect([read.rows, read.rowNos]).toEqual([[['陈秀英', '440524194001150018']], [4]])
  })

  it('agrees with csv-parse on whatever can be written', async () => {
    const cell = fc.array(fc.constantFrom('a', '陈', ',', '"', '\n', ' ', '\t', ';')).map((all) => all.join(''))
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, step) => {
        const quoted = rows.map((row) =>
          row.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)),
        )
        const text = ['x,y,z', ...quoted.map((row) => row.join(','))].join('\n').concat('\n')
        const expected = parse(text)
          .slice(1)
          .filter((row) => row.some((one) => one.trim() !== ''))
        expect((await readAll(Buffer.from(text), {}, step)).rows).toEqual(expected)
      }),
    )
  })

  it('reads from a path', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'anpei-table-'))
    try {
      const path = join(folder, 'roster.csv')
      writeFileSync(path, CSV)
      const read = await readTable(path, { fileName: 'roster.csv', required: ['身份证号'] })
      expect(read).toMatchObject({ ok: true, value: { columns: ['姓名', '身份证号', '电话'] } })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('PRG-05 files that cannot be read', () => {
  it.each([
    ['nothing in it', Buffer.alloc(0), 'files.empty', {}],
    ['blank lines only', Buffer.from('\n \r\n'), 'files.empty', {}],
    ['separators only', Buffer.from(',,\n,,\n'), 'files.empty', {}],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), 'files.xls_old', {}],
    ['a picture', Buffer.from(`89504e470d0a1a0a${'01'.repeat(99)}`, 'hex'), 'files.not_a_table', {}],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'files.not_a_table', {}],
    ['a web page', Buffer.from('<html><table><tr><td>姓名</td></tr></table>'), 'files.not_a_table', {}],
    ['an open quotation mark', Buffer.from(`${CSV}"陈秀英,44`), 'files.half_written', { rowNo: 4 }],
    ['a last line cut off', Buffer.from(`${CSV}陈秀英,44052419`), 'files.half_written', { rowNo: 4 }],
    ['a last character cut in two', Buffer.from(CSV).subarray(0, 91), 'files.half_written', {}],
  ])('%s', async (_what, bytes, code, facts) => {
    expect(await refusalOf(bytes)).toMatchObject({ ok: false, code, facts })
  })

  it('names the missing columns and those found', async () => {
    expect(await refusalOf(Buffer.from(CSV), { required: ['姓名', '户籍状态', ['村居', '村(居)']] })).toEqual({
      ok: false,
      code: 'files.columns_missing',
      facts: { missing: ['户籍状态', '村居/村(居)'], found: ['姓名', '身份证号', '电话'] },
    })
  })

  it.each([
    ['bytes', { maxBytes: 100 }, 'files.too_large'],
    ['rows', { maxRows: 10 }, 'files.too_many_rows'],
    ['columns', { maxColumns: 2 }, 'files.too_wide'],
    ['text in a row', { maxRowChars: 20 }, 'files.too_wide'],
  ])('too many %s', async (_what, limits, code) => {
    expect(await refusalOf(Buffer.from(CSV.repeat(10)), { limits })).toMatchObject({ code })
  })

  it('never fails otherwise, whatever the bytes', async () => {
    for (let i = 0; i < 300; i++) {
      const bytes = Buffer.concat([i % 3 === 0 ? Buffer.from('PK\x03\x04') : Buffer.alloc(0), randomBytes(i * 3)])
      await refusalOf(bytes)
    }
  })
})
