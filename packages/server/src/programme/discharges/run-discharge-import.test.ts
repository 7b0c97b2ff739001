import { createReport } from '@anpei/contract/claims'
import { listOutreaches, listBadRows } from '@anpei/contract/programme'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, testPeople, told, type World } from '../../testing/index.ts'
import { listOf, stayLine, uploadStays } from './discharges.fixture.ts'
import { openWorld } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const { chen, lin, zheng, wu, huang } = testPeople
const stranger = { name: '外地人', idNumber: '110101194903071234' }

describe('PRG-05 a hospital’s list of stays', () => {
  it('opens a possible claim for an injury nobody reported; a disease or a stranger leaves no trace', async () => {
    const service = await world.as('service1')
    await service(createReport, { body: told(lin, { accidentOn: '2026-11-01' }) })
    const number = '11010119490307123'
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const check = '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11]
    const list = listOf([
      stayLine(chen, '2026-11-02 08:30', '2026/11/12'),
      stayLine(lin, '2026-11-02', '2026-11-09'),
      stayLine(zheng, '2026-11-02', '2026-11-09', '脑梗死', 'I63.9'),
      stayLine({ ...stranger, idNumber: `${number}${check}` }, '2026-11-02', '2026-11-09'),
      stayLine({ ...wu, name: '吴错名' }, '2026-11-02', '2026-11-09'),
      stayLine(huang, '2026-11-09', '2026-11-02'),
      stayLine({ ...huang, idNumber: '440582194001150012' }, '2026-11-02', '2026-11-09'),
    ])
    const done = await uploadStays(world, iconv.encode(list, 'gb18030'))
    expect(done).toMatchObject({
      kind: 'discharge',
      state: 'confirmed',
      rowCount: 7,
      goodCount: 4,
      badCount: 3,
      openBadCount: 3,
      counts: { opened: 1, claim_exists: 1, not_accident: 1, not_insured: 1 },
      task: { state: 'done', doneCount: 7, totalCount: 7 },
    })
    const [assessor, manager] = [await world.as('assessor1'), await world.as('pm')]
    const { items } = await assessor(listOutreaches, { query: { source: 'discharge' } })
    expect(items).toMatchObject([
      {
        name: chen.name,
        source: 'discharge',
        sourceWord: '医院出院',
        occasion: '潮南区人民医院，2026-11-02 入院，2026-11-12 出院，股骨颈骨折 S72.0',
        state: 'open',
      },
    ])
    expect((await manager(listOutreaches, {})).items[0]?.occasion).toBe(
      '潮南区人民医院，2026-11-02 入院，2026-11-12 出院，受伤住院',
    )
    const kept = await arrange(world, `select occasion, encode(sealed, 'escape') as sealed from outreach`)
    expect(kept).toHaveLength(1)
    expect(kept[0]?.['occasion']).toBe('discharge:2026-11-02:2026-11-12')
    expect(String(kept[0]?.['sealed'])).not.toContain('S72')
    const bad = await manager(listBadRows, { params: { importId: done.id }, query: {} })
    expect(bad.items.map((row) => [row.rowNo, row.reasons[0]?.text])).toEqual([
      [6, '身份证号已登记在另一个姓名下，请核对。'],
      [7, '出院早于入院，或晚于文件日期。'],
      [8, '身份证号的最后一位校验码不对，请逐位核对。'],
    ])
  })

  it('the same list again changes nothing', async () => {
    const again = await uploadStays(world, listOf([stayLine(chen, '2026-11-02', '2026-11-12')]))
    expect(again).toMatchObject({ goodCount: 1, unchangedCount: 1, counts: { known_before: 1 } })
    expect(await arrange(world, 'select 1 from outreach')).toHaveLength(1)
  })

  it('a list that is no list ends with what to do, and the next can come', async () => {
    const failed = await uploadStays(world, '姓名,年龄\n甲,61\n')
    expect(failed).toMatchObject({ state: 'failed', task: { state: 'failed' } })
    expect(failed.task?.fault).toContain('身份证号')
    expect(await uploadStays(world, listOf([]))).toMatchObject({ state: 'confirmed', rowCount: 0 })
  })
})
