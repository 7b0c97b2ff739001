import { getIncident, listSeals, openSeal, recordIncident } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal, type Caller, type World } from '../../testing/index.ts'
import { eventsNamed, openWorld } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-11 opening a sealed matter', () => {
  it('shows it for an hour, with the reason in the log; never to whom it concerns', async () => {
    const [compliance, gm] = await Promise.all([world.as('compliance'), world.as('gm')])
    const told = { title: '越权查询', level: 'general', what: '多次查看无关客户', personsCount: 3 } as const
    const record = (sealFrom: string[]) =>
      compliance(recordIncident, { body: { ...told, knownAt: world.clock.now(), sealFrom } })
    const [about, aboutGm] = [await record(['service1']), await record(['gm'])]
    const params = { kind: 'data_incident', subjectId: about.id }
    const body = { reason: '董事会询问' }
    await expectRefusal(gm(getIncident, { params: { incidentId: about.id } }), 'request.not_found')
    const listed = async (who: Caller) => (await who(listSeals, { query: {} })).items.map((one) => [one.id, one.openTo])
    expect(await listed(gm)).toEqual([[about.id, null]])
    expect(await listed(compliance)).toEqual([
      [aboutGm.id, 'keeper'],
      [about.id, 'keeper'],
    ])
    await gm(openSeal, { params, body })
    expect((await gm(getIncident, { params: { incidentId: about.id } })).what).toBe('多次查看无关客户')
    expect((await compliance(listSeals, { query: {} })).items[1]?.openings).toMatchObject([
      { by: '陈总', reason: '董事会询问' },
    ])
    expect(await listed(gm)).toEqual([[about.id, 'opened']])
    expect(await eventsNamed(world, 'seal.opened')).toMatchObject([{ reason: '董事会询问' }])
    await expectRefusal(compliance(openSeal, { params, body }), 'customers.seal_needs_no_opening')
    const own = { kind: 'data_incident', subjectId: aboutGm.id }
    await expectRefusal(gm(openSeal, { params: own, body }), 'request.not_found')
    world.clock.forward(61 * 60_000)
    await expectRefusal(gm(getIncident, { params: { incidentId: about.id } }), 'request.not_found')
  })
})
