import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readTable, TableUnreadable, writeCsv, writeXlsx } from './index.ts'
import type { Cell } from './index.ts'

const ROWS: Cell[][] = [
  ['姓名', '身份证号', '金额'],
  ['陈秀英', '440524194001150018', 12.5],
  ['=1+1', '', null],
  ['<林&"木">', '0754-81234567', -3],
]

async function readAll(bytes: Buffer, required: string[] = []): Promise<unknown[]> {
  const read = await readTable(Readable.from([bytes]), { fileName: 'roster.xlsx', required })
  if (!read.ok) throw new TableUnreadable(read.code, read.facts)
  const rows: unknown[] = [read.value.columns]
  for await (const row of read.value.rows) rows.push([row.rowNo, ...row.cells])
  return rows
}

async function refusalOf(bytes: Buffer): Promise<unknown> {
  return readAll(bytes).then(
    () => null,
    (fault: unknown) => (fault instanceof TableUnreadable ? fault.refusal : fault),
  )
}

async function workbookOf(fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('名册'))
  workbook.addWorksheet('说明').addRow(['第二张表'])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

describe('PRG-05 workbooks', () => {
  it('reads back what is written', async () => {
    const bytes = await buffer(writeXlsx(ROWS, '名册'))
    expect(await readAll(bytes, ['身份证号'])).toEqual([
      ['姓名', '身份证号', '金额'],
      [2, '陈秀英', '440524194001150018', '12.5'],
      [3, '=1+1', '', ''],
      [4, '<林&"木">', '0754-81234567', '-3'],
    ])
  })

  it('reads the first sheet as a person sees it: days, formulas, rich text, gaps, long numbers', async () => {
    const bytes = await workbookOf((sheet) => {
      sheet.addRow(['日期', '公式', '文字', '空', '数字', '真'])
      sheet.addRow([
        new Date(Date.UTC(1940, 0, 15)),
        { formula: '1+1', result: 2 },
        { richText: [{ text: '陈' }, { text: '秀英', font: { bold: true } }] },
        null,
        13812345678,
        true,
      ])
      sheet.addRow([])
      const noon = new Date(Date.UTC(2026, 9, 1, 12, 30))
      sheet.addRow([noon, { formula: '"a"&"b"', result: 'ab' }, '林', null, 4.5, false])
      sheet.getCell('E6').value = Number('440524194001150018')
    })
    expect(await readAll(bytes)).toEqual([
      ['日期', '公式', '文字', '空', '数字', '真'],
      [2, '1940-01-15', '2', '陈秀英', '', '13812345678', 'TRUE'],
      [4, '2026-10-01 12:30:00', 'ab', '林', '', '4.5', 'FALSE'],
      [6, '', '', '', '', '4.40524194001150E+17', ''],
    ])
  })

  it('reads shared strings however many rows use them', async () => {
    const bytes = await workbookOf((sheet) => {
      for (let i = 0; i < 3000; i++) sheet.addRow(['陈秀英', `名${i % 7}`, i])
    })
    const rows = await readAll(bytes)
    expect(rows).toHaveLength(3000)
    expect(rows.at(-1)).toEqual([3000, '陈秀英', '名3', '2999'])
  })

  it('refuses a workbook cut off anywhere', async () => {
    const bytes = await buffer(writeXlsx(ROWS, '名册'))
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const half = bytes.subarray(0, Math.floor(bytes.length * share))
      expect(await refusalOf(half)).toMatchObject({ ok: false, code: 'files.half_written' })
    }
  })

  it('refuses a workbook with a damaged sheet', async () => {
    const bytes = await workbookOf((sheet) => {
      for (let i = 0; i < 2000; i++) sheet.addRow([`陈${Math.sin(i)}`, i * 7919])
    })
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 600
    bytes.fill(0x55, at, at + 40)
    expect(await refusalOf(bytes)).toMatchObject({ ok: false, code: 'files.unreadable' })
  })

  it('refuses another archive, and a promise to unpack to more than a gigabyte', async () => {
    const bytes = await buffer(writeXlsx(ROWS, '名册'))
    const other = Buffer.from(bytes.toString('latin1').replaceAll('xl/workbook.xml', 'xl/textbook.xml'), 'latin1')
    expect(await refusalOf(other)).toMatchObject({ code: 'files.not_a_table' })
    const bomb = Buffer.from(bytes)
    bomb.writeUInt32LE(0xfffffff0, bomb.indexOf('PK\x01\x02', 0, 'latin1') + 24)
    expect(await refusalOf(bomb)).toMatchObject({ code: 'files.too_large' })
  })

  it('refuses random damage with a sentence, never with a fault', async () => {
    const bytes = await buffer(writeXlsx(ROWS, '名册'))
    for (let i = 0; i < 200; i++) {
      const damaged = Buffer.from(bytes)
      damaged[4 + ((i * 7919) % (bytes.length - 4))] = (i * 31) % 256
      const refusal = await refusalOf(damaged)
      if (refusal !== null) expect(refusal).toMatchObject({ ok: false, code: expect.stringMatching(/^files\./) })
    }
  })
})

describe('CUS-08 tables handed out', () => {
  it('writes CSV with a mark, and no text that starts a formula', async () => {
    const text = await buffer(writeCsv([...ROWS, ['+86 1', '-1', '@a'], ['a,b', 'c"d', 'e\nf']]))
    expect(text.toString()).toBe(
      [
        '\ufeff姓名,身份证号,金额',
        '陈秀英,440524194001150018,12.5',
        "'=1+1,,",
        '"<林&""木"">",0754-81234567,-3',
        "'+86 1,'-1,'@a",
        '"a,b","c""d","e\nf"',
        '',
      ].join('\r\n'),
    )
  })

  it('writes GB18030 that is read again', async () => {
    const read = await readTable(writeCsv(ROWS, { encoding: 'gb18030' }), { fileName: 'a.csv' })
    expect(read).toMatchObject({ ok: true, value: { encoding: 'gb18030', columns: ['姓名', '身份证号', '金额'] } })
  })

  it('passes a fault of the rows on to the reader of the workbook', async () => {
    const broken = (function* (): Generator<Cell[]> {
      yield ['a']
      throw new Error('the store went away')
    })()
    await expect(buffer(writeXlsx(broken, 'a'))).rejects.toThrow('the store went away')
  })
})
