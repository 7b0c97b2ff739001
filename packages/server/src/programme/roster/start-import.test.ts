import { decideDifferences, getImport, listRoster, startImport } from '@anpei/contract/programme'
import { findPersons } from '@anpei/contract/customers'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyRoster, expectRefusal, type World } from '../../testing/index.ts'
import {
  confirmAll,
  fileOf,
  idNumberOf,
  openWorld,
  programmeOf,
  testPeople,
  upload,
  type Elder,
} from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await emptyRoster(world)
})
afterAll(() => world.close())

const anna: Elder = { name: '许巧英', birthOn: '1948-05-06', order: 120, phone: '13812340001' }
const bing: Elder = { name: '许木河', birthOn: '1950-02-03', order: 121, village: '440514001002' }

async function rowsOf(
  table: 'person' | 'member_period' | 'cover_period' | 'person_name_gram' | 'roster_bad_row',
): Promise<number> {
  return world.app.pool.withTenant(
    1,
    async ({ client }) => (await client.query<{ n: number }>(`select count(*)::int n from ${table}`)).rows[0]?.n ?? 0,
  )
}

describe('PRG-05 roster import', () => {
  it('loads the good rows, keeps the bad ones with every reason, and shows the counts', async () => {
    const bad: Elder[] = [
      { ...bing, name: '', order: 123 },
      { ...bing, name: '许错码', idNumber: idNumberOf(bing).slice(0, 17) + 'X' },
      { ...bing, name: '许生日', idNumber: '440524195002300210' },
      { ...bing, name: '许无村', order: 125, village: '440514999999' },
      { ...bing, name: '许性别', order: 127, sex: '女' },
      anna,
      { ...anna, name: '许巧芬' },
      { ...bing, name: '许日期', order: 129, movedInOn: '2025/13/40' },
      { ...bing, name: '许先后', order: 131, status: '死亡', statusOn: '2030-01-01' },
    ]
    const done = await upload(world, 'initial', '2025-10-01', fileOf([anna, bing, ...bad]))
    expect(done).toMatchObject({
      state: 'confirmed',
      rowCount: 11,
      goodCount: 2,
      badCount: 9,
      openBadCount: 9,
      counts: { new_people: 2 },
    })
    expect(done.task).toMatchObject({ state: 'done', doneCount: 11, totalCount: 11 })
    expect(done.errors.map((one) => one.code).sort()).toEqual([
      'customers.id_birthday',
      'customers.id_check_digit',
      'customers.name_missing',
      'programme.row_day_unreadable',
      'programme.row_days_contradict',
      'programme.row_number_other_name',
      'programme.row_sex_mismatch',
      'programme.row_twice',
      'programme.row_village_unknown',
    ])
    const service = await world.as('service1')
    expect((await service(findPersons, { body: { q: idNumberOf(anna) } })).items).toMatchObject([
      { name: '许巧英', phoneMasked: '138****0001' },
    ])
    expect(
      (await service(listRoster, { query: { q: '许' } })).items.map((one) => [one.name, one.coveredToday]),
    ).toEqual([
      ['许巧英', true],
      ['许木河', true],
    ])
  })

  it('a re-run of the same file changes nothing', async () => {
    const before = await Promise.all([
      rowsOf('person'),
      rowsOf('member_period'),
      rowsOf('cover_period'),
      rowsOf('person_name_gram'),
    ])
    const again = await upload(world, 'initial', '2025-10-01', fileOf([anna, bing]))
    expect(again).toMatchObject({ state: 'confirmed', goodCount: 2, unchangedCount: 2, differences: [] })
    expect(
      await Promise.all([
        rowsOf('person'),
        rowsOf('member_period'),
        rowsOf('cover_period'),
        rowsOf('person_name_gram'),
      ]),
    ).toEqual(before)
  })

  it('ORG-05: on a living roster one person alone changes nothing, whatever the file is called', async () => {
    const manager = await world.as('pm')
    const before = [await rowsOf('person'), await rowsOf('member_period'), await rowsOf('cover_period')]
    const late: Elder = { name: '许后来', birthOn: '1951-02-03', order: 141 }
    const waiting = await upload(world, 'initial', '2025-10-01', fileOf([anna, late]))
    expect(waiting).toMatchObject({
      state: 'read',
      confirmedBy: null,
      unchangedCount: 1,
      differences: [{ kind: 'joined', waiting: 1 }],
    })
    expect([await rowsOf('person'), await rowsOf('member_period'), await rowsOf('cover_period')]).toEqual(before)
    await expectRefusal(
      manager(decideDifferences, { params: { importId: waiting.id }, body: { act: 'confirm' } }),
      'request.not_permitted',
    )
    expect(await confirmAll(world, waiting.id)).toMatchObject({ state: 'confirmed', confirmedBy: '郑国华' })
    const covered = (await manager(listRoster, { query: { q: '许后来' } })).items
    expect(covered).toMatchObject([{ coveredToday: true }])
  })

  it('reads GB18030, converts 15-digit numbers, knows villages by name, warns of a strange phone', async () => {
    const old = idNumberOf({ ...anna, birthOn: '1949-09-09', order: 131 })
    const text =
      [
        '姓名,公民身份号码,镇街,村居,联系电话',
        `黄老汉,${old.slice(0, 6)}${old.slice(8, 17)},峡山街道,汕尾居委会,12345`,
      ].join('\r\n') + '\r\n'
    const done = await upload(world, 'initial', '2025-10-01', iconv.encode(text, 'gb18030'))
    expect(done).toMatchObject({ goodCount: 1, badCount: 0 })
    await confirmAll(world, done.id)
    expect(done.warnings.map((one) => one.code).sort()).toEqual(['customers.phone_invalid', 'programme.row_old_number'])
    const service = await world.as('service1')
    expect((await service(findPersons, { body: { q: old } })).items).toMatchObject([
      { name: '黄老汉', villageName: '汕尾居委会' },
    ])
  })

  it('a file cut off in the middle fails with its reason, and leaves nothing half', async () => {
    const before = await rowsOf('person')
    const elders = Array.from(
      { length: 50 },
      (_, i): Elder => ({ name: '半截', birthOn: '1951-01-01', order: 200 + i }),
    )
    const failed = await upload(world, 'initial', '2025-10-01', fileOf(elders).slice(0, -60))
    expect(failed.state).toBe('failed')
    expect(failed.task).toMatchObject({ state: 'failed' })
    expect(failed.task?.fault).toContain('文件不完整')
    expect(await rowsOf('person')).toBe(before)
  })

  it('a second import waits for the first; without a file there is none', async () => {
    const manager = await world.as('pm')
    const { id: programmeId } = await programmeOf(world)
    const body = { programmeId, kind: 'initial', asOfOn: '2025-10-01' } as const
    const files = [{ field: 'table', file: new Blob([fileOf([anna])]), name: '名册.csv' }]
    await expectRefusal(manager(startImport, { body }), 'programme.file_missing')
    const first = await manager(startImport, { body }, { files })
    expect(first).toMatchObject({ state: 'reading', task: { state: 'waiting' } })
    await expectRefusal(manager(startImport, { body }, { files }), 'programme.import_running')
    await world.runJobs()
    expect((await manager(getImport, { params: { importId: first.id } })).state).toBe('confirmed')
    const service = await world.as('service1')
    await expectRefusal(service(startImport, { body }, { files }), 'request.not_permitted')
  })

  it('a number registered under another name is not overwritten', async () => {
    const { id: programmeId } = await programmeOf(world)
    await world.app.pool.withTenant(1, ({ client }) =>
      client.query('delete from cover_period where person_id in (select id from person where name = $1)', [
        testPeople.wu.name,
      ]),
    )
    await world.app.pool.withTenant(1, ({ client }) =>
      client.query(
        'delete from member_period where programme_id = $1 and person_id in (select id from person where name = $2)',
        [programmeId, testPeople.wu.name],
      ),
    )
    const other: Elder = {
      name: '吴别名',
      birthOn: '1953-07-02',
      order: 24,
      idNumber: testPeople.wu.idNumber,
      sex: '女',
    }
    const done = await upload(world, 'initial', '2025-10-01', fileOf([other]))
    expect(done.errors).toMatchObject([{ code: 'programme.row_name_differs', count: 1 }])
    const same = await upload(world, 'initial', '2025-10-01', fileOf([{ ...other, name: testPeople.wu.name }]))
    expect(same.warnings).toMatchObject([{ code: 'programme.row_known_person', count: 1 }])
  })
})
