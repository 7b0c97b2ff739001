import {
  answerRequest,
  classifyRequest,
  getDeskMetrics,
  listCalls,
  listRequests,
  reopenRequest,
  solveRequest,
} from '@anpei/contract/service-desk'
import { dayOfInstant } from '@anpei/domain/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World } from '../../testing/index.ts'
import { after, rings, telephone } from '../calls/calls.fixture.ts'
import { told } from '../desk.fixture.ts'

describe('RPT-02 SRV-05 T01 the figures of the desk', () => {
  let world: World
  let lead: Caller
  let agent: Caller
  let agentId: string
  beforeAll(async () => {
    world = await openWorld()
    lead = await world.as('deskhead')
    const { system, ...rest } = await telephone(world)
    ;({ agent, agentId } = rest)
    const at801 = { extension: '801' }
    await rings(
      system,
      [
        { what: 'rang', at: after(world, -90) },
        { what: 'answered', at: after(world, -60) },
      ],
      at801,
    )
    await rings(
      system,
      [
        { what: 'rang', at: after(world, -200) },
        { what: 'answered', at: after(world, -100) },
      ],
      at801,
    )
    await rings(system, [
      { what: 'rang', at: after(world, -50) },
      { what: 'ended', at: after(world, -20) },
    ])
    const slip = [
      { what: 'rang' as const, at: after(world, -30) },
      { what: 'ended' as const, at: after(world, -29), by: 'customer' as const },
    ]
    await rings(system, slip)
    for (const again of [false, true]) await solved(again)
  })
  afterAll(() => world.close())

  async function solved(again: boolean): Promise<void> {
    const requestId = await told(agent)
    const params = { requestId }
    await agent(answerRequest, { params, body: { channel: 'phone', text: '是这样的' } })
    await agent(classifyRequest, { params, body: { topic: 'hospital_allowance' } })
    await agent(solveRequest, { params, body: { saidBy: 'customer' } })
    if (again) await agent(reopenRequest, { params, body: { reason: '还没到账' } })
  }
  const span = () => ({ fromOn: dayOfInstant(world.clock.now()), toOn: dayOfInstant(world.clock.now()) })

  it('name what they count and what over; a slip of the finger is no call', async () => {
    const { total, topics } = await lead(getDeskMetrics, { query: span() })
    expect(total).toMatchObject({
      calls: 3,
      answered: { count: 2, of: 3, bps: 6667 },
      answeredInTime: { count: 1, of: 3 },
      calledBackInTime: { count: 0, of: 0, bps: null },
      requests: 2,
      firstAnswerHours: 0,
      solvedAtOnce: { count: 1, of: 2, bps: 5000 },
      reopened: { count: 1, of: 2, bps: 5000 },
    })
    expect(topics).toMatchObject([{ code: 'hospital_allowance', share: { count: 2, of: 2 } }])
  })

  it('stand by agent, and lead to what they count', async () => {
    const { groups } = await lead(getDeskMetrics, { query: { ...span(), by: 'agent' } })
    expect(groups.find((one) => one.ownerId === agentId)).toMatchObject({ name: '李燕玲', calls: 2, requests: 2 })
    const { items } = await lead(listRequests, { query: { ownerId: agentId } })
    expect(items).toHaveLength(2)
    // The list behind a figure shows as many as it counts, whatever became of them.
    const behind = async (more: object) => (await lead(listRequests, { query: { ...span(), ...more } })).total
    expect(await Promise.all([behind({}), behind({ figure: 'once' }), behind({ figure: 'reopened' })])).toEqual([
      2, 1, 1,
    ])
    expect((await lead(listCalls, { query: { show: 'all', ...span() } })).total).toBe(3)
    const yesterday = { fromOn: '2026-01-01', toOn: '2026-01-02' }
    expect(await behind(yesterday)).toBe(0)
    const byChannel = await lead(getDeskMetrics, { query: { ...span(), by: 'channel' } })
    expect(byChannel.groups).toMatchObject([{ id: 'phone', calls: 3, requests: 2 }])
    expect((await lead(getDeskMetrics, { query: { ...span(), by: 'institution' } })).groups).not.toEqual([])
  })

  it('of no days there are none, and not for everybody', async () => {
    await expectRefusal(
      lead(getDeskMetrics, { query: { fromOn: '2026-03-02', toOn: '2026-03-01' } }),
      'desk.span_wrong',
    )
    await expectRefusal(agent(getDeskMetrics, { query: span() }), 'request.not_permitted')
  })

  it('SRV-02: none of them grows by keeping a caller from a human (decision 0030)', async () => {
    const day = dayOfInstant(world.clock.now())
    const { total } = await lead(getDeskMetrics, { query: { fromOn: day, toOn: day } })
    // Whoever adds a figure says here what makes it grow; one that grows by a menu, a robot or a long way is none.
    expect(Object.keys(total).toSorted()).toEqual([
      'answered',
      'answeredInTime',
      'calledBackInTime',
      'calls',
      'firstAnswerHours',
      'reopened',
      'repliedInTime',
      'requests',
      'solvedAtOnce',
    ])
  })
})
