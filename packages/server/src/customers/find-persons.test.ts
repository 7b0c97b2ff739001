import { findPersons, getPerson } from '@anpei/contract/customers'
import { listRoster } from '@anpei/contract/programme'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../testing/index.ts'
import { eventsNamed, openWorld, personIdOf, testPeople } from './customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-01 finding a person', () => {
  it.each([
    ['the ID number', testPeople.chen.idNumber],
    ['the number in small letters with spaces', '440524 19400115 0018'],
    ['the phone', testPeople.chen.phone],
    ['the whole name', '陈秀英'],
    ['the beginning of the name', '陈秀'],
    ['two characters in the middle', '秀英'],
    ['the surname alone', '陈'],
  ])('by %s', async (_what, q) => {
    const service = await world.as('service1')
    const found = await service(findPersons, { body: { q } })
    expect(found.items.map((one) => one.name)).toContain('陈秀英')
  })

  it('converts an old number of 15 digits', async () => {
    const service = await world.as('service1')
    const old = testPeople.lin.idNumber.slice(0, 6) + testPeople.lin.idNumber.slice(8, 17)
    expect((await service(findPersons, { body: { q: old } })).items.map((one) => one.name)).toEqual(['林玉兰'])
  })

  it('pages by keyset through everybody once', async () => {
    const service = await world.as('service1')
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await service(findPersons, { body: { q: '陈', limit: 1, ...(cursor ? { cursor } : {}) } })
      seen.push(...page.items.map((one) => one.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('CUS-08 masking', () => {
  it('shows numbers masked, and writes each look down before it answers', async () => {
    const service = await world.as('service1')
    const found = await service(findPersons, { body: { q: testPeople.zheng.idNumber } })
    expect(found.items[0]).toMatchObject({
      idNumberMasked: '440524********137X',
      phoneMasked: '0754-****4567',
      name: '郑建国',
    })
    const looks = await eventsNamed(world, 'person.found')
    expect(looks.some((look) => look.person_id === found.items[0]?.id && look.look)).toBe(true)
    expect(JSON.stringify(looks.map((look) => look.facts))).not.toContain(testPeople.zheng.idNumber)
  })
})

describe('ORG-05 scope of persons', () => {
  it('a liaison does not find a person of another village, and the sponsor may not ask at all', async () => {
    const elsewhere = await personIdOf(world, 'chen')
    await world.app.pool.withTenant(1, ({ client }) =>
      client.query(
        `update person set village_code = (select code from division where parent_code = '440514112' limit 1)
          where id = $1`,
        [elsewhere],
      ),
    )
    const liaison = await world.as('liaison1')
    expect((await liaison(findPersons, { body: { q: testPeople.chen.idNumber } })).items).toEqual([])
    await expectRefusal(liaison(getPerson, { params: { personId: elsewhere } }), 'request.not_found')
    const sponsor = await world.as('sponsor')
    await expectRefusal(sponsor(findPersons, { body: { q: '陈' } }), 'request.not_permitted')
  })

  it('an outlet finds only persons of the towns it serves, the head office everybody', async () => {
    const who = await world.as('outlet1')
    const seen = async (caller: typeof who, q: string) => {
      const [persons, members] = [
        await caller(findPersons, { body: { q } }),
        await caller(listRoster, { query: { q } }),
      ]
      return [persons.items.length, members.items.length]
    }
    const { zheng, wu } = testPeople
    const elsewhere = await personIdOf(world, 'zheng')
    for (const table of ['person', 'member_period']) {
      const key = table === 'person' ? 'id' : 'person_id'
      await arrange(
        world,
        `update ${table} set village_code = (select min(code) from division where parent_code = '440514112')
          where ${key} = $1`,
        [elsewhere],
      )
    }
    expect(await seen(who, zheng.name)).toEqual([0, 0])
    await expectRefusal(who(getPerson, { params: { personId: elsewhere } }), 'request.not_found')
    expect(await seen(who, wu.name)).toEqual([1, 1])
    const moveTo = (code: string) =>
      arrange(
        world,
        `update staff_user set institution_id = (select id from institution where tenant_id = 1 and code = $1)
          where login = 'outlet1'`,
        [code],
      )
    await moveTo('HO')
    expect(await seen(await world.as('outlet1'), zheng.name)).toEqual([1, 1])
    await moveTo('CN')
    expect(await seen(await world.as('outlet1'), zheng.name)).toEqual([0, 0])
    expect(await seen(await world.as('outlet1'), wu.name)).toEqual([1, 1])
    await arrange(world, 'delete from institution_area')
    expect(await seen(await world.as('outlet1'), wu.name)).toEqual([0, 0])
  })
})
