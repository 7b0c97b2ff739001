import { listBadRows } from '@anpei/contract/programme'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, emptyRoster, type World } from '../testing/index.ts'
import { fileOf, idNumberOf, openWorld, upload, type Elder } from './programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await emptyRoster(world)
})
afterAll(() => world.close())

describe('PRG-05 wrong rows of a roster', () => {
  it('in GB18030: each is kept as typed with its reason, the good ones are taken in', async () => {
    const good: Elder = { name: '许巧英', birthOn: '1948-05-06', order: 120 }
    const wrong = idNumberOf({ ...good, order: 140 })
    const digit = `${wrong.slice(0, 17)}${wrong.endsWith('X') ? '0' : 'X'}`
    const birthday = '440524195002300210'
    const rows: Elder[] = [
      good,
      good,
      { ...good, name: '许错码', idNumber: digit },
      { ...good, name: '许生日', idNumber: birthday },
    ]
    const done = await upload(world, 'initial', '2025-10-01', iconv.encode(fileOf(rows), 'gb18030'))
    expect(done).toMatchObject({ state: 'confirmed', goodCount: 1, openBadCount: 3 })
    const { items } = await (await world.as('pm'))(listBadRows, { params: { importId: done.id }, query: {} })
    expect(items.map((row) => [row.rowNo, row.cells.name, row.cells.idNumber, row.reasons[0]?.text])).toEqual([
      [3, '许巧英', idNumberOf(good), '同一个人在文件中出现了不止一次。'],
      [4, '许错码', digit, '身份证号的最后一位校验码不对，请逐位核对。'],
      [5, '许生日', birthday, '身份证号中的出生日期不可能存在，请核对第7至14位。'],
    ])
  })

  it('cut off in the middle: the person reads where, and nothing of it is taken in', async () => {
    const elders = Array.from(
      { length: 20 },
      (_, i): Elder => ({ name: '半截', birthOn: '1951-01-01', order: 300 + i }),
    )
    const failed = await upload(world, 'initial', '2025-10-01', fileOf(elders).slice(0, -60))
    expect(failed).toMatchObject({ state: 'failed', goodCount: 0 })
    expect(failed.task?.fault).toBe('文件不完整，在第21行中断。请等导出或传输完成后再上传。')
    expect(await arrange(world, `select 1 from person where name = '半截'`)).toEqual([])
  })

  it('in no encoding anybody knows: the person reads what to do', async () => {
    const failed = await upload(
      world,
      'initial',
      '2025-10-01',
      Buffer.concat([Buffer.from('姓名,身份证号\n'), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0xff, 0x2c, 0x31, 0x0a])]),
    )
    expect(failed.state).toBe('failed')
    expect(failed.task?.fault).toContain('请另存为UTF-8或GB18030（ANSI）编码。')
  })
})
