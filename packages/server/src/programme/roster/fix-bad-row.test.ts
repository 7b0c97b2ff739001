import { decideDifferences, fixBadRow, listBadRows, listDifferences, listRoster } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { confirmAll, fileOf, idNumberOf, openWorld, upload, type Elder } from '../programme.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const elder: Elder = { name: '谢金水', birthOn: '1949-03-04', order: 151 }

describe('PRG-05 fixing a bad row on the screen', () => {
  it('tries it again, and a second person confirms what it changes (ORG-05)', async () => {
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
    expect(after).toMatchObject({
      state: 'read',
      openBadCount: 0,
      goodCount: 1,
      differences: [{ kind: 'joined', waiting: 1 }],
    })
    expect((await manager(listRoster, { query: { q: '谢金水' } })).items).toEqual([])
    await confirmAll(world, done.id)
    expect((await manager(listRoster, { query: { q: '谢金水' } })).items).toMatchObject([
      { coveredToday: true, statusWord: '在册' },
    ])
    await expectRefusal(manager(fixBadRow, { params, body: { cells } }), 'lifecycle.not_possible')
  })

  it('whoever corrected a row of a file from the command line cannot confirm it', async () => {
    await arrange(
      world,
      `insert into user_role select tenant_id, id, unnest(array['project_manager', 'claims_head'])
        from staff_user where login = 'gm'`,
    )
    const both = await world.as('gm')
    const other: Elder = { name: '谢木水', birthOn: '1950-03-04', order: 161 }
    const { id } = await upload(world, 'initial', '2025-10-01', fileOf([{ ...other, village: '440514999999' }]))
    await arrange(world, 'update roster_import set started_by = null where id = $1', [id])
    const params = { importId: id, rowNo: 2 }
    const [row] = (await both(listBadRows, { params: { importId: id } })).items
    await both(fixBadRow, { params, body: { cells: { ...row?.cells, villageCode: '440514001001' } } })
    await expectRefusal(
      both(decideDifferences, { params: { importId: id }, body: { act: 'confirm' } }),
      'programme.not_by_the_maker',
    )
    expect((await both(listDifferences, { params: { importId: id } })).items).toMatchObject([{ can: [] }])
    expect(await confirmAll(world, id)).toMatchObject({ state: 'confirmed' })
  })
})
