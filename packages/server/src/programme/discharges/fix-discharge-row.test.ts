import { exportBadRows, fixDischargeRow, listBadRows, listOutreaches } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, testPeople, type World } from '../../testing/index.ts'
import { listOf, stayLine, uploadStays } from './discharges.fixture.ts'
import { openWorld, upload } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('PRG-05 a bad row of a discharge list', () => {
  it('is corrected in place and opens its possible claim, or leaves as a file to be imported again', async () => {
    const manager = await world.as('pm')
    const done = await uploadStays(world, listOf([stayLine(testPeople.chen, '2026-11-12', '2026-11-02')]))
    const params = { importId: done.id, rowNo: 2 }
    const [row] = (await manager(listBadRows, { params, query: {} })).items
    const file: unknown = await manager(exportBadRows, { params })
    expect(file instanceof Blob ? await file.text() : '').toContain(
      '行号,问题,姓名,身份证号,医院,入院日期,出院日期,诊断,损伤编码\r\n2,出院早于入院，或晚于文件日期。,陈秀英,',
    )
    const cells = row?.cells ?? {}
    await expectRefusal(manager(fixDischargeRow, { params, body: { cells } }), 'programme.row_still_bad')
    const wrongName = { ...cells, name: '陈错名', dischargedOn: '2026-11-19' }
    await expectRefusal(manager(fixDischargeRow, { params, body: { cells: wrongName } }), 'programme.row_still_bad')
    const fixed = await manager(fixDischargeRow, { params, body: { cells: { ...cells, dischargedOn: '2026-11-19' } } })
    expect(fixed).toMatchObject({ openBadCount: 0, goodCount: 1 })
    expect((await manager(listOutreaches, { query: { source: 'discharge' } })).items).toMatchObject([
      { name: '陈秀英', occasion: '潮南区人民医院，2026-11-12 入院，2026-11-19 出院，受伤住院' },
    ])
    expect((await manager(listOutreaches, { query: { source: 'death' } })).items).toEqual([])
    await expectRefusal(manager(fixDischargeRow, { params, body: { cells } }), 'lifecycle.not_possible')
  })

  it('is not a roster’s', async () => {
    const manager = await world.as('pm')
    const roster = await upload(world, 'initial', '2025-10-01', '姓名,身份证号,村居代码\n错人,123,440514001001\n')
    const params = { importId: roster.id, rowNo: 2 }
    await expectRefusal(manager(fixDischargeRow, { params, body: { cells: {} } }), 'request.not_found')
  })
})
