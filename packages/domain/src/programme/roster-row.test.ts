import { describe, expect, it } from 'vitest'
import { checkRosterRow, villageBook, type RosterCells } from './roster-row.ts'

const villages = villageBook([
  { code: '440514001001', name: '峡山居委会', townName: '峡山街道' },
  { code: '440514001201', name: '东村委会', townName: '峡山街道' },
  { code: '440514106201', name: '东村委会', townName: '两英镇' },
  { code: '440512001201', name: '青蓝村委会', townName: '达濠街道' },
])
const good: RosterCells = {
  name: '陈秀英',
  idNumber: '440524194001150018',
  sex: '男',
  address: '某巷1号',
  street: '峡山街道',
  village: '',
  villageCode: '440514001001',
  phone: '138 1234 5678',
  status: '在册',
  movedInOn: '1940-01-15',
  statusOn: '',
  lacksCapacity: '',
}
const usual = ['440524', '440582']
const check = (change: Partial<RosterCells>) => checkRosterRow({ ...good, ...change }, villages, '2025-10-01', usual)

describe('PRG-05 a row of the roster', () => {
  it('in its normal form', () => {
    expect(check({})).toEqual({
      ok: true,
      warnings: [],
      row: {
        name: '陈秀英',
        idNumber: '440524194001150018',
        sex: 'male',
        birthOn: '1940-01-15',
        phone: '13812345678',
        address: '某巷1号',
        villageCode: '440514001001',
        status: 'resident',
        movedInOn: '1940-01-15',
        statusOn: null,
        lacksCapacity: false,
      },
    })
  })

  it.each([
    [{ name: '' }, ['customers.name_missing']],
    [{ idNumber: '440524194001150017' }, ['customers.id_check_digit']],
    [{ sex: '女' }, ['programme.row_sex_mismatch']],
    [{ sex: '不详' }, ['programme.row_sex_unknown']],
    [{ villageCode: '999' }, ['programme.row_village_unknown']],
    [{ villageCode: '', village: '东村', street: '' }, ['programme.row_village_unknown']],
    [{ status: '出国' }, ['programme.row_status_unknown']],
    [{ statusOn: '2025-02-30' }, ['programme.row_day_unreadable']],
    [{ movedInOn: '1930-01-01' }, ['programme.row_days_contradict']],
    [{ status: '死亡', statusOn: '2025-10-02' }, ['programme.row_days_contradict']],
    [
      { name: '', sex: '女', villageCode: '9' },
      ['customers.name_missing', 'programme.row_sex_mismatch', 'programme.row_village_unknown'],
    ],
  ])('%j is told with every reason', (change, codes) => {
    expect(check(change)).toEqual({ ok: false, codes })
  })

  it.each([
    [{ idNumber: '440524400115001' }, ['programme.row_old_number']],
    [{ idNumber: '110101194001150015' }, ['programme.row_prefix_unusual']],
    [{ idNumber: '440512194001150012', villageCode: '440512001201' }, []],
    [{ phone: '12345' }, ['customers.phone_invalid']],
    [{ status: '迁出' }, ['programme.row_status_day_missing']],
  ])('%j is mentioned and stops nobody', (change, warnings) => {
    expect(check(change)).toMatchObject({ ok: true, warnings })
  })

  it('what is usual stands in the programme; with nothing there nothing is said of a prefix', () => {
    const cells = { ...good, idNumber: '110101194001150015' }
    const warnings = (prefixes: string[]) => {
      const checked = checkRosterRow(cells, villages, '2025-10-01', prefixes)
      return checked.ok ? checked.warnings : checked.codes
    }
    expect(warnings(['110101'])).toEqual([])
    expect(warnings(['440524'])).toEqual(['programme.row_prefix_unusual'])
    expect(warnings([])).toEqual([])
  })

  it.each(['2025/3/1', '2025.03.01', '2025年3月1日', '20250301', ' 2025-03-01 ', '2025-03-01 00:00:00'])(
    'reads the date %s',
    (statusOn) => {
      expect(check({ status: '死亡', statusOn })).toMatchObject({
        ok: true,
        row: { status: 'deceased', statusOn: '2025-03-01' },
      })
    },
  )

  it.each([
    ['峡山街道', '峡山居委会', '440514001001'],
    ['峡山街道', '峡山社区居民委员会', '440514001001'],
    ['两英镇', '东村', '440514106201'],
    ['', '峡山', '440514001001'],
  ])('finds the village %s %s by name', (street, village, villageCode) => {
    expect(check({ villageCode: '', street, village })).toMatchObject({ ok: true, row: { villageCode } })
  })
})
