import { Readable } from 'node:stream'
import { crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTable } from './index.ts'

const LINKS = '<Relationships><Relationship Target="/xl/worksheets/data.xml" Id="rId9"/></Relationships>'
const MAIN = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** A ZIP by hand: each file deflated or stored, the list at the end. */
function archiveOf(files: Readonly<Record<string, string>>, isStored: boolean): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text)
    const packed = isStored ? plain : deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(isStored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, Buffer.from(name))
    const local = [Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]
    for (const part of local) offset += part.length
    parts.push(...local)
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

function workbook(sheet: string, more: Readonly<Record<string, string>> = {}, isStored = false): Buffer {
  return archiveOf(
    {
      'xl/workbook.xml': '<workbook><sheets><sheet name="名册" sheetId="1" r:id="rId9"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': LINKS,
      'xl/worksheets/data.xml': sheet,
      ...more,
    },
    isStored,
  )
}

async function rowsOf(bytes: Buffer): Promise<unknown> {
  const table = await readTable(Readable.from([bytes]), { fileName: 'roster.xlsx' })
  if (!table.ok) return table.code
  const rows: unknown[] = [table.value.columns]
  for await (const row of table.value.rows) rows.push([row.rowNo, ...row.cells])
  return rows
}

describe('PRG-05 workbooks of other programs', () => {
  it('element names with a prefix, cells and rows without addresses, nothing compressed', async () => {
    const sheet =
      `<x:worksheet ${MAIN}><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>姓名</x:t></x:is></x:c>` +
      '<x:c t="str"><x:v>电话</x:v></x:c></x:row><x:row/><x:row><x:c t="inlineStr"><x:is><x:t>陈</x:t></x:is></x:c>' +
      '<x:c><x:v>13812345678</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect(await rowsOf(workbook(sheet, {}, true))).toEqual([
      ['姓名', '电话'],
      [3, '陈', '13812345678'],
    ])
  })

  it('shared strings after the sheet, with reading aids, escapes and empty runs', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
      '<row r="7" spans="1:3"><c r="A7" t="s"><v>2</v></c><c r="C7" t="e"><v>#REF!</v></c></row>' +
      '</sheetData></worksheet>'
    const strings =
      '<sst><si><t>姓名</t><rPh sb="0" eb="1"><t>xìng</t></rPh></si><si><r><t>备</t></r><r><t/></r>' +
      '<r><t xml:space="preserve">注 </t></r></si><si><t>A&amp;B&#x4E00;_x000A_&lt;</t></si></sst>'
    const rows = await rowsOf(workbook(sheet, { 'xl/sharedStrings.xml': strings }))
    expect(rows).toEqual([
      ['姓名', '', '备注'],
      [7, 'A&B一\n<', '', ''],
    ])
  })

  it.each([
    ['date1904="1"', '1944-01-16'],
    ['', '1940-01-15'],
  ])('days by number format, date system %s', async (system, day) => {
    const book = `<workbook><workbookPr ${system}/><sheets><sheet r:id="rId9"/></sheets></workbook>`
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>' +
      '<numFmt numFmtId="171" formatCode="0.00&quot;days&quot;[Red]"/></numFmts><cellStyleXfs><xf numFmtId="14"/>' +
      '</cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>'
    const sheet =
      '<worksheet><sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c>' +
      '</row><row><c s="1"><v>14625</v></c><c s="2"><v>14625</v></c><c><v>14625</v></c></row></sheetData></worksheet>'
    const rows = await rowsOf(workbook(sheet, { 'xl/workbook.xml': book, 'xl/styles.xml': styles }))
    expect(rows).toEqual([
      ['a', 'b', 'c'],
      [2, day, '14625', '14625'],
    ])
  })

  it.each([
    ['no sheet that the workbook names', { 'xl/_rels/workbook.xml.rels': '<Relationships/>' }, 'files.unreadable'],
    ['an empty sheet', { 'xl/worksheets/data.xml': '<worksheet><sheetData/></worksheet>' }, 'files.empty'],
  ])('%s', async (_what, more, code) => {
    expect(await rowsOf(workbook('', more))).toBe(code)
  })

  it('lets go of the source when it refuses', async () => {
    const source = Readable.from(
      (function* () {
        for (;;) yield Buffer.from('姓名,电话\n')
      })(),
      { objectMode: false },
    )
    const table = await readTable(source, { fileName: 'roster.csv', required: ['身份证号'] })
    expect([table.ok, source.destroyed]).toEqual([false, true])
  })
})
