import { recordAbsence } from '@anpei/contract/identity'
import { answerRequest, classifyRequest, snoozeRequest, solveRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, fallAsleep, openWorld, type Caller, type World } from '../testing/index.ts'
import { came, look, told } from './desk.fixture.ts'
import { tendDesk } from './index.ts'

describe('SRV-04, SRV-08 what the desk does by itself', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('brings back what was put off and archives what stayed solved for a week, each once', async () => {
    const [put, solved] = [await came(world), await came(world)]
    const until = new Date(Date.parse(world.clock.now()) + 3_600_000).toISOString()
    await agent(snoozeRequest, { params: { requestId: put }, body: { until, reason: '等回复' } })
    const params = { requestId: solved }
    await agent(answerRequest, { params, body: { channel: 'phone', text: '已说明' } })
    await agent(classifyRequest, { params, body: { topic: 'papers' } })
    await agent(solveRequest, { params, body: { saidBy: 'customer' } })
    expect(await tendDesk(world.app, 1)).toBe(0)
    world.clock.forward(3_600_000)
    expect([await tendDesk(world.app, 1), await tendDesk(world.app, 1)]).toEqual([1, 0])
    agent = await world.as('service1')
    expect(await look(agent, put)).toMatchObject({ state: 'taken', snoozedUntil: null, owner: { name: '李燕玲' } })
    world.clock.forward(7 * 86_400_000)
    expect([await tendDesk(world.app, 1), await tendDesk(world.app, 1)]).toEqual([1, 0])
    agent = await world.as('service1')
    expect((await look(agent, solved)).timeline.at(-1)).toMatchObject({ title: '归档', by: '系统' })
  })

  it('ORG-07: takes nothing to lie with somebody who is away', async () => {
    agent = await world.as('service1')
    const requestId = await told(agent)
    const { owner } = await look(agent, requestId)
    const day = world.clock.now().slice(0, 10)
    const pm = await world.as('pm')
    await pm(recordAbsence, { body: { userId: owner?.id ?? '', fromOn: day, toOn: day, reason: '病假' } })
    await tendDesk(world.app, 1)
    const view = await look(pm, requestId)
    expect(view.owner?.id).not.toBe(owner?.id)
    expect(view.timeline.at(-1)).toMatchObject({ title: '转交', reason: '原承办人不在岗（请假、离职或证书到期）' })
    expect(await tendDesk(world.app, 1)).toBe(0)
  })
  it('ORG-06: nor with somebody whose certificate is missing; it goes back into the queue', async () => {
    await arrange(world, 'update absence set cancelled_at = now()')
    agent = await world.as('service1')
    const requestId = await told(agent)
    await fallAsleep(world, 'service')
    await tendDesk(world.app, 1)
    expect((await look(await world.as('pm'), requestId)).owner?.name).not.toBe('李燕玲')
  })
})
