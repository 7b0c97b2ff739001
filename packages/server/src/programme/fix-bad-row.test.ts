import { fixBadRow, listBadRows, listRoster } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type World } from '../testing/index.ts'
import { fileOf, idNumberOf, openWorld, upload, type Elder } from './programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder: Elder = { name: '谢金水', birthOn: '1949-03-04', order: 151 }

describe('PRG-05 fixing a bad row on the screen', () => {
  it('tries it again, and it enters like the good ones', async () => {
    const manager = await world.as('pm')
    const done = await upload(
      world,
      'initial',
      '2025-10-01',
      fileOf([{ ...elder, idNumber: idNumberOf(elder).slice(0, 17) }]),
    )
    const params = { importId: done.id, rowNo: 2 }
    const [row] = (await manager(listBadRows, { params: { importId: done.id } })).items
    expect(row).toMatchObject({ rowNo: 2, reasons: [{ code: 'customers.id_length' }], cells: { name: '谢金水' } })
    const cells = row?.cells ?? {}
    await expectRefusal(manager(fixBadRow, { params, body: { cells } }), 'programme.row_still_bad')
    const after = await manager(fixBadRow, { params, body: { cells: { ...cells, idNumber: idNumberOf(elder) } } })
    expect(after).toMatchObject({ openBadCount: 0, goodCount: 1 })
    expect((await manager(listRoster, { query: { q: '谢金水' } })).items).toMatchObject([
      { coveredToday: true, statusWord: '在册' },
    ])
    await expectRefusal(manager(fixBadRow, { params, body: { cells } }), 'lifecycle.not_possible')
  })
})
