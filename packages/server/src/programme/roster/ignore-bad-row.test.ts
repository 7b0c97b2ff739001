import { listExports } from '@anpei/contract/customers'
import { exportBadRows, ignoreBadRow } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../testing/index.ts'
import { fileOf, openWorld, upload, type Elder } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder: Elder = { name: '谢水金', birthOn: '1949-03-04', order: 153, sex: '不详' }

describe('PRG-05 leaving a bad row out', () => {
  it('is written down, after the row could be taken home as a file with its reason', async () => {
    const manager = await world.as('pm')
    const done = await upload(world, 'initial', '2025-10-01', fileOf([elder, { ...elder, order: 155, status: '出国' }]))
    const file: unknown = await manager(exportBadRows, { params: { importId: done.id } })
    const text = file instanceof Blob ? await file.text() : ''
    expect(text).toContain('谢水金')
    expect(text).toContain('性别只能填')
    expect(text).toContain('户籍状态不认识')
    const { items } = await (await world.as('compliance'))(listExports, { query: {} })
    expect(items).toMatchObject([
      { what: '花名册问题行', rowCount: 2, madeBy: '林志明', reason: expect.stringMatching(/导入：.+\.csv$/) },
    ])
    expect(file instanceof File && file.name).toContain(items[0]?.exportNo)
    expect((await manager(ignoreBadRow, { params: { importId: done.id, rowNo: 2 } })).openBadCount).toBe(1)
  })
})
