import { findHistoryFaults, listHistoryFaults, tieHistoryFault } from '@anpei/contract/complaints'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyRows, personTables, rowsOfPerson } from '../../custody/index.ts'
import { gatherPerson } from '../../customers/index.ts'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { personalData } from '../../personal-data.ts'
import { arrange, expectRefusal, openWorld, testPeople, type World } from '../../testing/index.ts'
import { HEADINGS, imported } from './history.fixture.ts'

const { name } = testPeople.chen
const table = [
  HEADINGS,
  `,2021-03-01,2021-03-20,意外险,态度,已解决,示范财险,${name},没有编号的陈情`,
  `,2021-03-01,2021-03-20,意外险,态度,已解决,示范财险,别人,没有编号的别话`,
].join('\n')

describe('CUS-07, CUS-10 a row left out of an import belongs to the customer it speaks of', () => {
  let world: World
  let importId: string
  let personId: string
  beforeAll(async () => {
    world = await openWorld()
    importId = (await imported(world, await world.as('complainthead'), table)).id
    const [person] = await arrange(world, 'select id from person where name = $1', [name])
    personId = String(person?.['id'])
  })
  afterAll(() => world.close())

  it('is found by the name in it, tied by a person, then copied and destroyed with the rest', async () => {
    const head = await world.as('complainthead')
    const { rows, more } = await head(findHistoryFaults, { query: { name } })
    expect([rows.length, more]).toEqual([1, false])
    expect(rows[0]).toMatchObject({ importId, fileName: '历史.csv' })
    const rowNo = rows[0]?.rowNo ?? 0
    const tie = (to: string | null, params = { importId, rowNo }) =>
      head(tieHistoryFault, { params, body: { personId: to, reason: '电话核对了住址' } })
    const copied = async () =>
      JSON.stringify(
        await systemWrite(world.app, systemActor(1, 'test'), (tx) => gatherPerson(tx, personalData, personId)),
      )
    await expectRefusal(tie(newId()), 'request.not_found')
    await expectRefusal(tie(personId, { importId, rowNo: 9999 }), 'request.not_found')
    expect(await copied()).not.toContain('没有编号的陈情')
    await tie(personId)
    expect(await copied()).toContain('没有编号的陈情')
    expect((await head(findHistoryFaults, { query: { name } })).rows).toEqual([])
    const listed = (await head(listHistoryFaults, { params: { importId }, query: {} })).items
    expect(listed.map((one) => one.person?.id ?? null)).toEqual([personId, null])
    await systemWrite(world.app, systemActor(1, 'test'), async ({ db, vault }) => {
      const tables = await personTables(db)
      const found = await rowsOfPerson(db, 1, tables, personId)
      expect(found.get('complaint_import_fault')).toHaveLength(1)
      await emptyRows(db, vault, 1, tables, found)
    })
    const after = (await head(listHistoryFaults, { params: { importId }, query: {} })).items
    expect(JSON.stringify(after[0])).not.toContain('陈情')
    expect(after[1]?.cells).toContain('没有编号的别话')
  })
})
