import { describe, expect, it } from 'vitest'
import { checkHospitalRow, decideHospital, hospitalOnDay, joinHospitalRows, type HospitalCells } from './hospital.ts'

const cells: HospitalCells = {
  code: 'H1',
  name: '峡山示例医院',
  aliases: '峡山医院、峡医',
  town: '峡山街道',
  level: '二级甲等',
  levelFrom: '2020年1月1日',
  levelTo: '',
  recognisedFrom: '',
  recognisedTo: '',
  basis: '',
}
const span = (level: 1 | 2 | 3, from: string, to: string | null) => ({ level, from, to })
const record = {
  code: 'H1',
  name: '甲',
  aliases: [],
  town: '',
  levels: [span(1, '2018-01-01', '2019-12-31'), span(2, '2020-01-01', null)],
  recognitions: [{ from: '2019-06-01', to: '2019-06-30', basis: '认可函' }],
}

describe('CLM-08 the register of hospitals', () => {
  it.each([
    ['2017-12-31', null, false],
    ['2018-01-01', 1, false],
    ['2019-06-30', 1, true],
    ['2019-12-31', 1, false],
    ['2020-01-01', 2, false],
    ['2030-01-01', 2, false],
  ])('says of %s: level %s, recognised %s', (day, level, recognised) => {
    expect(hospitalOnDay(record, day)).toMatchObject({ level, recognised })
  })

  it.each([
    ['a span that ends before it begins', { levels: [span(2, '2020-01-01', '2019-01-01')] }, 'days_contradict'],
    ['two levels on one day', { levels: [span(1, '2020-01-01', null), span(2, '2021-01-01', null)] }, 'days_overlap'],
    ['no paper', { recognitions: [{ from: '2020-01-01', to: null, basis: ' ' }] }, 'basis_missing'],
  ])('refuses %s', (_, change, code) => {
    expect(decideHospital({ ...record, ...change })).toMatchObject({ ok: false, code: `programme.hospital_${code}` })
  })

  it.each([
    [{}, null],
    [{ code: ' ' }, 'code_missing'],
    [{ name: '' }, 'name_missing'],
    [{ level: '很好' }, 'level_unreadable'],
    [{ levelFrom: '昨天' }, 'day_unreadable'],
    [{ levelFrom: '' }, 'day_missing'],
    [{ levelTo: '2019-01-01' }, 'days_contradict'],
    [{ recognisedFrom: '2024-01-01' }, 'basis_missing'],
  ])('a row with %j: %s', (change, code) => {
    const read = checkHospitalRow({ ...cells, ...change })
    expect(read).toMatchObject(code === null ? { ok: true } : { ok: false, codes: [`programme.hospital_${code}`] })
  })

  it('reads level, names and days, and joins the rows of one hospital', () => {
    const read = checkHospitalRow(cells)
    expect(read).toMatchObject({ row: { aliases: ['峡山医院', '峡医'], levels: [span(2, '2020-01-01', null)] } })
    const earlier = checkHospitalRow({ ...cells, level: '1', levelFrom: '2018-01-01', levelTo: '2019-12-31' })
    if (!read.ok || !earlier.ok) throw new Error('unreadable')
    expect(joinHospitalRows([read.row, earlier.row])).toMatchObject({ ok: true, value: { levels: [{}, {}] } })
    expect(joinHospitalRows([read.row, read.row])).toMatchObject({ code: 'programme.hospital_days_overlap' })
  })
})
