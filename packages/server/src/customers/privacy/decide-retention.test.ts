import { decideRetention, proposeRetention } from '@anpei/contract/customers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange, expectRefusal, type World } from '../../testing/index.ts'
import { openWorld } from '../customers.fixture.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

describe('CUS-10 who decides on a list of destruction', () => {
  it('is never who proposed it; what is not approved stays', async () => {
    await arrange(world, 'delete from cover_period')
    world.clock.set('2030-01-10T02:00:00.000Z')
    const [compliance, gm, service] = await Promise.all([world.as('compliance'), world.as('gm'), world.as('service1')])
    const run = await gm(proposeRetention, { body: { class: 'person' } })
    const params = { runId: run.id }
    await expectRefusal(gm(decideRetention, { params, body: { approve: true } }), 'customers.retention_four_eyes')
    await expectRefusal(service(decideRetention, { params, body: { approve: true } }), 'request.not_permitted')
    const done = await compliance(decideRetention, { params, body: { approve: false, comment: '先核对名单' } })
    expect(done).toMatchObject({ state: 'rejected', decidedBy: '钟奕彬', comment: '先核对名单' })
    await world.runJobs()
    expect(await arrange(world, 'select from person where erased_at is not null')).toEqual([])
    await expectRefusal(compliance(decideRetention, { params, body: { approve: true } }), 'lifecycle.not_possible')
  })
})
