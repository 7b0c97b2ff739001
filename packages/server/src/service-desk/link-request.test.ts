import { findPersons } from '@anpei/contract/customers'
import { linkRequest } from '@anpei/contract/service-desk'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, openWorld, type Caller, type World, testPeople } from '../testing/index.ts'
import { came, look } from './desk.fixture.ts'

describe('SRV-04 links', () => {
  let world: World
  let agent: Caller
  beforeAll(async () => {
    world = await openWorld()
    agent = await world.as('service1')
  })
  afterAll(() => world.close())

  it('are seen from both sides; what is not there, or may not be seen, is not linked', async () => {
    const [requestId, other] = [await came(world), await came(world)]
    const tip = await came(world, { kind: 'tip' })
    const person = (await agent(findPersons, { body: { q: testPeople.chen.name } })).items[0]
    const link = (kind: 'person' | 'request' | 'claim', id: string) =>
      agent(linkRequest, { params: { requestId }, body: { kind, id } })
    await link('request', other)
    await link('person', person?.id ?? '')
    await link('person', person?.id ?? '')
    const [view, theirs] = [await look(agent, requestId), await look(agent, other)]
    expect(view.links.map((one) => [one.kind, one.label])).toEqual([
      ['person', '陈秀英'],
      ['request', theirs.requestNo],
    ])
    expect(theirs.links).toMatchObject([{ kind: 'request', id: requestId }])
    await expectRefusal(link('request', tip), 'desk.link_unknown')
    // Whoever may see a tip links it; the others do not learn of it (CUS-11).
    const head = await world.as('deskhead')
    await head(linkRequest, { params: { requestId: tip }, body: { kind: 'request', id: other } })
    expect((await look(agent, other)).links).toHaveLength(1)
    expect((await look(head, other)).links).toHaveLength(2)
    await expectRefusal(link('request', requestId), 'desk.link_unknown')
    await expectRefusal(link('claim', requestId), 'desk.link_unknown')
  })
})
