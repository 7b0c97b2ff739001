import { getHistory, listHistory, tieHistory } from '@anpei/contract/complaints'
import { personTimeline } from '@anpei/contract/customers'
import { systemActor } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personTables, rowsOfPerson } from '../../custody/index.ts'
import { gatherPerson } from '../../customers/index.ts'
import { systemWrite } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { personalData } from '../../personal-data.ts'
import { arrange, expectRefusal, openWorld, report, testPeople, type Caller, type World } from '../../testing/index.ts'
import { HEADINGS, imported } from './history.fixture.ts'

const row = (no: string, name: string, told: string) =>
  `${no},2021-03-01,2021-03-20,意外险,态度,已解决,示范财险,${name},${told}`

describe('CUS-07, CUS-10 a past complaint belongs to the customer it was made by', () => {
  let world: World
  let head: Caller
  let personId: string
  beforeAll(async () => {
    world = await openWorld()
    head = await world.as('complainthead')
    await report(await world.as('service1'), testPeople.chen, { narrative: '滑倒' }, { register: true })
    const [person] = await arrange(world, 'select id from person where name = $1', [testPeople.chen.name])
    personId = String(person?.['id'])
    const { name } = testPeople.chen
    await imported(world, head, [HEADINGS, row('A1', name, '等了三个月'), row('A2', '别人', '电话没人接')].join('\n'))
  })
  afterAll(() => world.close())
  const named = async (name: string) => (await head(listHistory, { query: { name } })).items
  const idOf = async () => (await named(testPeople.chen.name))[0]?.id ?? ''
  const tie = (historyId: string, to: string | null) =>
    head(tieHistory, { params: { historyId }, body: { personId: to, reason: '电话核对了保单号' } })
  const copied = () => systemWrite(world.app, systemActor(1, 'test'), (tx) => gatherPerson(tx, personalData, personId))

  it('is found by the name it came with, and nobody else is', async () => {
    expect((await named(testPeople.chen.name)).map((one) => one.externalNo)).toEqual(['A1'])
    expect(await named('没有这个人')).toEqual([])
    expect(JSON.stringify(await copied())).not.toContain('等了三个月')
  })

  it('stands in the copy and among what is destroyed once somebody made sure, and not when taken back', async () => {
    const id = await idOf()
    await expectRefusal(tie(id, newId()), 'request.not_found')
    await expectRefusal(tie(newId(), personId), 'request.not_found')
    await tie(id, personId)
    expect(await head(getHistory, { params: { historyId: id } })).toMatchObject({ person: { id: personId } })
    expect(JSON.stringify(await copied())).toContain('等了三个月')
    const destroyed = await world.app.pool.withTenant(1, async ({ db }) =>
      rowsOfPerson(db, 1, await personTables(db), personId),
    )
    expect(destroyed.get('complaint_history')?.map((one) => one['id'])).toEqual([id])
    const { items } = await head(personTimeline, { params: { personId } })
    expect(items.map((one) => one.title)).toContain('历史投诉 A1 认定为此客户的')
    await tie(id, null)
    expect(JSON.stringify(await copied())).not.toContain('等了三个月')
    await tie(id, personId)
  })

  it('is not written anew by a later file once the customer was destroyed', async () => {
    await arrange(world, 'update person set erased_at = $1 where id = $2', [world.clock.now(), personId])
    const { name } = testPeople.chen
    const done = await imported(world, head, [HEADINGS, row('A1', name, '又写了一遍')].join('\n'))
    expect(done).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 1 })
    await expectRefusal(tie(await idOf(), null), 'request.not_found')
  })
})
