import { getHistorySample, startHistoryImport } from '@anpei/contract/complaints'
import { writeXlsx } from '../../files/index.ts'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { newId } from '../../kernel/index.ts'
import { HEADINGS, houseOf, sentIn } from './history.fixture.ts'

describe('CMP-13 a file of past complaints arrives', () => {
  let world: World
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
  })
  afterAll(() => world.close())

  it('as a workbook: its columns are guessed, its first rows shown, nothing is read', async () => {
    const rows = [
      ['投诉编号', '受理日期', '备注', '备注'],
      ...Array.from({ length: 12 }, (_, i) => [`${i}`, '2024-01-02']),
    ]
    const { id, ...view } = await sentIn(head, await buffer(writeXlsx(rows, '投诉')), '旧.xlsx')
    expect(view).toMatchObject({ state: 'uploaded', headings: ['投诉编号', '受理日期', '备注', '备注（第4列）'] })
    expect(view.mapping).toMatchObject({ dayOrder: 'ymd', columns: { externalNo: ['投诉编号'] } })
    const sample = await head(getHistorySample, { params: { importId: id } })
    expect(sample.rows).toHaveLength(8)
    expect(sample.rows[0]?.slice(0, 2)).toEqual(['0', '2024-01-02'])
  })

  it('what is no table, no file, or another house is refused', async () => {
    await expectRefusal(sentIn(head, ''), 'files.empty')
    const body = { institutionId: await houseOf(head), series: '旧系统' }
    await expectRefusal(head(startHistoryImport, { body }, { files: [] }), 'file.none')
    const files = [{ field: 'table', file: new Blob([HEADINGS]), name: 'x.csv' }]
    const elsewhere = { ...body, institutionId: newId() }
    await expectRefusal(head(startHistoryImport, { body: elsewhere }, { files }), 'request.not_found')
  })
})
