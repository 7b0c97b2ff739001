import { findPersons, recordCareMark } from '@anpei/contract/customers'
import { recordAbsence } from '@anpei/contract/identity'
import { assignRequest, classifyRequest, listDeskColleagues } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../testing/index.ts'
import { testPeople } from '../testing/test-people.ts'
import { came, look, told } from './desk.fixture.ts'

describe('SRV-04 handing over', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())
  const queueRank = (id: string) =>
    world.app.pool.withTenant(1, async ({ db }) => {
      const row = await db.selectFrom('desk_request').select('care_rank').where('id', '=', id).executeTakeFirst()
      return row?.care_rank
    })

  it('goes with a reason to who may see it and is here; until then the owner stays', async () => {
    const { items } = await agent(listDeskColleagues, { query: {} })
    const idOf = (name: string) => items.find((one) => one.name === name)?.id ?? ''
    const requestId = await told(agent)
    const params = { requestId }
    const body = { ownerId: idOf('林志明'), reason: '下班交接' }
    expect(await agent(assignRequest, { params, body })).toMatchObject({ owner: { name: '林志明' } })
    expect((await look(agent, requestId)).timeline.at(-1)).toMatchObject({ title: '转交', reason: '下班交接' })
    // Not mine any more.
    await expectRefusal(agent(classifyRequest, { params, body: { topic: 'papers' } }), 'desk.taken')
    await expectRefusal(agent(assignRequest, { params, body }), 'desk.taken')
  })

  it('SRV-02, CUS-04: who speaks the dialect of the customer is offered first', async () => {
    const { items: found } = await agent(findPersons, { body: { q: testPeople.chen.idNumber } })
    const personId = found[0]?.id ?? ''
    const mark = {
      mark: 'dialect',
      source: 'self',
      fromOn: world.clock.now().slice(0, 10),
      note: '只会讲潮汕话',
    } as const
    await agent(recordCareMark, { params: { personId }, body: mark })
    const offered = async (requestId: string) =>
      (await agent(listDeskColleagues, { query: { requestId } })).items.map((one) => one.speaks)
    const marked = await offered(await told(agent, { personId }))
    expect(marked).toEqual(marked.toSorted((one, other) => Number(other) - Number(one)))
    expect(new Set(marked)).toEqual(new Set([true, false]))
    expect(new Set(await offered(await told(agent)))).toEqual(new Set([null]))
    expect(await queueRank(await told(agent, { channel: 'elder_line' }))).toBe(1)
  })

  it('not to somebody without the post, not to one who is away, and a tip not to one who may not see it', async () => {
    const head = await world.as('deskhead')
    const { items } = await head(listDeskColleagues, { query: {} })
    const agentId = items.find((one) => one.name === '李燕玲')?.id ?? ''
    const [plain, tip] = [await came(world), await came(world, { kind: 'tip' })]
    const reason = '请跟进'
    const nobody = '01936f00-0000-7000-8000-000000000001'
    const to = (requestId: string, ownerId: string) =>
      head(assignRequest, { params: { requestId }, body: { ownerId, reason } })
    await expectRefusal(to(plain, nobody), 'desk.no_such_colleague')
    await expectRefusal(to(tip, agentId), 'desk.no_such_colleague')
    const today = world.clock.now().slice(0, 10)
    await (await world.as('pm'))(recordAbsence, {
      body: { userId: agentId, fromOn: today, toOn: today, reason: '病假' },
    })
    await expectRefusal(to(plain, agentId), 'desk.colleague_absent')
  })
})
