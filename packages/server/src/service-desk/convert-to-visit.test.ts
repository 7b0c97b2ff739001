import { convertToVisit, type RequestView } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, testPeople, type Caller, type World } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-01, SRV-09 a request leads to a visit', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  const convert = (requestId: string) =>
    agent(convertToVisit, { params: { requestId }, body: { kind: 'home', purpose: 'collect' } })
  const linked = ({ links }: RequestView) => links.map((one) => [one.kind, one.label])

  it('of its own kind goes on as the visit, promised from when it was asked for', async () => {
    const receivedAt = world.clock.now()
    const requestId = await came(world, { kind: 'visit', from: { phone: testPeople.chen.phone } })
    world.clock.forward(3_600_000)
    const { request, visit } = await convert(requestId)
    expect(request).toMatchObject({ state: 'converted', owner: { name: '李燕玲' } })
    expect(Date.parse(visit.dueAt ?? '')).toBe(Date.parse(receivedAt) + 24 * 3_600_000)
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ dueAt: null })
    expect(linked(view)).toEqual([['visit', visit.visitNo]])
    await expectRefusal(convert(requestId), 'lifecycle.not_possible')
  })

  it('of another kind stays open for its answer; without a telephone there is no visit', async () => {
    const requestId = await came(world, { from: { phone: testPeople.lin.phone } })
    const { visit } = await convert(requestId)
    const view = await look(agent, requestId)
    expect(view).toMatchObject({ state: 'received', dueAt: expect.any(String) })
    expect(linked(view)).toEqual([['visit', visit.visitNo]])
    await expectRefusal(convert(await came(world)), 'visit.phone_missing')
  })
})
