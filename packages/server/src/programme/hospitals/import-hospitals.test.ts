import { confirmChange } from '@anpei/contract/identity'
import { importHospitals, listHospitals } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type World } from '../../testing/index.ts'

const HEADER = '机构代码,医院名称,别名,镇街,等级,等级起,等级止,认可起,认可止,认可依据'
const GOOD = [
  'H1,峡山示例医院,峡医,峡山街道,一级,2018-01-01,2019-12-31,,,',
  'H1,峡山示例医院,,峡山街道,二级甲等,2020/1/1,,,,',
  'H2,两英示例卫生院,,两英镇,一级,2015-01-01,,2026-01-01,,认可函〔2026〕1号',
]
const BAD = [
  ',没有代码,,,二级,2020-01-01,,,,',
  'H3,,,,二级,2020-01-01,,,,',
  'H4,等级不明,,,很好,2020-01-01,,,,',
  'H5,日期不明,,,二级,昨天,,,,',
  'H6,没有起日,,,二级,,,,,',
]

describe('CLM-08 ORG-05 a file of hospitals', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const upload = async (lines: readonly string[]) => {
    const table = new Blob([`${[HEADER, ...lines].join('\n')}\n`])
    return (await world.as('pm'))(importHospitals, {}, { files: [{ field: 'table', file: table, name: '目录.csv' }] })
  }

  it('names bad rows, lets good ones wait for a second person, and changes nothing when it comes again', async () => {
    const read = await upload([...GOOD, ...BAD])
    expect(read).toMatchObject({ rowCount: 8, addedCount: 2, changedCount: 0 })
    expect(read.errors.map(({ rowNo, code }) => [rowNo, code])).toEqual([
      [5, 'programme.hospital_code_missing'],
      [6, 'programme.hospital_name_missing'],
      [7, 'programme.hospital_level_unreadable'],
      [8, 'programme.hospital_day_unreadable'],
      [9, 'programme.hospital_day_missing'],
    ])
    const head = await world.as('head')
    await head(confirmChange, { params: { id: read.changeId ?? '' } })
    const { items } = await head(listHospitals, { query: { on: '2019-06-01' } })
    expect(items.map(({ code, onDay }) => [code, onDay.level, onDay.recognised])).toEqual([
      ['H2', 1, false],
      ['H1', 1, false],
    ])
    expect(await upload(GOOD)).toMatchObject({ unchangedCount: 2, changeId: null })
  })

  it('is refused when one of its hospitals changed meanwhile, and when it is too long', async () => {
    const early = await upload(['H9,示例,,,二级,2020-01-01,,,,'])
    const late = await upload(['H9,示例,,,三级,2020-01-01,,,,'])
    const head = await world.as('head')
    await head(confirmChange, { params: { id: early.changeId ?? '' } })
    await expectRefusal(head(confirmChange, { params: { id: late.changeId ?? '' } }), 'request.stale')
    const many = Array.from({ length: 2001 }, (_, at) => `M${at},示例,,,二级,2020-01-01,,,,`)
    await expectRefusal(upload(many), 'programme.hospital_rows_many')
  })
})
