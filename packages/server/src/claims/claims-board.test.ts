import { claimsBoard, myWork } from '@anpei/contract/claims'
import { setVillagePosts } from '@anpei/contract/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  arrange,
  type Caller,
  expectRefusal,
  opened,
  openWorld,
  staffId,
  testPeople,
  type World,
} from '../testing/index.ts'

describe('RPT-01 the claims board', () => {
  let world: World
  let service: Caller
  let head: Caller
  beforeAll(async () => {
    world = await openWorld()
    ;[service, head] = [await world.as('service1'), await world.as('head')]
  })
  afterAll(() => world.close())
  const board = (caller = head) => caller(claimsBoard, {})

  it('is all noughts before anything happened', async () => {
    expect(await board()).toMatchObject({
      openByState: [],
      openByOwner: [],
      receivedThisMonth: 0,
      closedThisMonth: 0,
      paidThisYearFen: 0,
      lossRatioBps: 0,
    })
  })

  it('ORG-02 shows the villages that have no liaison or no deputy, and those who have are gone', async () => {
    const sums = async () => {
      const { vacancies } = await board()
      return vacancies.find((town) => town.townName === '峡山街道') ?? { withoutLiaison: 0, withoutDeputy: 0 }
    }
    const admin = await world.as('admin')
    const params = { code: '440514001009' }
    const body = { liaisonId: await staffId(world, 'liaison1'), deputyIds: [], handlerIds: [] }
    await admin(setVillagePosts, { params, body: { ...body, liaisonId: null } })
    const before = await sums()
    await admin(setVillagePosts, { params, body })
    expect(await sums()).toMatchObject({ withoutLiaison: before.withoutLiaison - 1 })
  })

  it('counts open cases by stage and owner, with those that are late', async () => {
    const ids = [
      await opened(service, testPeople.chen),
      await opened(service, testPeople.lin),
      await opened(service, testPeople.wu),
    ]
    await arrange(world, 'update claim set owner_id = $1, due_at = null', [await staffId(world, 'assessor1')])
    await arrange(world, `update claim set state = 'assessing', due_at = '2026-11-01T00:00:00Z' where id = $1`, [
      ids[0],
    ])
    await arrange(world, 'update claim set owner_id = null where id = $1', [ids[1]])
    await arrange(world, `update claim set state = 'closed', closed_at = received_at where id = $1`, [ids[2]])
    const seen = await board()
    expect([...seen.openByState].sort((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
      { state: 'assessing', stateWord: expect.any(String), count: 1, overdue: 1 },
      { state: 'collecting', stateWord: '资料收集', count: 1, overdue: 0 },
    ])
    expect(seen.openByOwner).toContainEqual({ ownerId: null, ownerName: '无人承办', count: 1, overdue: 0 })
    expect(seen.openByOwner).toContainEqual({
      ownerId: await staffId(world, 'assessor1'),
      ownerName: '黄晓敏',
      count: 1,
      overdue: 1,
    })
    expect(seen).toMatchObject({ receivedThisMonth: 3, closedThisMonth: 1 })
    const { counts } = await (await world.as('assessor1'))(myWork, {})
    expect(counts.mine).toBe(1)
  })

  it('ORG-05 counts for each only the cases the post may see', async () => {
    const [far] = await arrange(
      world,
      `select code from division where kind = 'village' and parent_code <> '440514001' limit 1`,
    )
    await arrange(world, `update claim set village_code = $1 where state = 'assessing'`, [far?.code])
    const seen = await board(await world.as('liaison1'))
    expect(seen.openByState.map((row) => row.state)).toEqual(['collecting'])
    expect(seen.receivedThisMonth).toBe(2)
    expect((await board(await world.as('sponsor'))).receivedThisMonth).toBe(3)
    await expectRefusal(board(world.anyone), 'request.sign_in_first')
    await expectRefusal(board(await world.as('admin')), 'request.not_permitted')
  })

  it('counts the month by the days of Shanghai, and the year from 1 October', async () => {
    world.clock.set('2026-11-30T15:59:59.000Z')
    head = await world.as('head')
    expect((await board()).receivedThisMonth).toBe(3)
    world.clock.set('2026-11-30T16:00:00.000Z')
    head = await world.as('head')
    expect((await board()).receivedThisMonth).toBe(0)
  })
})
