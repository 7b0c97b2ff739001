import { getClaim } from '@anpei/contract/claims'
import { proposeRetention } from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personTables } from '../custody/index.ts'
import { gatherPerson, insertPerson } from '../customers/index.ts'
import { systemWrite } from '../http/index.ts'
import { personalData } from '../personal-data.ts'
import { arrange, expectRefusal, openWorld, report, testPeople, type World } from './index.ts'

/** Tables with a person id that a copy leaves out, and why. */
const NOT_TOLD: Readonly<Record<string, string>> = {
  event: 'the log: ids, codes and days of what the other tables tell',
  person_name_gram: 'pieces of the name, for search',
  care_case: 'which open cases an adviser follows: the cases themselves are told',
  legal_hold: 'why nothing may be destroyed: a matter of the house, told when it is lifted',
}

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-07, CUS-10 whatever holds something of a person is told, kept and destroyed by its row', () => {
  it('every table with a person id is told by one source, or left out with a reason', async () => {
    const rows = await arrange(
      world,
      `select table_name as name from information_schema.columns where table_schema = 'public'
        and column_name = 'person_id' and table_name in (select relname from pg_class where relkind in ('r', 'p')
          and not relispartition) order by 1`,
    )
    const told = personalData.flatMap((source) => source.tables)
    const known = [...told, ...Object.keys(NOT_TOLD)].filter((name) => name !== 'stored_file').sort()
    expect(known).toEqual(rows.map(({ name }) => String(name)).filter((name) => name !== 'stored_file'))
    expect(new Set(told).size).toBe(told.length)
  })

  it('every one of them is reached by destruction; only the log stays', async () => {
    const tables = await world.app.pool.withTenant(1, ({ db }) => personTables(db))
    const reached = new Set(tables.map((table) => table.name))
    const kept = [...personalData.flatMap((source) => source.tables), ...Object.keys(NOT_TOLD)]
    // Days and sums of a limit, by ids; like the log it says nothing once the person is gone.
    expect(kept.filter((name) => !reached.has(name))).toEqual(['usage_day', 'event'])
  })

  it('a copy holds what stands with the records merged into the person, and they bind it too', async () => {
    const service = await world.as('service1')
    const { chen } = testPeople
    const { claims } = await report(service, chen, { narrative: '在菜市场滑倒' }, { register: true })
    const { personId: mergedId } = await service(getClaim, { params: { claimId: claims[0]?.id ?? '' } })
    await world.runJobs()
    const again = { name: chen.name, birthOn: '1946-01-15', sex: 'female', idNumber: '440524194601150011' } as const
    const personId = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      insertPerson(tx.db, 1, tx.vault, tx.now, { ...again, phone: null, address: null, villageCode: null }),
    )
    await arrange(world, `update person set merged_into = $1 where id = $2`, [personId, mergedId])
    const sections = await systemWrite(world.app, systemActor(1, 'test'), (tx) =>
      gatherPerson(tx, personalData, personId),
    )
    const titles = sections.map((section) => section.title)
    expect(titles).toEqual(expect.arrayContaining(['基本资料', '保障', '花名册', '报案', '赔案', '发给您的通知']))
    expect(new Set(titles).size).toBe(titles.length)
    expect(JSON.stringify(sections)).toContain('在菜市场滑倒')
    world.clock.set('2031-01-15T02:00:00.000Z')
    await expectRefusal(
      (await world.as('compliance'))(proposeRetention, { body: { class: 'person' } }),
      'customers.retention_nothing_due',
    )
  })
})
