import { copyPersonalData, getDataRequestFile, recordProxy } from '@anpei/contract/customers'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, opened, type World } from '../../testing/index.ts'
import { openWorld, personIdOf, testPeople } from '../customers.fixture.ts'
import { requested, verified } from './privacy.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07 CUS-09 the copy of everything we hold', () => {
  it('is made after the check only; JSON and a workbook say the same, marked with who and a number', async () => {
    await opened(await world.as('service1'), testPeople.chen, { narrative: '雨天路滑跌倒' })
    const proof = [{ field: 'proof', file: new Blob(['%PDF-1.4 委托书\n%%EOF']), name: '委托书.pdf' }]
    const params = { personId: await personIdOf(world, 'chen') }
    const body = { proxyName: '陈小明', relation: '子女', act: 'hand_in', proofKind: 'paper' } as const
    await (await world.as('service1'))(
      recordProxy,
      { params, body: { ...body, fromOn: '2026-11-23', toOn: '2026-12-31' } },
      { files: proof },
    )
    const compliance = await world.as('compliance')
    const unchecked = await requested(world, 'chen', 'access')
    await expectRefusal(
      compliance(copyPersonalData, { params: { requestId: unchecked.id } }),
      'customers.request_no_copy',
    )
    const requestId = await verified(world, 'chen', 'copy')
    const { files } = await compliance(copyPersonalData, { params: { requestId } })
    const [json, table] = await Promise.all(
      files.map((file) => compliance(getDataRequestFile, { params: { requestId, fileId: file.id } })),
    )
    const text = json instanceof Blob ? await json.text() : ''
    for (const word of [testPeople.chen.idNumber, '13800000001', '雨天路滑跌倒', '保障']) expect(text).toContain(word)

    const [entry] = await arrange(world, 'select export_no, reason, row_count from export_record')
    expect(entry).toMatchObject({ reason: expect.stringContaining('个人信息请求'), row_count: expect.any(Number) })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(table instanceof Blob ? await table.arrayBuffer() : new ArrayBuffer(0))
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining(['基本资料', '赔案']))
    // Whose it is reads words, not codes.
    expect(text).toMatch(/书面委托[^}]*柜面/s)
    expect(text).not.toMatch(/": "[a-z][a-z_]+"/)
    expect(book.creator).toBe(entry?.export_no)
    const header = book.worksheets[0]?.headerFooter.oddHeader
    expect(header).toContain(`${String(entry?.export_no)}　钟奕彬`)
    expect(await arrange(world, `select from event where look and name = 'data_request.file_read'`)).toHaveLength(2)
  })
})
